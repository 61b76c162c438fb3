"""The loss, the distortions and the training."""

import math
import pickle
import time
import zlib
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor
from tqdm import tqdm

from sigmoids.lenet.net import LeNet5, error, normalise

SHIFT, SCALING, SQUEEZING, SHEAR = 1.5, 0.1, 0.1, 0.25  # how far `distort` goes


def scores(penalties: Tensor, j: float) -> Tensor:
    """-y for each digit and -j for the rubbish class, which is no digit: (n, 10) to (n, 11).

    Their softmax is what the net takes for the probability of each.
    """
    return F.pad(-penalties, (0, 1), value=-j)


def map_loss(penalties: Tensor, labels: Tensor, j: float = 1.0) -> Tensor:
    """The criterion "maximum a posteriori", Eq. 9: the mean of y_D + log(e^-j + Σ e^-y_i).

    `penalties`: (n, 10), y; `labels`: (n,) int64, D. It pulls the right penalty down and pushes
    those of other digits up as far as j, a positive constant: e^-j stands for images that are no
    digit. That is the cross-entropy of eleven classes.
    """
    return F.cross_entropy(scores(penalties, j), labels)


def distort(ink: Tensor, generator: torch.Generator) -> Tensor:
    """Random planar affine distortions, Section III-B: a new one for nine images in ten.

    `ink`: (n, 1, 32, 32), 0 in the background. Translations by up to SHIFT pixels both ways,
    scaling by up to SCALING, squeezing (one direction by a factor, the other by its inverse) by up
    to SQUEEZING, and horizontal shearing by up to SHEAR, uniform and independent. The paper names
    these kinds, not the amounts. Every tenth image on average stays as it is: the paper's set had
    60,000 originals among 600,000.
    """
    n = len(ink)
    drawn = 2 * torch.rand(n, 6, generator=generator) - 1
    drawn[drawn[:, 5] < -0.8] = 0
    right, down, scaling, squeezing, shear = drawn[:, :5].T
    across = torch.exp(scaling * math.log1p(SCALING) + squeezing * math.log1p(SQUEEZING))
    along = torch.exp(scaling * math.log1p(SCALING) - squeezing * math.log1p(SQUEEZING))
    # From each pixel of the result back to where its ink comes from; the picture spans -1 to 1.
    rows = (across, SHEAR * shear, right * SHIFT / 16, 0 * along, along, down * SHIFT / 16)
    back = torch.stack(rows, 1).reshape(n, 2, 3)
    grid = F.affine_grid(back, list(ink.shape), align_corners=False)
    return F.grid_sample(ink, grid, align_corners=False)


# Of Adam at the start. Chosen on 5,000 training images that were held out; data/lenet/SOURCE.md.
RATES = {"tanh": 6e-3, "sigmoid": 1e-2, "relu": 6e-3}


@dataclass(frozen=True)
class Settings:
    """What decides a run, beside its images.

    `rate` is that of Adam at the start, from which it falls to 0 along a cosine; None stands for
    that of the activation in RATES. `batch`: images a step. `j`: the constant of the loss.
    """

    activation: str = "tanh"
    distortions: bool = False
    seed: int = 1
    epochs: int = 16
    batch: int = 64
    rate: float | None = None
    j: float = 1.0

    def __post_init__(self):
        if self.rate is None and self.activation in RATES:
            object.__setattr__(self, "rate", RATES[self.activation])

    @property
    def name(self) -> str:
        """Such as tanh-1 or tanh-distorted-1."""
        return "-".join([self.activation, *["distorted"] * self.distortions, str(self.seed)])


class Epoch(NamedTuple):
    """One pass through the training images. Loss and error of these are taken as it goes on.

    `held_out_error` and `test_error` are measured at its end; None where no such images were given.
    """

    epoch: int
    training_loss: float
    training_error: float
    held_out_error: float | None
    test_error: float | None


class Trained(NamedTuple):
    """A net, how it came to be, and the seconds that its training took."""

    model: LeNet5
    curve: list[Epoch]
    seconds: float


def train(
    settings: Settings,
    images,
    labels,
    *,
    held_out=None,
    test=None,
    checkpoint: Path | None = None,
    progress: bool = False,
) -> Trained:
    """Train LeNet-5 on (n, 28, 28) uint8 images and (n,) labels.

    `held_out` and `test` are pairs (images, labels); both only watch. With `checkpoint`, a file,
    each epoch is saved there, and a run that was interrupted goes on from it: the result is that of
    a run that was not. Raises ValueError if the file is of another run.
    """
    images, labels = np.array(images), torch.tensor(np.array(labels, np.int64))
    if len(images) != len(labels):
        raise ValueError(f"got {len(images)} images and {len(labels)} labels.")
    ink = F.pad(torch.from_numpy(images)[:, None], (2, 2, 2, 2))
    model = LeNet5(settings.activation, settings.seed)
    optimiser = torch.optim.Adam(model.parameters(), settings.rate)
    curve, before = [], 0.0
    print_of_data = zlib.crc32(labels.numpy().tobytes(), zlib.crc32(images.tobytes()))
    if checkpoint is not None and checkpoint.exists():
        curve, before = _resume(checkpoint, settings, print_of_data, model, optimiser)
    start = time.perf_counter()
    for epoch in range(len(curve) + 1, settings.epochs + 1):
        loss, wrong = _pass(settings, epoch, model, optimiser, ink, labels, progress)
        watched = [None if pair is None else error(model, *pair) for pair in (held_out, test)]
        curve.append(Epoch(epoch, loss, wrong, *watched))
        seconds = before + time.perf_counter() - start
        if checkpoint is not None:
            state = {
                "settings": asdict(settings),
                "data": print_of_data,
                "curve": [tuple(row) for row in curve],
                "seconds": seconds,
                "model": model.state_dict(),
                "optimiser": optimiser.state_dict(),
            }
            part = checkpoint.with_name(checkpoint.name + ".part")
            torch.save(state, part)
            part.replace(checkpoint)
    return Trained(model, curve, before + time.perf_counter() - start)


def _pass(settings, epoch, model, optimiser, ink, labels, progress) -> tuple[float, float]:
    """One epoch. What is drawn depends on the seed and the epoch alone, so it can be resumed."""
    generator = torch.Generator().manual_seed(1000 * settings.seed + epoch)
    order = torch.randperm(len(ink), generator=generator).split(settings.batch)
    loss_sum, wrong = 0.0, 0
    title = f"epoch {epoch} of {settings.epochs}"
    with tqdm(total=len(ink), desc=title, unit=" digits", disable=not progress) as bar:
        for step, chosen in enumerate(order):
            done = (epoch - 1 + step / len(order)) / settings.epochs
            for group in optimiser.param_groups:
                group["lr"] = settings.rate * (1 + math.cos(math.pi * done)) / 2
            part, right = ink[chosen].float() / 255, labels[chosen]
            if settings.distortions:
                part = distort(part, generator)
            found = model(normalise(part))
            loss = map_loss(found, right, settings.j)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            loss_sum += loss.item() * len(chosen)
            wrong += int((found.argmin(1) != right).sum())
            bar.update(len(chosen))
        bar.set_postfix_str(f"loss {loss_sum / len(ink):.2f}, error {wrong / len(ink):.2%}")
    return loss_sum / len(ink), wrong / len(ink)


def _resume(path, settings, print_of_data, model, optimiser) -> tuple[list[Epoch], float]:
    try:
        state = torch.load(path, weights_only=True)
    except (RuntimeError, EOFError, pickle.UnpicklingError):
        raise ValueError(f"{path} cannot be read. Delete it to begin anew.") from None
    here, there = asdict(settings), state["settings"]
    other = [f"{name} {there[name]}" for name in here if here[name] != there[name]]
    if state["data"] != print_of_data:
        other.append("other images")
    if other:
        raise ValueError(
            f"{path} belongs to a run with {', '.join(other)}. "
            "Ask for that run, or choose another folder, or delete the file."
        )
    model.load_state_dict(state["model"])
    optimiser.load_state_dict(state["optimiser"])
    return [Epoch(*row) for row in state["curve"]], state["seconds"]
