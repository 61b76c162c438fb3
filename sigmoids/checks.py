"""What an exercise's check says, and how.

A check calls the learner's function with plain numbers, strings or arrays and judges nothing but
what comes back, so that scoring can run it across a process's border. It first looks at the kind,
the shape and the finiteness of an answer, then at its values. What is wrong is said in one
sentence, and where a known misconception gives the same values, that sentence names it.

    checks.value("midpoint", midpoint, 2.5, mistakes={"That is the intercept.": -5.0})
    checks.function(slope, [(0.0, 0.25), ([-1.0, 1.0], [0.19661193, 0.19661193])])
    checks.passed("slope")
"""

import contextlib
import hashlib
import os
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np

# Where a check asks for no other tolerance: what single precision gives. Counts are exact.
RTOL, RTOL_WHOLE = 2e-5, 1e-9
SEED = "SIGMOIDS_SEED"  # the environment's variable
_seeds: list[str] = []


class Wrong(AssertionError):
    """An answer is wrong or missing. The message is one sentence for the learner."""

    def _render_traceback_(self) -> list[str]:  # what Jupyter shows in place of a traceback
        return [f"Not yet. {self}"]


def passed(name: str, *, hidden: bool = False) -> None:
    """Say that all checks of the cell passed, and whether more stand in the scored version."""
    more = " Scoring also tries inputs that are not shown here." if hidden else ""
    print(f"{name}: right.{more}")


def that(holds: Any, message: str) -> None:
    """Raise `Wrong(message)` unless `holds`."""
    if not holds:
        raise Wrong(message)


def value(
    name: str,
    answer: Any,
    expected: Any,
    *,
    rtol: float = 1e-6,
    atol: float = 0.0,
    mistakes: Mapping[str, Any] | None = None,
) -> None:
    """A number, an array, a truth value or a word. `mistakes` maps a message to the wrong value it
    is the message for; `name` is the answer's name in the notebook."""
    answer = _plain(name, answer, np.shape(expected), _kind(expected))
    if _agree(answer, expected, rtol, atol):
        return
    for message, wrong in (mistakes or {}).items():
        if np.shape(wrong) == answer.shape and _agree(answer, wrong, rtol, atol):
            raise Wrong(message)
    if answer.dtype.kind == "f" and not np.all(np.isfinite(answer)):
        raise Wrong(f"`{name}` is {_show(answer)}.")
    raise Wrong(f"`{name}` is {_show(answer)}: that is not right.")


def function(
    f: Callable,
    cases: Iterable[tuple],
    *,
    rtol: float | None = None,
    atol: float = 0.0,
    mistakes: Mapping[str, Callable] | None = None,
    hidden: bool = False,
) -> None:
    """A function, by `cases`: (argument, ..., expected result) each.

    Lists among the arguments are passed as arrays. `mistakes` maps a message to the wrong function
    it is the message for: it is said where the answer agrees with that function in every case.
    `rtol` is by default 2e-5, which a right formula reaches in single precision, and 1e-9 where
    whole numbers are expected; where a question asks for more digits, its check says so. The type
    of the answer decides nothing.
    `hidden` cases are not described, nor what is expected.
    """
    cases = [tuple(case) for case in cases]
    name = name_of(f)
    answers = []
    for *arguments, expected in cases:
        arguments = [_argument(a) for a in arguments]
        what = f"`{name}` at an input not shown here" if hidden else call_text(name, arguments)
        answers.append(call(f, *arguments, shape=np.shape(expected), like=expected, what=what))
    wrong = [
        (arguments, answer, expected)
        for (*arguments, expected), answer in zip(cases, answers, strict=True)
        if not _agree(answer, expected, rtol, atol)
    ]
    if not wrong:
        return
    for message, other in (mistakes or {}).items():
        if all(
            _agrees_with(answer, other, arguments, rtol, atol)
            for (*arguments, _), answer in zip(cases, answers, strict=True)
        ):
            raise Wrong(message)
    if hidden:
        raise Wrong(
            f"`{name}` is wrong at an input that is not shown here. Try large, small and negative "
            "numbers, and arrays."
        )
    arguments, answer, expected = wrong[0]
    raise Wrong(_difference(call_text(name, [_argument(a) for a in arguments]), answer, expected))


def expression(
    name: str,
    answer: Any,
    symbols: str,
    cases: Iterable[tuple[float, ...]],
    *,
    rtol: float = 1e-9,
    mistakes: Mapping[str, Callable] | None = None,
) -> None:
    """A SymPy expression, by `cases`: the values of its `symbols`, and its own. `symbols` are names
    with spaces between; `mistakes` maps a message to the wrong formula, a NumPy function."""
    names = symbols.split()
    *columns, right = (np.array(column, dtype=float) for column in zip(*cases, strict=True))
    answer = evaluate(name, answer, dict(zip(names, columns, strict=True)))
    if _agree(answer, right, rtol, 0.0):
        return
    for message, wrong in (mistakes or {}).items():
        if _agrees_with(answer, wrong, columns, rtol, 0.0):
            raise Wrong(message)
    k = int(np.flatnonzero(~np.isclose(answer, right, rtol=rtol, atol=0))[0])
    place = ", ".join(f"{s} = {c[k]:g}" for s, c in zip(names, columns, strict=True))
    raise Wrong(f"`{name}` is not right: at {place} it is {_show(answer[k])}.")


def evaluate(name: str, answer: Any, at: Mapping[str, np.ndarray]) -> np.ndarray:
    """The values of the SymPy expression `answer` where its symbols have the values `at`."""
    if hasattr(answer, "values_at"):  # an expression on the other side of a process's border
        return _plain(name, answer.values_at(at), np.shape(next(iter(at.values()))), "f")
    if answer is None or answer is ...:
        raise Wrong(f"`{name}` is not answered yet.")
    import sympy

    if not isinstance(answer, sympy.Expr | int | float):
        raise Wrong(f"`{name}` is a {type(answer).__name__}; a SymPy expression is wanted.")
    answer = sympy.sympify(answer)
    strangers = sorted(s.name for s in answer.free_symbols if s.name not in at)
    if strangers:
        raise Wrong(f"`{name}` holds {', '.join(strangers)}; only {', '.join(at)} may remain.")
    by_name = {s.name: s for s in answer.free_symbols}
    symbols = [by_name.get(symbol, sympy.Symbol(symbol)) for symbol in at]
    with np.errstate(all="ignore"):
        result = sympy.lambdify(symbols, answer, "numpy")(*at.values())
    result = np.broadcast_to(result, np.shape(next(iter(at.values()))))
    return _plain(name, result, result.shape, "f")


def quiet(f: Callable, inputs: Iterable, message: str) -> None:
    """Raise `Wrong(message)` where `f` overflows, divides by zero or makes NaN at an input."""
    for x in inputs:
        with np.errstate(over="raise", divide="raise", invalid="raise"):
            try:
                _answered(f, f(*_arguments(x)))
            except (FloatingPointError, OverflowError, ZeroDivisionError):
                raise Wrong(message) from None
            except Wrong:
                raise
            except Exception as error:
                raise _stopped(call_text(name_of(f), _arguments(x)), error) from None


def call(
    f: Callable,
    *arguments: Any,
    shape: tuple[int, ...] | None = None,
    like: Any = 0.0,
    what: str | None = None,
) -> np.ndarray:
    """The result of `f` as an array, which has `shape` where one is given, and numbers, truth
    values or words as `like`. Floating-point warnings are not shown: see `quiet`."""
    name = name_of(f)
    what = what or call_text(name, arguments)
    with np.errstate(all="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            result = f(*arguments)
        except Wrong:
            raise
        except Exception as error:
            raise _stopped(what, error) from None
    return _plain(what, _answered(f, result), shape, _kind(like), quoted=True)


def cases(reference: Callable, *inputs: Any) -> list[tuple]:
    """Cases for `function`: each input, a tuple where there are several arguments, and what
    `reference` gives for it."""
    return [(*_tuple(x), reference(*_arguments(x))) for x in inputs]


def draw(name: str) -> np.random.Generator:
    """A generator of hidden inputs. `name`, the check's own, and the seed give its numbers: that of
    `seeded`, or the environment's SIGMOIDS_SEED. Without a seed they are others in each run."""
    seed = _seeds[-1] if _seeds else os.environ.get(SEED)
    if not seed:
        return np.random.default_rng()
    digest = hashlib.sha256(f"{name}\0{seed}".encode()).digest()
    return np.random.default_rng(int.from_bytes(digest, "big"))


@contextlib.contextmanager
def seeded(seed: str) -> Iterator[None]:
    """While it is open `draw` uses this seed: a secret of who scores, one for the whole class."""
    _seeds.append(seed)
    try:
        yield
    finally:
        _seeds.pop()


def name_of(f: Any) -> str:
    """The name of the learner's function; raises Wrong where there is none."""
    if f is None or f is ...:
        raise Wrong("The function is not defined yet.")
    if not callable(f):
        raise Wrong(f"A function is wanted, defined with `def`; got {_show(np.asarray(f))}.")
    return getattr(f, "__name__", "the function")


def call_text(name: str, arguments: Sequence) -> str:
    """How the call is named in a message: `slope(2)`, or `slope(an array of 41)`."""
    return f"`{name}({', '.join(_short(a) for a in arguments)})`"


def _tuple(x: Any) -> tuple:
    return x if isinstance(x, tuple) else (x,)


def _arguments(x: Any) -> list:
    return [_argument(a) for a in _tuple(x)]


def _argument(a: Any) -> Any:
    # A fresh copy: an answer that writes into its input must not change the next case.
    return np.array(a) if isinstance(a, list | np.ndarray) else a


def _kind(like: Any) -> str:
    """One of "f", "b" and "U": numbers, truth values, words."""
    kind = np.asarray(like).dtype.kind
    return "f" if kind in "iuf" else kind


def _answered(f: Callable, result: Any) -> Any:
    if result is None or result is ...:
        name = name_of(f)
        raise Wrong(f"`{name}` returns nothing yet. Write its body, and end it with `return`.")
    return result


def _stopped(what: str, error: Exception) -> Wrong:
    if isinstance(error, NotImplementedError):
        return Wrong(f"{what} is not answered yet.")
    if isinstance(error, RecursionError):
        return Wrong(f"{what} calls itself without end.")
    text = str(error).splitlines()[0][:200] if str(error) else ""
    return Wrong(f"{what} stops with {type(error).__name__}{': ' + text if text else ''}.")


def _plain(
    name: str, answer: Any, shape: tuple[int, ...] | None, kind: str, *, quoted: bool = False
) -> np.ndarray:
    """The answer as an array of numbers, truth values or words, or Wrong with the reason."""
    what = name if quoted else f"`{name}`"
    if answer is None or answer is ...:
        raise Wrong(f"{what} is not answered yet.")
    wanted = {"f": "numbers", "b": "True or False", "U": "text"}[kind]
    if type(answer).__module__.split(".")[0] in ("torch", "sympy"):
        family = type(answer).__module__.split(".")[0]
        raise Wrong(f"{what} is an object of {family}. Numbers or a NumPy array are wanted.")
    try:
        array = np.asarray(answer)
    except Exception:
        raise Wrong(f"{what} is uneven: its rows have different lengths.") from None
    found = "f" if array.dtype.kind in "iuf" else array.dtype.kind
    if found != kind:
        raise Wrong(f"{what} is {_show(array)}. Wanted: {wanted}.")
    if shape is not None and array.shape != shape:
        raise Wrong(f"{what}: {_shape_text(array.shape, shape)}.")
    return _wide(array)


def _wide(a: Any) -> np.ndarray:
    """Numbers in double precision: a check that computes on with an answer must not wrap round in
    its int8, nor lose digits in its float16."""
    a = np.asarray(a)
    return a.astype(float) if a.dtype.kind in "iuf" else a


def _shape_text(got: tuple[int, ...], wanted: tuple[int, ...]) -> str:
    def text(shape: tuple[int, ...]) -> str:
        if shape == ():
            return "one number"
        return f"an array of {shape[0]}" if len(shape) == 1 else f"an array of shape {shape}"

    return f"{text(got)} came back, and {text(wanted)} is wanted"


def _agree(answer: Any, expected: Any, rtol: float | None, atol: float) -> bool:
    if rtol is None:
        rtol = RTOL_WHOLE if np.asarray(expected).dtype.kind in "iu" else RTOL
    answer, expected = _wide(answer), _wide(expected)
    if answer.shape != expected.shape:
        return False
    if expected.dtype.kind != "f" or answer.dtype.kind != "f":
        return bool(np.all(answer == expected))
    return bool(np.allclose(answer, expected, rtol=rtol, atol=atol, equal_nan=True))


def _agrees_with(
    answer: np.ndarray, other: Callable, arguments: list, rtol: float | None, atol: float
) -> bool:
    with np.errstate(all="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return _agree(answer, other(*(_argument(a) for a in arguments)), rtol, atol)
        except Exception:
            return False


def _difference(what: str, answer: np.ndarray, expected: Any) -> str:
    answer, expected = _wide(answer), _wide(expected)
    numbers = answer.dtype.kind == expected.dtype.kind == "f"
    same = (
        np.isclose(answer, expected, rtol=1e-6, atol=0, equal_nan=True)
        if numbers
        else (answer == expected)
    )
    if np.all(same):
        return f"{what} is right in its first six digits, not in the later ones."
    if answer.shape == ():
        return f"{what} gives {_show(answer)}, and {_show(expected)} is right."
    place = tuple(int(i) for i in np.argwhere(~same)[0])
    at = ", ".join(map(str, place))
    return f"{what}: element {at} is {_show(answer[place])}, and {_show(expected[place])} is right."


def _show(a: Any) -> str:
    a = np.asarray(a)
    if a.shape == ():
        if a.dtype.kind in "US":
            return repr(str(a))[:60]
        return f"{a:.6g}" if a.dtype.kind in "iuf" else f"{str(a)[:60]}"
    if a.size == 0:
        return "empty"
    if a.size > 6 or a.ndim > 1:
        return f"an array of shape {a.shape}" if a.ndim > 1 else f"an array of {a.size}"
    return "[" + ", ".join(_show(x) for x in a) + "]"


def _short(a: Any) -> str:
    return repr(a)[:40] if isinstance(a, str) else _show(a)
