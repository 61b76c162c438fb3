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
import math
import numbers
import os
import signal
import sys
import threading
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextvars import ContextVar
from typing import Any

import numpy as np

from sigmoids import answers, check_cells

# Where a check asks for no other tolerance: what single precision gives. Counts are exact.
RTOL, RTOL_WHOLE = 2e-5, 1e-9
PATIENCE = 10.0  # seconds that a call in a notebook may take
SHOWN = 24  # numbers of an array that the text of a call lists
SEED = "SIGMOIDS_SEED"  # the environment's variable
_seed: ContextVar[str] = ContextVar("seed", default="")  # that of `seeded`


class Overwritten(Exception):
    """The learner's function wrote into its argument of this number, counted from 0."""


class _Late(BaseException):
    """A call took longer than PATIENCE. No `except Exception` of the learner's catches it."""


class Wrong(AssertionError):
    """An answer is wrong or missing. The message is for the learner, and made of parts: what was
    `found`; what is `right`; what `tells` it as soon as one knows what was found; and a `hint`,
    which does not. `blank`: there is no answer yet; `stopped`: its own code ended in an error."""

    def __init__(
        self,
        found: str,
        *,
        right: str = "",
        tells: str = "",
        hint: str = "",
        blank: bool = False,
        stopped: bool = False,
    ):
        whole = f"{found}, and {right} is right." if right else found
        super().__init__(" ".join(filter(None, (whole, tells, hint))))
        short = f"{found}: that is not right." if right else found
        self.untold = " ".join(filter(None, (short, hint)))  # without what is right
        self.blank, self.stopped = blank, stopped

    def _render_traceback_(self) -> list[str]:  # what Jupyter shows in place of a traceback
        return [f"Not yet. {self}"]


def passed(name: str, *, hidden: bool = False) -> None:
    """Say that all checks of the cell passed, and whether more stand in the scored version."""
    more = " Scoring also tries inputs that are not shown here." if hidden else ""
    print(f"{name}: right.{more}")


def that(holds: Any, message: str, *, right: str = "", hint: str = "") -> None:
    """Raise `Wrong` unless `holds`. Where the message says what is right, it is given in parts, for
    a class is not told it: what was found, such as "`f(2)` gives 3", what is `right`, a `hint`."""
    if not holds:
        raise Wrong(message, right=right, hint=hint)


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
    is the message for, written as the formula that gives it; `name` is the answer's name in the
    notebook. Where one number is wanted an array of one is taken."""
    answer = _answer_array(name, answer, None, _kind_expected(expected))
    if np.shape(expected) == () and answer.size == 1:
        answer = answer.reshape(())
    _require_answer_shape(f"`{name}`", answer, np.shape(expected))
    if _answer_agrees(answer, expected, rtol, atol):
        return
    for message, wrong in (mistakes or {}).items():
        if np.shape(wrong) == answer.shape and _answer_agrees(answer, wrong, rtol, atol):
            raise Wrong(message)
    if answer.dtype.kind == "f" and not np.all(np.isfinite(answer)):
        raise Wrong(f"`{name}` is {_value_text(answer)}.")
    raise Wrong(f"`{name}` is {_value_text(answer)}: that is not right.")


def function(
    f: Callable,
    examples: Iterable[tuple],
    *,
    rtol: float | None = None,
    atol: float = 0.0,
    mistakes: Mapping[str, Callable] | None = None,
    hidden: bool = False,
) -> None:
    """A function, by `examples`: (argument, ..., expected result) each.

    Lists among the arguments are passed as arrays. `mistakes` maps a message to the wrong function
    it is the message for: it is said where the answer agrees with that function in every example,
    also where both have another shape than wanted, or stop with an error in some of them.
    `rtol` is by default 2e-5, which a right formula reaches in single precision, and 1e-9 where
    whole numbers are expected; where a question asks for more digits, its check says so. The type
    of the answer decides nothing.
    `hidden` examples are not described, nor what is expected.
    """
    examples = [tuple(case) for case in examples]
    name = name_of(f)
    texts = [
        f"`{name}` at an input not shown here" if hidden else call_text(name, _copies(case[:-1]))
        for case in examples
    ]
    results = [_answer_or_wrong(f, case, what) for case, what in zip(examples, texts, strict=True)]
    rights = [case[-1] for case in examples]
    same = [_answer_agrees(a, b, rtol, atol) for a, b in zip(results, rights, strict=True)]
    if all(same):
        return
    for message, mistake in (mistakes or {}).items():
        if _mistake_gives_answers(mistake, examples, results, rtol, atol):
            raise Wrong(message)
    for result, right, what in zip(results, rights, texts, strict=True):
        if isinstance(result, Wrong):
            raise result
        _require_answer_shape(what, result, np.shape(right))
    if hidden:
        raise Wrong(
            f"`{name}` is wrong at an input that is not shown here. Try large, small and negative "
            "numbers, and arrays."
        )
    k = same.index(False)
    found, right = _difference_texts(texts[k], results[k], rights[k], rtol, atol)
    raise Wrong(found, right=right, tells=_pattern_text(results, rights, rtol, atol))


def expression(
    name: str,
    answer: Any,
    symbols: str,
    examples: Iterable[tuple[float, ...]],
    *,
    rtol: float = 1e-9,
    atol: float = 0.0,
    mistakes: Mapping[str, Callable] | None = None,
    hidden: bool = False,
) -> None:
    """A SymPy expression, by `examples`: the values of its `symbols`, and its own. `symbols` are
    names with spaces between; `mistakes` maps a message to the wrong formula, a NumPy function.
    `hidden` examples are not described, nor what is expected."""
    names = symbols.split()
    *columns, right = (np.array(column, dtype=float) for column in zip(*examples, strict=True))
    answer = evaluate(name, answer, dict(zip(names, columns, strict=True)))
    if _answer_agrees(answer, right, rtol, atol):
        return
    for message, mistake in (mistakes or {}).items():
        if _mistake_gives_answer(mistake, answer, columns, rtol, atol):
            raise Wrong(message)
    if hidden:
        raise Wrong(f"`{name}` is wrong at a point that is not shown here.")
    k = int(np.flatnonzero(~_elements_agree(answer, right, rtol, atol))[0])
    place = _point_text({s: c[k] for s, c in zip(names, columns, strict=True)})
    got, wanted = _texts_apart(answer[k], right[k])
    raise Wrong(
        f"`{name}` is not right: at {place} it is {got}",
        right=wanted,
        tells=_pattern_text([answer], [right], rtol, atol),
    )


def evaluate(name: str, answer: Any, at: Mapping[str, np.ndarray]) -> np.ndarray:
    """The values of the SymPy expression `answer` where its symbols have the values `at`. They are
    computed with 30 digits, so the form in which it is written neither overflows nor loses any."""
    if hasattr(answer, "values_at"):  # an expression on the other side of a process's border
        return _answer_array(name, answer.values_at(at), np.shape(next(iter(at.values()))), "f")
    if answer is None or answer is ...:
        raise Wrong(f"`{name}` is not answered yet.", blank=True)
    import sympy

    if not isinstance(answer, sympy.Expr | numbers.Real):
        raise Wrong(
            f"`{name}` is of type {answers.type_name(answer)}; a SymPy expression is wanted."
        )
    answer = sympy.sympify(answer)
    with contextlib.suppress(Exception):  # an integral without a formula has values all the same
        answer = answer.doit()
    answer = answer.xreplace({x: _fraction(x) for x in answer.atoms(sympy.Float)})
    strangers = sorted(s.name for s in answer.free_symbols if s.name not in at)
    if strangers:
        raise Wrong(f"`{name}` holds {', '.join(strangers)}; only {', '.join(at)} may remain.")
    unknown = sorted(map(str, answer.atoms(sympy.core.function.AppliedUndef)))
    if unknown:
        raise Wrong(f"`{name}` still holds {', '.join(unknown)}: put in what it stands for.")
    points = zip(*(np.ravel(column).tolist() for column in at.values()), strict=True)
    return np.array([_answer_at_point(name, answer, dict(zip(at, p, strict=True))) for p in points])


def _fraction(decimal: Any) -> Any:
    """What a decimal of SymPy stands for: 0.1 for 1/10, 0.333333333333333 for 1/3. With 15 digits
    alone, what cancels in an expression would leave none."""
    import sympy

    exact = sympy.Rational(str(decimal))
    simple = exact.limit_denominator(1000)
    return simple if abs(simple - exact) < 1e-14 * abs(exact) else exact


def _answer_at_point(name: str, answer: Any, at: Mapping[str, float]) -> float:
    import sympy

    # By name: symbols of one name with other assumptions, such as positive=True, are others.
    exact = {s: sympy.Rational(at[s.name]) for s in answer.free_symbols}
    try:
        value = answer.subs(exact).evalf(30)
        value = math.inf if value is sympy.zoo else complex(value)
    except Exception:
        raise Wrong(f"`{name}` has no value where {_point_text(at)}.") from None
    return value.real if abs(value.imag) <= 1e-20 * abs(value.real) else math.nan


def _point_text(at: Mapping[str, float]) -> str:
    return ", ".join(f"{symbol} = {x:g}" for symbol, x in at.items())


def quiet(f: Callable, inputs: Iterable, message: str) -> None:
    """Raise `Wrong(message)` where `f` overflows, divides by zero or makes NaN at an input."""
    for x in inputs:
        with np.errstate(over="raise", divide="raise", invalid="raise"):
            try:
                what = call_text(name_of(f), _copies(x))
                _answer_given(what, _answer_returned(f, _copies(x), what))
            except (FloatingPointError, OverflowError, ZeroDivisionError):
                raise Wrong(message) from None
            except Wrong:
                raise
            except Exception as error:
                raise _answer_stopped(what, error) from None


def call(
    f: Callable,
    *arguments: Any,
    shape: tuple[int, ...] | None = None,
    like: Any = 0.0,
    what: str | None = None,
) -> np.ndarray:
    """The result of `f` as an array, which has `shape` where one is given, and numbers, truth
    values or words as `like`. Floating-point warnings are not shown: see `quiet`. Raises Wrong
    where `f` stops, returns something else, or writes into an argument."""
    name = name_of(f)
    what = what or call_text(name, arguments)
    with np.errstate(all="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            result = _answer_returned(f, arguments, what)
        except Wrong:
            raise
        except Exception as error:
            raise _answer_stopped(what, error) from None
    given = _answer_given(what, result)
    return _answer_array(what, given, shape, _kind_expected(like), quoted=True)


def spread(
    rng: np.random.Generator, low: float, high: float, *, seams: Sequence[float] = ()
) -> list:
    """Hidden inputs of every kind between `low` and `high`, for `cases`: a number; arrays of no,
    one and two dimensions, and of whole numbers where there are any; both ends; numbers near 0,
    where it lies between, in every order of magnitude down to 1e-18; and both sides of each of
    the `seams`, where a shortcut may change its formula."""
    some = rng.uniform(low, high, 6)
    found = [float(some[0]), np.array(some[1]), some[2:], rng.uniform(low, high, (3, 4))]
    if math.ceil(low) <= math.floor(high):
        whole = rng.integers(math.ceil(low), math.floor(high) + 1, 5)
        found += [whole, int(whole[0])]
    tiny = 10 ** rng.uniform(-18, -1, 40)
    sides = [s * (1 + sign * tiny[::4]) for s in seams for sign in (-1, 1)]
    near = np.concatenate([[low, high], tiny, -tiny, *sides])
    return [*found, near[(low <= near) & (near <= high)]]


def cases(reference: Callable, *inputs: Any) -> list[tuple]:
    """Examples for `function`: each input, a tuple where there are several arguments, and what
    `reference` gives for it."""
    return [(*_as_tuple(x), reference(*_copies(x))) for x in inputs]


def draw(name: str) -> np.random.Generator:
    """A generator of hidden inputs. `name`, the check's own, and the seed give its numbers: that of
    `seeded`, or the environment's SIGMOIDS_SEED. Without a seed they are others in each run."""
    seed = _seed.get() or os.environ.get(SEED)
    if not seed:
        return np.random.default_rng()
    digest = hashlib.sha256(f"{name}\0{seed}".encode()).digest()
    return np.random.default_rng(int.from_bytes(digest, "big"))


@contextlib.contextmanager
def seeded(seed: str) -> Iterator[None]:
    """While it is open `draw` uses this seed in this thread: a secret of who scores, one for the
    whole class."""
    before = _seed.set(seed)
    try:
        yield
    finally:
        _seed.reset(before)


def name_of(f: Any) -> str:
    """The name of the learner's function; raises Wrong where there is none."""
    if f is None or f is ...:
        raise Wrong("The function is not defined yet.")
    if not callable(f):
        raise Wrong(f"A function is wanted, defined with `def`; got {_value_text(np.asarray(f))}.")
    return getattr(f, "__name__", "the function")


def call_text(name: str, arguments: Sequence) -> str:
    """How the call is named in a message: `slope(2)`, or `slope(an array of 41)`."""
    return f"`{name}({', '.join(_argument_text(a) for a in arguments)})`"


def _as_tuple(x: Any) -> tuple:
    return x if isinstance(x, tuple) else (x,)


def _copies(x: Any) -> list:
    return [_copy(a) for a in _as_tuple(x)]


def _copy(a: Any) -> Any:
    # A fresh copy: an answer that writes into its input must not change the next case.
    return np.array(a) if isinstance(a, list | np.ndarray) else a


def _kind_expected(like: Any) -> str:
    """One of "f", "b" and "U": numbers, truth values, words."""
    kind = np.asarray(like).dtype.kind
    return "f" if kind in "iuf" else kind


def _answer_given(what: str, result: Any) -> Any:
    if result is None or result is ...:
        found = f"{what} returns nothing yet. End each path through its body with `return`."
        raise Wrong(found, blank=True)
    return result


def _answer_stopped(what: str, error: Exception) -> Wrong:
    if isinstance(error, NotImplementedError):
        return Wrong(f"{what} is not answered yet.", blank=True)
    if isinstance(error, Overwritten):
        place = ("first", "second", "third", "fourth", "fifth")[min(error.args[0], 4)]
        return Wrong(
            f"{what} writes into its {place} argument, which the caller still needs. Compute "
            "something new: `x = 2 * x`, not `x *= 2`; or begin with `x = x.copy()`."
        )
    if isinstance(error, RecursionError):
        return Wrong(f"{what} calls itself deeper than Python allows.", stopped=True)
    text = str(error).splitlines()[0][:200] if str(error) else ""
    found = f"{what} stops with {answers.type_name(error)}{': ' + text if text else ''}."
    return Wrong(found, stopped=True)


def _answer_returned(f: Callable, arguments: Sequence, what: str) -> Any:
    """What `f` returns. Raises Overwritten where it wrote into an argument."""
    before = [np.array(a) if isinstance(a, np.ndarray) else a for a in arguments]
    try:
        with _patience():
            result = f(*arguments)
    except _Late:
        late = f"{what} was still running after {PATIENCE:g} s. Does a loop end?"
        raise Wrong(late) from None
    for number, pair in enumerate(zip(arguments, before, strict=True)):
        if answers.changed(*pair):
            raise Overwritten(number)
    return result


@contextlib.contextmanager
def _patience() -> Iterator[None]:
    """In a notebook, raise _Late after PATIENCE seconds. Scoring has limits of its own."""
    if (
        check_cells.shell_here() is None
        or not hasattr(signal, "setitimer")
        or sys.platform == "emscripten"
        or threading.current_thread() is not threading.main_thread()
    ):
        yield
        return

    def late(*_: Any) -> None:
        raise _Late

    before = signal.signal(signal.SIGALRM, late)
    try:
        # Again after each second, for a bare `except` may have caught the first.
        signal.setitimer(signal.ITIMER_REAL, PATIENCE, 1.0)
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _answer_or_wrong(f: Callable, case: tuple, what: str) -> Any:
    """What came back, of any shape; Wrong, not raised, where `f` stopped with an error."""
    try:
        return call(f, *_copies(case[:-1]), like=case[-1], what=what)
    except Wrong as wrong:
        if not wrong.stopped:
            raise
        return wrong


def _mistake_gives_answers(
    mistake: Callable, examples: list[tuple], results: list, rtol: float | None, atol: float
) -> bool:
    """Whether a known wrong function gives these results, and stops where the answer did. It must
    give one at least."""
    agree = all(
        _mistake_gives_answer(mistake, result, case[:-1], rtol, atol)
        for result, case in zip(results, examples, strict=True)
    )
    return agree and not all(isinstance(result, Wrong) for result in results)


def _answer_array(
    name: str, answer: Any, shape: tuple[int, ...] | None, kind: str, *, quoted: bool = False
) -> np.ndarray:
    """The answer as an array of numbers, truth values or words, or Wrong with the reason."""
    what = name if quoted else f"`{name}`"
    if answer is None or answer is ...:
        raise Wrong(f"{what} is not answered yet.", blank=True)
    wanted = {"f": "numbers", "b": "True or False", "U": "text"}[kind]
    array = answers.seen(answer)
    if isinstance(array, answers.Odd):
        raise Wrong(f"{what} {_answer_oddness(array, answer, wanted)}")
    found = "f" if array.dtype.kind in "iuf" else array.dtype.kind
    if found != kind:
        raise Wrong(f"{what} is {_value_text(array)}. Wanted: {wanted}.")
    if shape is not None:
        _require_answer_shape(what, array, shape)
    return _doubles(array)


def _answer_oddness(odd: answers.Odd, answer: Any, wanted: str) -> str:
    """The rest of a sentence that begins with the answer's name."""
    if odd.kind in ("torch", "torches"):
        it = "is an object of torch" if odd.kind == "torch" else "holds tensors of torch"
        return f"{it}. Numbers or a NumPy array are wanted. `.detach().numpy()` makes one."
    if odd.kind == "sympy":
        return "is an object of sympy. Numbers or a NumPy array are wanted."
    if odd.kind == "masked":
        return "has masked numbers, which count as missing. All of them are wanted."
    if odd.type == "OptimizeResult":
        return "is a whole result of SciPy; take its `.x`."
    if odd.kind in ("other", "unread"):
        it = f"an object of type {odd.type}" if odd.kind == "unread" else _value_text(answer)
        return f"is {it}. Wanted: {wanted}."
    if all(odd.shapes) and len({len(s) for s in odd.shapes}) == 1:
        return "is uneven: its rows have different lengths."
    *most, last = map(_shape_text, odd.shapes)
    return (
        f"is a {odd.kind} of {', '.join(most)} and {last}. One array is wanted: `np.append` and "
        "`np.concatenate` join parts."
    )


def _doubles(a: Any) -> np.ndarray:
    """Numbers in double precision: a check that computes on with an answer must not wrap round in
    its int8, nor lose digits in its float16."""
    a = np.asarray(a)
    return a.astype(float) if a.dtype.kind in "iuf" else a


def _require_answer_shape(what: str, array: np.ndarray, shape: tuple[int, ...]) -> None:
    if array.shape != shape:
        got, wanted = _shape_text(array.shape), _shape_text(shape)
        raise Wrong(f"{what}: {got} came back, and {wanted} is wanted.")


def _shape_text(shape: tuple[int, ...]) -> str:
    if shape == ():
        return "one number"
    return f"an array of {shape[0]}" if len(shape) == 1 else f"an array of shape {shape}"


def _answer_agrees(answer: Any, expected: Any, rtol: float | None, atol: float) -> bool:
    if isinstance(answer, Wrong) or _doubles(answer).shape != np.shape(expected):
        return False
    return bool(np.all(_elements_agree(answer, expected, rtol, atol)))


def _elements_agree(answer: Any, expected: Any, rtol: float | None, atol: float) -> np.ndarray:
    """Which elements agree."""
    if rtol is None:
        rtol = RTOL_WHOLE if np.asarray(expected).dtype.kind in "iu" else RTOL
    answer, expected = _doubles(answer), _doubles(expected)
    if expected.dtype.kind != "f" or answer.dtype.kind != "f":
        return np.asarray(answer == expected)
    return np.isclose(answer, expected, rtol=rtol, atol=atol, equal_nan=True)


def _mistake_gives_answer(
    mistake: Callable, answer: Any, arguments: Iterable, rtol: float | None, atol: float
) -> bool:
    """Whether a known wrong function gives the answer too, or stops where the answer did."""
    with np.errstate(all="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return _answer_agrees(answer, mistake(*map(_copy, arguments)), rtol, atol)
        except Exception:
            return isinstance(answer, Wrong)


def _difference_texts(
    what: str, answer: np.ndarray, expected: Any, rtol: float | None, atol: float
) -> tuple[str, str]:
    """What was found, and what is right."""
    far = ~_elements_agree(answer, expected, rtol, atol)
    answer, expected = _doubles(answer), _doubles(expected)
    place = tuple(int(i) for i in np.argwhere(far)[0])
    got, wanted = _texts_apart(answer[place], expected[place])
    if answer.dtype.kind == expected.dtype.kind == "f" and np.allclose(
        answer, expected, rtol=1e-6, atol=0, equal_nan=True
    ):
        what += " is right in its first six digits, not in the later ones"
        return f"{what}: {got} came back", wanted
    if place == ():
        return f"{what} gives {got}", wanted
    at = ", ".join(map(str, place))
    return f"{what}: element {at} is {got}", wanted


def _pattern_text(results: Sequence, rights: Sequence, rtol: float | None, atol: float) -> str:
    """A sentence on what all numbers have in common: the other sign, or a factor. Empty where they
    have nothing, or fewer than two right numbers tell."""
    got, right = (
        np.concatenate([np.ravel(_doubles(a)) for a in side]) for side in (results, rights)
    )
    if got.dtype.kind != "f" or right.dtype.kind != "f" or not np.all(np.isfinite([got, right])):
        return ""
    tells = right != 0
    if np.unique(right[tells]).size < 2:
        return ""
    factor = np.median(got[tells] / right[tells])
    if factor == 0 or not _answer_agrees(got, factor * right, rtol, atol):
        return ""
    if np.isclose(factor, -1, rtol=1e-6):
        return "All signs are turned."
    return f"Everywhere it is {factor:.4g} times what is right."


def _texts_apart(a: Any, b: Any) -> tuple[str, str]:
    """Two values in words, with as many digits, six or more, as tell them apart."""
    for digits in range(6, 18):
        texts = _value_text(a, digits), _value_text(b, digits)
        if texts[0] != texts[1]:
            break
    return texts


def _value_text(a: Any, digits: int = 6, most: int | None = None) -> str:
    a = np.asarray(a)
    if a.shape == ():
        if a.dtype.kind in "US":
            return repr(str(a))[:60]
        return f"{a:.{digits}g}" if a.dtype.kind in "iuf" else f"{str(a)[:60]}"
    if a.size == 0:
        return "empty"
    if a.size > (most or (6 if a.ndim == 1 else 8)) or a.ndim > 2:
        return f"an array of shape {a.shape}" if a.ndim > 1 else f"an array of {a.size}"
    return "[" + ", ".join(_value_text(x, digits, most) for x in a) + "]"


def _argument_text(a: Any) -> str:
    return repr(a)[:40] if isinstance(a, str) else _value_text(a, most=SHOWN)


check_cells.install()
