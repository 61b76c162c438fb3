"""LeNet-5 as it was published in 1998, and its training: `python -m sigmoids.lenet --help`.

LeCun, Bottou, Bengio and Haffner, "Gradient-based learning applied to document recognition",
Proceedings of the IEEE 86 (1998) 2278-2324; "Section", "Table", "Eq." and "Appendix" below are
its. Read in the authors' preprint.

As published: the layers and their connections, the squashing function, the start of the weights,
the output units and the loss. Not as published: the bitmaps of the output units are drawn here,
since the paper shows its own only in a figure; biases start at 0 and j is 1, of which the paper
says nothing; and the descent is Adam with batches, not the stochastic diagonal
Levenberg-Marquardt method of Appendix C.
"""

import argparse
import contextlib
import csv
import json
import math
import os
import pickle
import platform
import re
import sys
import time
import warnings
import zlib
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn
from tqdm import tqdm

from sigmoids import terminal
from sigmoids.bitmaps import draw_bitmaps
from sigmoids.datasets import dequantise
from sigmoids.mnist import download_mnist, load_mnist

BACKGROUND, FOREGROUND = -0.1, 1.175  # what paper and ink are to the net, Section II-B
AMPLITUDE, SLOPE = 1.7159, 2 / 3  # of the squashing function: f(1) = 1, f(-1) = -1

SHIFT, SCALING, SQUEEZING, SHEAR = 1.5, 0.1, 0.1, 0.25  # how far `distort` goes

# Table I: the maps of S2 that each map of C3 sees.
C3_INPUTS = (
    *((0, 1, 2), (1, 2, 3), (2, 3, 4), (3, 4, 5), (0, 4, 5), (0, 1, 5)),  # three neighbours
    *((0, 1, 2, 3), (1, 2, 3, 4), (2, 3, 4, 5), (0, 3, 4, 5), (0, 1, 4, 5), (0, 1, 2, 5)),  # four
    *((0, 1, 3, 4), (1, 2, 4, 5), (0, 2, 3, 5)),  # two and two
    (0, 1, 2, 3, 4, 5),
)


def bitmaps() -> Tensor:
    """What the output units compare F6 with. Shape (10, 84), float32, 1 in ink and -1 elsewhere.

    `bitmaps().reshape(10, 12, 7)` are ten pictures.
    """
    return torch.from_numpy(draw_bitmaps())


# The net


def scaled_tanh(a: Tensor) -> Tensor:
    """The squashing function of LeNet-5, 1.7159 tanh(2a/3). Eq. 6 and Appendix A."""
    return AMPLITUDE * torch.tanh(SLOPE * a)


SQUASH: dict[str, Callable[[Tensor], Tensor]] = {
    "tanh": scaled_tanh,
    "sigmoid": torch.sigmoid,
    "relu": torch.relu,
}


class Convolution(nn.Module):
    """Maps that each see a few maps before them through windows of `size` by `size`.

    `inputs[i]` are the numbers of the maps that map i sees. There are weights only for these:
    `kernels` has shape (their number, size, size), in the order of `inputs`.
    """

    def __init__(self, inputs: tuple[tuple[int, ...], ...], size: int = 5):
        super().__init__()
        self.inputs, self.before = inputs, max(map(max, inputs)) + 1
        pairs = [i * self.before + k for i, seen in enumerate(inputs) for k in seen]
        self.kernels = nn.Parameter(torch.zeros(len(pairs), size, size))
        self.biases = nn.Parameter(torch.zeros(len(inputs)))
        self.register_buffer("pairs", torch.tensor(pairs), persistent=False)

    def fan_in(self) -> Tensor:
        """How many numbers a unit sees, for each kernel: the shape is (kernels, 1, 1)."""
        seen = [len(maps) * self.kernels[0].numel() for maps in self.inputs for _ in maps]
        return torch.tensor(seen).reshape(-1, 1, 1)

    def weights(self) -> Tensor:
        """Shape (maps, maps before, size, size); 0 where there is no connection."""
        size = self.kernels.shape[1:]
        shape = (len(self.inputs), self.before, *size)
        if len(self.pairs) == shape[0] * shape[1]:
            return self.kernels.reshape(shape)
        none = self.kernels.new_zeros(shape[0] * shape[1], *size)
        return none.index_copy(0, self.pairs, self.kernels).reshape(shape)

    def forward(self, x: Tensor) -> Tensor:
        weights = self.weights()
        if weights.shape[1:] == x.shape[1:]:  # one place: a product of matrices, and faster as such
            return F.linear(x.flatten(1), weights.flatten(1), self.biases)
        return F.conv2d(x, weights, self.biases)

    def connections(self, units: int) -> int:
        """Each weight and bias is used once in each place of its map."""
        places = units // len(self.inputs)
        return (self.kernels.numel() + self.biases.numel()) * places


class Subsampling(nn.Module):
    """The sum of each two by two units, times a trainable coefficient, plus a trainable bias."""

    def __init__(self, maps: int):
        super().__init__()
        self.coefficients = nn.Parameter(torch.zeros(maps))
        self.biases = nn.Parameter(torch.zeros(maps))

    def fan_in(self) -> Tensor:
        return torch.tensor(4)

    def forward(self, x: Tensor) -> Tensor:
        rows = x[..., ::2, :] + x[..., 1::2, :]
        sums = rows[..., ::2] + rows[..., 1::2]  # in half the time of avg_pool2d
        return sums * self.coefficients.reshape(-1, 1, 1) + self.biases.reshape(-1, 1, 1)

    def connections(self, units: int) -> int:
        """A unit has four inputs, which share a coefficient, and a bias."""
        return units * (4 + 1)


class Full(nn.Module):
    """Every unit sees all units before."""

    def __init__(self, before: int, units: int):
        super().__init__()
        self.weights = nn.Parameter(torch.zeros(units, before))
        self.biases = nn.Parameter(torch.zeros(units))

    def fan_in(self) -> Tensor:
        return torch.tensor(self.weights.shape[1])

    def forward(self, x: Tensor) -> Tensor:
        return F.linear(x, self.weights, self.biases)

    def connections(self, units: int) -> int:
        return self.weights.numel() + self.biases.numel()


class Output(nn.Module):
    """Euclidean radial basis functions: the squared distance to each bitmap. Eq. 7."""

    def __init__(self):
        super().__init__()
        self.register_buffer("bitmaps", bitmaps(), persistent=False)

    def forward(self, x: Tensor) -> Tensor:
        return (x[:, None] - self.bitmaps).square().sum(2)

    def connections(self, units: int) -> int:
        return self.bitmaps.numel()


class LeNet5(nn.Module):
    """LeNet-5: (n, 1, 32, 32) pixels to (n, 10) penalties; the least names the digit.

    `activation` "tanh" is the published net. "sigmoid" and "relu" differ from it in the squashing
    function of all layers up to F6, and in the start that this asks for:

    tanh: weights uniform in ±2.4/F, F the number of a unit's inputs (Appendix A); biases 0.
    sigmoid: weights uniform in ±4√(3/F), by which the spread of the states keeps from layer to
    layer (Glorot and Bengio 2010), since σ has the slope 1/4; and biases that put a unit at 0 when
    all units before it stand at 1/2.
    relu: weights uniform in ±√(6/F) (He and others 2015); the coefficients of S2 and S4 are 1/4,
    for a map with a negative one would be 0 for good; biases 0.

    Raises ValueError for another activation. The same seed gives the same start.
    """

    def __init__(self, activation: str = "tanh", seed: int = 1):
        super().__init__()
        if activation not in SQUASH:
            raise ValueError(f"activation must be one of {', '.join(SQUASH)}; got {activation!r}.")
        self.activation = activation
        self.C1 = Convolution(((0,),) * 6)
        self.S2 = Subsampling(6)
        self.C3 = Convolution(C3_INPUTS)
        self.S4 = Subsampling(16)
        self.C5 = Convolution((tuple(range(16)),) * 120)
        self.F6 = Full(120, 84)
        self.output = Output()
        self._start(torch.Generator().manual_seed(seed))

    @torch.no_grad()
    def _start(self, generator: torch.Generator) -> None:
        for name, layer in self.named_children():
            if name == "output":
                continue
            weights, fan_in = next(layer.parameters()), layer.fan_in()
            bound = 2.4 / fan_in
            if self.activation == "sigmoid":
                bound = 4 * (3 / fan_in).sqrt()
            elif self.activation == "relu":
                bound = (6 / fan_in).sqrt()
            weights.copy_((2 * torch.rand(weights.shape, generator=generator) - 1) * bound)
            if self.activation == "sigmoid" and name != "C1":
                x = torch.full((1, *INPUT_SHAPES[name]), 0.5)
                layer.biases.copy_(-layer(x).reshape(len(layer.biases), -1)[:, 0])
            if self.activation == "relu" and isinstance(layer, Subsampling):
                weights.fill_(1 / 4)

    def states(self, x: Tensor) -> dict[str, Tensor]:
        """All layers for `x`, (n, 1, 32, 32) pixels as `prepare` makes them.

        input (n, 1, 32, 32), C1 (n, 6, 28, 28), S2 (n, 6, 14, 14), C3 (n, 16, 10, 10),
        S4 (n, 16, 5, 5), C5 (n, 120), F6 (n, 84): after squashing; output (n, 10): penalties.
        """
        squash, states = SQUASH[self.activation], {"input": x}
        for name, layer in self.named_children():
            states[name] = x = layer(x) if name == "output" else squash(layer(x))
        return states

    def forward(self, x: Tensor) -> Tensor:
        return self.states(x)["output"]


INPUT_SHAPES = {
    "C1": (1, 32, 32),
    "S2": (6, 28, 28),
    "C3": (6, 14, 14),
    "S4": (16, 10, 10),
    "C5": (16, 5, 5),
    "F6": (120,),
}


class Row(NamedTuple):
    """One layer: its maps, the units of one map, trainable parameters, connections."""

    layer: str
    maps: int
    size: tuple[int, ...]
    trainable: int
    connections: int


def layer_table(model: LeNet5) -> list[Row]:
    """The layers, counted in the model: parameters by their arrays, connections by its units."""
    with torch.no_grad():
        states = model.states(torch.zeros(1, 1, 32, 32))
    rows = []
    for name, layer in model.named_children():
        state = states[name][0]
        trainable = sum(p.numel() for p in layer.parameters())
        connections = layer.connections(state.numel())
        rows.append(Row(name, len(state), tuple(state.shape[1:]), trainable, connections))
    return rows


# Pixels in, digits out


def prepare(images) -> Tensor:
    """Pixels as the net wants them: (n, 28, 28) uint8 to (n, 1, 32, 32) float32.

    0 becomes -0.1, 255 becomes 1.175, and two pixels of background are put around. One image,
    (28, 28), is taken for n = 1. Raises ValueError for other shapes.
    """
    images = torch.from_numpy(np.array(images))
    if images.ndim == 2:
        images = images[None]
    if images.ndim != 3 or images.shape[1:] != (28, 28):
        raise ValueError(f"images must have shape (n, 28, 28); got {tuple(images.shape)}.")
    return _normalise(F.pad(images[:, None].float() / 255, (2, 2, 2, 2)))


def _normalise(ink: Tensor) -> Tensor:
    return ink * (FOREGROUND - BACKGROUND) + BACKGROUND


@torch.no_grad()
def activations(model: LeNet5, image) -> dict[str, np.ndarray]:
    """What each layer makes of one image, (28, 28) uint8.

    input (32, 32), C1 (6, 28, 28), S2 (6, 14, 14), C3 (16, 10, 10), S4 (16, 5, 5), C5 (120,),
    F6 (84,), output (10,): float32, after squashing; the output is the penalties.
    """
    states = {name: state[0].numpy() for name, state in model.states(prepare(image)).items()}
    return states | {"input": states["input"][0]}


@torch.no_grad()
def penalties(model: LeNet5, images) -> np.ndarray:
    """The outputs for (n, 28, 28) uint8 images. Shape (n, 10), float32."""
    return np.concatenate(
        [model(prepare(part)).numpy() for part in _parts(np.asarray(images))], dtype=np.float32
    )


def _parts(images: np.ndarray, size: int = 500) -> list[np.ndarray]:
    return [images[start : start + size] for start in range(0, len(images), size)]


def predict(model: LeNet5, images) -> np.ndarray:
    """The digits with the least penalty. Shape (n,), int64."""
    return penalties(model, images).argmin(1)


def error(model: LeNet5, images, labels) -> float:
    """The fraction of images, (n, 28, 28) uint8, that the net names wrongly."""
    return float(np.mean(predict(model, images) != np.asarray(labels)))


def arrays(model: LeNet5) -> dict[str, np.ndarray]:
    """All parameters and the bitmaps, float32.

    C1.weights (6, 1, 5, 5), C1.biases (6,), S2.coefficients (6,), S2.biases (6,), C3.weights
    (16, 6, 5, 5) with 0 where there is no connection, C3.biases (16,), S4.coefficients (16,),
    S4.biases (16,), C5.weights (120, 16, 5, 5), C5.biases (120,), F6.weights (84, 120),
    F6.biases (84,), output.bitmaps (10, 84).
    """
    found = {}
    for name, layer in model.named_children():
        for kind, value in [*layer.named_parameters(), *layer.named_buffers()]:
            if kind == "kernels":
                kind, value = "weights", layer.weights()
            if kind != "pairs":
                found[f"{name}.{kind}"] = value.detach().numpy().copy()
    return found


def from_arrays(found: dict[str, np.ndarray], activation: str = "tanh") -> LeNet5:
    """The net with these parameters, as `arrays` gives them; its bitmaps are always the same."""
    model = LeNet5(activation)
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            layer, kind = name.split(".")
            value = torch.tensor(found[f"{layer}.{kind.replace('kernels', 'weights')}"])
            if kind == "kernels":
                value = value.flatten(0, 1)[getattr(model, layer).pairs]
            parameter.copy_(value)
    return model


def quantise(found: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """`arrays` in a form that is four times smaller, which `dequantise` makes floats again.

    Weights become whole numbers from -127 to 127, int8, with a scale for each unit or map, such as
    C3.scales (16,) float32: a weight is nearly its number times that. Coefficients and biases stay
    as they are; the bitmaps, which are always the same, are left out.
    """
    stored = {}
    for name, value in found.items():
        layer, kind = name.split(".")
        if kind == "weights":
            scales = np.abs(value).reshape(len(value), -1).max(1) / 127
            scales = np.maximum(scales, np.finfo(np.float32).tiny).astype(np.float32)
            shaped = scales.reshape(-1, *[1] * (value.ndim - 1))
            stored[name] = np.rint(value / shaped).astype(np.int8)
            stored[f"{layer}.scales"] = scales
        elif kind != "bitmaps":
            stored[name] = value
    return stored


# The loss


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


# The distortions


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


# Training


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
            found = model(_normalise(part))
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


# The command


def record(out: Path, settings: Settings, trained: Trained, **row) -> None:
    """Write a run into the tables of a folder: runs.csv, curves.csv, and its weights.

    `row` is what else runs.csv says of it. A run of the same name is replaced.
    """
    name, last = settings.name, trained.curve[-1]
    stored = quantise(arrays(trained.model))
    np.savez_compressed(out / f"{name}.npz", **stored)
    run = {
        "run": name,
        **asdict(settings),
        **row,
        "seconds": round(trained.seconds, 1),
        **{key: value for key, value in last._asdict().items() if key != "epoch"},
    }
    run["distortions"] = int(run["distortions"])
    _replace(out / "runs.csv", name, [run])
    _replace(out / "curves.csv", name, [{"run": name, **e._asdict()} for e in trained.curve])


def _replace(path: Path, run: str, rows: list[dict]) -> None:
    """The table without its rows of this run, with these instead; written whole or not at all."""
    kept = []
    if path.exists():
        with path.open(encoding="utf-8", newline="") as lines:
            kept = [row for row in csv.DictReader(lines) if row["run"] != run]
    if kept and list(kept[0]) != list(rows[0]):
        raise ValueError(f"{path} has other columns. Choose another folder with --out.")
    part = path.with_name(path.name + ".part")
    with part.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        table.writeheader()
        for row in sorted(kept + rows, key=lambda row: row["run"]):
            table.writerow({k: f"{v:.6g}" if isinstance(v, float) else v for k, v in row.items()})
    part.replace(path)


def machine() -> dict:
    """What machine.json says: the machine in words, and the versions that decide the numbers."""
    name = platform.processor() or platform.machine()
    with contextlib.suppress(OSError):
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8")
        if found := re.search(r"^model name\s*:\s*(.+)$", lines, flags=re.MULTILINE):
            name = found[1]
    return {
        "processor": name,
        "cores": os.cpu_count(),
        "system": f"{platform.system()} {platform.machine()}",
        "simd": torch.backends.cpu.get_cpu_capability(),
        "python": platform.python_version(),
        "torch": torch.__version__,
    }


def _same_machine(out: Path) -> None:
    """Write machine.json, or raise ValueError if the one there is of another machine."""
    path, here = out / "machine.json", machine()
    if path.exists() and (there := json.loads(path.read_text(encoding="utf-8"))) != here:
        other = ", ".join(f"{key} {there.get(key)}" for key in here if there.get(key) != here[key])
        raise ValueError(
            f"{out} holds runs of another machine ({other}). Choose another folder with --out."
        )
    path.write_text(json.dumps(here, indent=2) + "\n", encoding="utf-8")


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
    _same_machine(asked.out)
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
