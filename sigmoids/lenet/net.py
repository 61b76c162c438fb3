"""The net: its layers, its start, and what goes in and comes out."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from sigmoids.models.lenet import (
    AMPLITUDE,
    BACKGROUND,
    FIELD,
    FOREGROUND,
    SIDE,
    SLOPE,
    draw_bitmaps,
)

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
    "C1": (1, FIELD, FIELD),
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
        states = model.states(torch.zeros(1, *INPUT_SHAPES["C1"]))
    rows = []
    for name, layer in model.named_children():
        state = states[name][0]
        trainable = sum(p.numel() for p in layer.parameters())
        connections = layer.connections(state.numel())
        rows.append(Row(name, len(state), tuple(state.shape[1:]), trainable, connections))
    return rows


def prepare(images) -> Tensor:
    """Pixels as the net wants them: (n, 28, 28) uint8 to (n, 1, 32, 32) float32.

    0 becomes -0.1, 255 becomes 1.175, and two pixels of background are put around. One image,
    (28, 28), is taken for n = 1. Raises ValueError for other shapes.
    """
    images = torch.from_numpy(np.array(images))
    if images.ndim == 2:
        images = images[None]
    if images.ndim != 3 or images.shape[1:] != (SIDE, SIDE):
        raise ValueError(f"images must have shape (n, 28, 28); got {tuple(images.shape)}.")
    return normalise(F.pad(images[:, None].float() / 255, 4 * ((FIELD - SIDE) // 2,)))


def normalise(ink: Tensor) -> Tensor:
    """0 to 1 of ink as the pixels that the net wants."""
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
