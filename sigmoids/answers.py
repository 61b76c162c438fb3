"""What a value is that a learner hands in: an array of numbers, truth values or words, or an `Odd`
thing and why it is none.

Numbers are taken in any form that has one value: Python's, NumPy's, fractions, decimals, and
SymPy's, such as `2*log(9)` or `Rational(2, 3)`, alone or in lists and arrays. A learner's own
process uses this module, too, so it imports no more than NumPy.
"""

import decimal
import numbers
from typing import Any, NamedTuple

import numpy as np

PARTS = 10  # of a ragged tuple or list whose shapes are told


class Odd(NamedTuple):
    """What is no array. `kind` is one of "torch", "torches" (a list of tensors), "sympy", "masked",
    "tuple" and "list" (whose items do not fit together), "unread" (by NumPy) and "other"; `type`:
    its class; `shapes`: those of the items of a tuple or list."""

    kind: str
    type: str = ""
    shapes: tuple[tuple[int, ...], ...] = ()


class Distant:
    """A value in another process, of which this is known: the name of its class, and what `seen`
    gives for it there."""

    def __init__(self, type: str, seen: np.ndarray | Odd):
        self.type, self.seen = type, seen

    def __repr__(self) -> str:
        return f"an object of type {self.type}"


class DistantError(Exception):
    """What code in another process raised, of a class that is not known here; `type`: its name."""

    def __init__(self, type: str, text: str):
        super().__init__(text)
        self.type = type


def type_name(x: Any) -> str:
    """The name of the value's class, wherever that is."""
    return x.type if isinstance(x, Distant | DistantError) else type(x).__name__


def seen(x: Any) -> np.ndarray | Odd:
    """The value as an array, exact numbers as double precision; or the reason why it is none."""
    if isinstance(x, Distant):
        return x.seen
    family, kind = family_of(x), type(x).__name__
    if family == "torch":
        return Odd("torch", kind)
    if np.ma.is_masked(x):
        return Odd("masked", kind)
    if family == "sympy" and not hasattr(x, "__len__"):
        number = real(x)
        return Odd("sympy", kind) if number is None else np.array(number)
    try:
        array = np.asarray(x)
    except Exception:  # NumPy's ValueError, or that of an item which is no number
        return _ragged(x)
    return _exact(array, kind) if array.dtype.kind == "O" else array


def real(x: Any) -> float | None:
    """An exact number in double precision; None where `x` is no real number."""
    if isinstance(x, np.ndarray) and x.ndim == 0:
        x = x.item()
    try:
        if isinstance(x, numbers.Real | decimal.Decimal):
            return None if isinstance(x, bool) else float(x)
        if family_of(x) == "sympy" and getattr(x, "is_number", False):
            return float(x)
        return float(x) if family_of(x) == "mpmath" else None
    except OverflowError:
        return float("inf") if x > 0 else -float("inf")
    except Exception:  # a number that is not real, or an integral without a value
        return None


def family_of(x: Any) -> str:
    """The package that the value's class belongs to."""
    return type(x).__module__.split(".")[0]


def _exact(array: np.ndarray, kind: str) -> np.ndarray | Odd:
    found = [real(item) for item in array.ravel()]
    if None not in found:
        return np.array(found, dtype=float).reshape(array.shape)
    families = {family_of(item) for item in array.ravel()}
    named = {"torch": "torches", "sympy": "sympy"}
    return Odd(next((named[f] for f in named if f in families), "other"), kind)


def _ragged(x: Any) -> Odd:
    items = list(x) if isinstance(x, list | tuple) else []
    if any(family_of(item) == "torch" for item in items):
        return Odd("torches", type(x).__name__)
    if not items:
        return Odd("unread", type(x).__name__)
    shapes = []
    for item in items[:PARTS]:
        try:
            shapes.append(np.shape(item))
        except Exception:  # ragged in itself
            return Odd("unread", type(x).__name__)
    return Odd("tuple" if isinstance(x, tuple) else "list", type(x).__name__, tuple(shapes))


def changed(argument: Any, before: Any) -> bool:
    """Whether an array was written into, given its copy from before."""
    if not isinstance(argument, np.ndarray):
        return False
    same = argument.dtype == before.dtype and argument.shape == before.shape
    return not (same and np.array_equal(argument, before, equal_nan=before.dtype.kind == "f"))
