"""The command that trains LeNet-5: `python -m sigmoids.lenet --help`."""

import argparse
import math
import os
import sys
import warnings
from pathlib import Path

import torch

from sigmoids import terminal
from sigmoids.datasets import dequantise
from sigmoids.lenet.net import SQUASH, arrays, error, from_arrays, quantise
from sigmoids.lenet.runs import record, same_machine
from sigmoids.lenet.training import Settings, train
from sigmoids.mnist import download_mnist, load_mnist


def parser() -> argparse.ArgumentParser:
    defaults = Settings()
    found = argparse.ArgumentParser(
        prog="python -m sigmoids.lenet",
        description="Train LeNet-5 on MNIST and test it: about 8 s an epoch on one core. "
        "A run that was interrupted goes on where it was when it is called again.",
    )
    add = found.add_argument
    add("--data", help="the folder with MNIST's four files (default: $SIGMOIDS_MNIST)")
    add("--download", action="store_true", help="first bring the files into that folder")
    add("--activation", choices=list(SQUASH), default="tanh", help="tanh is the published net")
    add("--distortions", action="store_true", help="train on shifted, squeezed, slanted digits")
    add("--seed", type=int, default=defaults.seed, help="of the first weights and of the order")
    add("--epochs", type=_positive(int), default=defaults.epochs, help="passes through the set")
    add("--batch", type=_positive(int), default=defaults.batch, help="digits a step")
    add("--rate", type=_positive(float), help="of Adam at the start (default: by activation)")
    add("--j", type=_positive(float), default=defaults.j, help="the constant of the loss")
    add(
        "--hold-out",
        type=int,
        default=0,
        metavar="N",
        help="do not train on the last N digits, "
        "but watch them, and leave the test set alone: for choosing the numbers above",
    )
    add("--threads", type=_positive(int), help="that compute (default: PyTorch's choice)")
    add("--out", type=Path, default=Path("work/lenet"), help="folder for tables and weights")
    return found


def _positive(kind):
    def positive(text):
        value = kind(text)
        if not 0 < value < math.inf:
            raise argparse.ArgumentTypeError(f"{text} is not above 0")
        return value

    return positive


def main(arguments: list[str] | None = None) -> int:
    found = parser().parse_args(arguments)
    try:
        run(found)
    except (OSError, ValueError) as problem:
        print(f"python -m sigmoids.lenet: {problem}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\nInterrupted. The same command goes on after the last epoch.", file=sys.stderr)
        return 130
    return 0


def run(asked: argparse.Namespace) -> None:
    """What the command does. Raises OSError and ValueError that say what to do."""
    folder = asked.data or os.environ.get("SIGMOIDS_MNIST")
    if asked.download:
        if not folder:
            raise ValueError("--download needs a folder: name it by --data.")
        download_mnist(folder)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        mnist = load_mnist(folder)
    for warning in caught:
        print(f"Note: {warning.message}", file=sys.stderr)
    settings = Settings(
        activation=asked.activation,
        distortions=asked.distortions,
        seed=asked.seed,
        epochs=asked.epochs,
        batch=asked.batch,
        rate=asked.rate,
        j=asked.j,
    )
    if asked.threads:
        torch.set_num_threads(asked.threads)
    images, labels = mnist.train_images, mnist.train_labels
    kept = len(images) - asked.hold_out
    if not 0 < kept <= len(images):
        raise ValueError(f"--hold-out must be from 0 to {len(images) - 1:,}; got {asked.hold_out}.")
    pairs = {"test": (mnist.test_images, mnist.test_labels)}
    if asked.hold_out:
        pairs = {"held_out": (images[kept:], labels[kept:])}
    asked.out.mkdir(parents=True, exist_ok=True)
    same_machine(asked.out)
    trained = train(
        settings,
        images[:kept],
        labels[:kept],
        **pairs,
        checkpoint=asked.out / f"{settings.name}.pt",
        progress=True,
    )
    stored = from_arrays(dequantise(quantise(arrays(trained.model))), settings.activation)
    found = {key: error(stored, *pair) for key, pair in pairs.items()}
    record(
        asked.out,
        settings,
        trained,
        trained_on=kept,
        threads=torch.get_num_threads(),
        stored_error=next(iter(found.values())),
    )
    last = trained.curve[-1]._asdict()
    for key in pairs:
        wrong, what = last[f"{key}_error"], key.replace("_", " ")
        print(f"{settings.name}: {what} error {wrong:.2%}; the table is {asked.out / 'runs.csv'}")


if __name__ == "__main__":
    sys.exit(terminal.run(main))
