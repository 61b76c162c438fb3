"""Checks: what passes, what does not, and what is said."""

import contextlib
import decimal
import fractions
import functools
import io
import math
import signal
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import mpmath
import numpy as np
import pytest
import sympy as sp
import torch
from IPython.core.interactiveshell import InteractiveShell
from scipy import optimize

from sigmoids import checks

CASES = [(0.0, 0.0), (2.0, 4.0), ([1.0, 3.0], [1.0, 9.0])]


def square(x):
    return x * x


def told(call):
    with pytest.raises(checks.Wrong) as wrong:
        call()
    return str(wrong.value)


@pytest.mark.parametrize(
    "f",
    [
        square,
        lambda x: np.asarray(x) ** 2,
        lambda x: np.float32(x) ** 2,
        lambda x: [float(v) ** 2 for v in x] if np.ndim(x) else x**2,
        lambda x: np.array(x * x, dtype=int),
    ],
)
def test_right_results_pass_as_lists_arrays_and_single_precision(f):
    checks.function(f, CASES)


@pytest.mark.parametrize(
    ("f", "message"),
    [
        (lambda x: None, "`f(0)` returns nothing yet. End each path through its body"),
        (lambda x: ..., "returns nothing yet"),
        (lambda x: np.array([]), "`f(0)`: an array of 0 came back, and one number is wanted."),
        (lambda x: 0 * np.asarray(x), "`f(2)` gives 0, and 4 is right."),
        (lambda x: float(np.sum(x * x)), "`f([1, 3])`: one number came back, and an array of 2"),
        (lambda x: np.stack([x, x]), "`f(0)`: an array of 2 came back"),
        (lambda x: x * x * (1 if np.ndim(x) else np.nan), "`f(0)` gives nan, and 0 is right."),
        (lambda x: np.where(np.asarray(x) > 2, 8, x * x), "`f([1, 3])`: element 1 is 8, and 9"),
        (lambda x: x * x * (1 + 3e-5), "`f(2)` gives 4.00012, and 4 is right."),
        (lambda x: str(x), "`f(0)` is '0.0'. Wanted: numbers."),
        (lambda x: True, "is True. Wanted: numbers."),
        (lambda x: 1j, "Wanted: numbers."),
        (lambda x: torch.tensor(x), "is an object of torch. Numbers or a NumPy array are wanted."),
        (lambda x: sp.Symbol("x"), "is an object of sympy. Numbers or a NumPy array are wanted."),
        (lambda x: sp.I, "is an object of sympy"),
        (lambda x: [sp.Symbol("x")], "is an object of sympy"),
        (lambda x: [torch.tensor(1.0, requires_grad=True)] * 2, "`f(0)` holds tensors of torch. N"),
        (lambda x: object(), "Wanted: numbers."),
        (lambda x: [[1], [1, 2]], "its rows have different lengths"),
        (lambda x: ([1, 2], 3), "is a tuple of an array of 2 and one number. One array is wanted"),
        (lambda x: [[[1], [1, 2]], 3], "is an object of type list. Wanted: numbers."),
        (lambda x: np.ma.masked_array([4.0], True), "`f(0)` has masked numbers"),
        (lambda x: math.sqrt(-1), "`f(0)` stops with ValueError: "),
        (lambda x: unknown, "stops with NameError: name 'unknown' is not defined"),  # noqa: F821
        (lambda x, y: x, "stops with TypeError"),
    ],
)
def test_wrong_results_are_told_kind_then_shape_then_value(f, message):
    f.__name__ = "f"
    assert message in told(lambda: checks.function(f, CASES))


def test_what_is_not_written_yet_is_told_so():
    def f(x):
        raise NotImplementedError

    assert told(lambda: checks.function(f, CASES)) == "`f(0)` is not answered yet."
    assert told(lambda: checks.function(None, CASES)) == "The function is not defined yet."
    assert told(lambda: checks.function(3, CASES)).startswith("A function is wanted, defined with")
    assert told(lambda: checks.value("a", ..., 3)) == "`a` is not answered yet."
    assert told(lambda: checks.value("a", None, 3)) == "`a` is not answered yet."
    assert told(lambda: checks.expression("a", ..., "x", [(1, 1)])) == "`a` is not answered yet."


def test_a_function_without_end_is_told_so():
    def f(x):
        return f(x)

    assert (
        told(lambda: checks.function(f, CASES)) == "`f(0)` calls itself deeper than Python allows."
    )


def test_an_input_that_gives_nothing_is_named():
    f = lambda x: None if np.ndim(x) else x * x  # noqa: E731
    f.__name__ = "f"
    assert told(lambda: checks.function(f, CASES)).startswith("`f([1, 3])` returns nothing yet.")


def endless(x):
    while True:
        with contextlib.suppress(Exception):
            time.sleep(0.01)


def test_a_call_without_end_is_stopped_in_a_notebook(monkeypatch):
    monkeypatch.setattr(checks, "PATIENCE", 0.2)
    monkeypatch.setitem(sys.modules, "IPython", SimpleNamespace(get_ipython=object))
    before = signal.getsignal(signal.SIGALRM)
    late = "`endless(0)` was still running after 0.2 s. Does a loop end?"
    assert told(lambda: checks.function(endless, CASES)) == late
    assert told(lambda: checks.quiet(endless, [0.0], "It warns.")) == late
    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)


def test_outside_a_notebook_and_its_main_thread_no_clock_runs(monkeypatch):
    def left(x):
        return signal.getitimer(signal.ITIMER_REAL)[0]

    monkeypatch.setitem(sys.modules, "IPython", SimpleNamespace(get_ipython=lambda: None))
    assert checks.call(left, 0) == 0
    monkeypatch.setitem(sys.modules, "IPython", SimpleNamespace(get_ipython=object))
    with ThreadPoolExecutor() as threads:
        assert threads.submit(checks.call, left, 0).result() == 0
    assert checks.call(left, 0) > 9


def test_a_result_of_an_optimisation_and_short_arrays_are_told_in_full():
    found = optimize.minimize_scalar(lambda x: (x - 1) ** 2)
    assert told(lambda: checks.value("a", found, 1.0)) == (
        "`a` is a whole result of SciPy; take its `.x`."
    )
    assert checks.call_text("f", [np.arange(8) > 3, np.zeros((3, 9))]) == (
        "`f([False, False, False, False, True, True, True, True], an array of shape (3, 9))`"
    )
    assert checks.call_text("f", [np.arange(25)]) == "`f(an array of 25)`"


def test_decimals_in_an_expression_lose_no_digits():
    p = sp.Symbol("p")
    checks.expression("a", 1.0 - (1 - p) / (1 - p + 0.1 * p), "p", [(1e-12, 1e-13 * (1 + 9e-13))])


def test_a_known_mistake_is_named_where_all_cases_agree_with_it():
    def double(x):
        return 2 * x

    mistakes = {"broken": lambda x: 1 / 0, "Twice, not squared.": double}
    assert told(lambda: checks.function(double, CASES, mistakes=mistakes)) == "Twice, not squared."
    almost = lambda x: 2 * np.asarray(x) + (np.asarray(x) > 2)  # noqa: E731
    almost.__name__ = "almost"
    assert "element 0 is 2" in told(lambda: checks.function(almost, CASES, mistakes=mistakes))


def test_hidden_cases_are_not_described():
    def f(x):
        return 7.0

    text = told(lambda: checks.function(f, [(2.5, 6.25)], hidden=True))
    assert "2.5" not in text and "6.25" not in text and "`f` is wrong at an input" in text
    text = told(lambda: checks.function(lambda x: 1 / 0, [(2.5, 6.25)], hidden=True))
    assert "2.5" not in text and "stops with ZeroDivisionError" in text


def test_an_answer_that_writes_into_its_argument_is_told_so_and_spoils_nothing():
    def f(scale, x):
        result = scale * x * x
        x += 1
        return result

    inputs = [1.0, 3.0]
    text = told(lambda: checks.function(f, [(1.0, inputs, [1.0, 9.0])] * 2))
    assert text.startswith("`f(1, [1, 3])` writes into its second argument, which the caller still")
    assert inputs == [1.0, 3.0]
    for result in (lambda x: x, lambda x: x.T, lambda x: np.sort(x)):  # which write nothing
        checks.function(result, [([1.0, np.nan], [1.0, np.nan])])
    text = told(lambda: checks.quiet(lambda x: np.add(x, 1, out=x), [np.ones(2)], ""))
    assert "writes into its first argument" in text


@pytest.mark.parametrize(
    "third",
    [
        fractions.Fraction(1, 3),
        decimal.Decimal(1) / 3,
        sp.Rational(1, 3),
        sp.log(9) / (6 * sp.log(3)),
        sp.Integral(sp.Symbol("x") ** 2, (sp.Symbol("x"), 0, 1)),
        mpmath.mpf(1) / 3,
        np.array(1 / 3),
        [1 / 3],
    ],
)
def test_a_number_is_taken_in_any_exact_form(third):
    checks.value("third", third, 1 / 3)
    assert told(lambda: checks.value("third", third, 1 / 2)) == (
        "`third` is 0.333333: that is not right."
    )
    if np.ndim(third) == 0:
        checks.function(lambda x: third, [(0.0, 1 / 3)])
        checks.value("three", [third] * 3, np.full(3, 1 / 3))
        checks.value("three", np.array([[third, 1.0]], dtype=object), [[1 / 3, 1.0]])


def test_counts_in_exact_form_are_numbers_too():
    checks.value("n", sp.Integer(49), 49)
    checks.value("n", sp.Matrix([[1, 2], [3, 4]]), [[1, 2], [3, 4]])
    checks.function(lambda n: [fractions.Fraction(n), sp.Integer(2)], [(1, [1, 2])])
    assert "Wanted: numbers." in told(lambda: checks.value("n", [True, object()], [1, 2]))


def test_the_check_sets_the_tolerance_and_never_the_type_of_the_answer():
    third = lambda dtype, off=0: lambda x: dtype((1 + off) / 3)  # noqa: E731
    cases = [(0.0, 1 / 3)]
    types = (float, np.float32, np.float64, np.longdouble)
    for dtype in types:
        checks.function(third(dtype), cases)
        checks.function(third(dtype, off=1e-5), cases)
        assert told(lambda d=dtype: checks.function(third(d, off=3e-5), cases))
    for dtype in (np.float16, np.float32):
        assert told(lambda d=dtype: checks.function(third(d), cases, rtol=1e-9))
        checks.function(third(dtype), cases, rtol=1e-3)
        checks.value("third", dtype(1 / 3), 1 / 3, rtol=1e-3)
    assert told(lambda: checks.function(third(np.float16), cases))
    assert told(lambda: checks.value("third", np.float16(1 / 3), 1 / 3))
    text = told(lambda: checks.function(third(float, off=1e-7), cases, rtol=1e-9))
    assert "right in its first six digits, not in the later ones" in text


def test_counts_are_exact():
    checks.function(lambda x: np.float32(151_600), [(0.0, 151_600)])
    assert told(lambda: checks.function(lambda x: 151_601, [(0.0, 151_600)]))
    assert told(lambda: checks.function(lambda x: [1, 151_601.0], [(0.0, [1, 151_600])]))


@pytest.mark.parametrize("dtype", [np.int8, np.uint8, np.int16, np.int64, np.uint64, np.float16])
def test_what_a_check_computes_with_an_answer_neither_wraps_round_nor_is_rounded(dtype):
    answer = checks.call(lambda x: np.array([100, 101, 3], dtype), 0.0, shape=(3,))
    assert answer.dtype == float
    assert answer @ [100.0, 101.0, 3.0] == 20_210
    assert np.all(answer * 100 == [10_000, 10_100, 300]) and np.all(3 - answer == [-97, -98, 0])
    checks.function(lambda x: np.array([100, 3], dtype), [(0.0, [100, 3])])
    text = told(lambda: checks.function(lambda x: np.array([100, 3], dtype), [(0.0, [-156, 259])]))
    assert "element 0 is 100, and -156 is right" in text


class Liar(np.ndarray):
    """An array that calls itself equal to everything."""

    def __eq__(self, other):
        return np.ones(self.shape, bool)

    def __array_ufunc__(self, *_, **__):
        return np.zeros(self.shape)

    __hash__ = None


@pytest.mark.parametrize(
    ("answer", "right"),
    [
        (np.ma.masked_array([1.0, 9.0], [False, True]), False),  # a masked number is missing
        (np.ma.masked_array([1.0, 9.0], [False, False]), True),
        (np.ma.masked_array([1.0, 8.0], [False, False]), False),
        (np.array([1.0, 9.0]).view(Liar), True),
        (np.array([1.0, 8.0]).view(Liar), False),
        (np.array([True, True]), False),
        (np.array([1.0, 9.0], dtype=object), True),
        (np.array([1.0, "9"], dtype=object), False),
        (np.array([1 + 0j, 9 + 0j]), False),
        (np.array([1.0, 9.0], dtype=np.longdouble), True),
        (np.array([1, 2**64 + 9], dtype=object), False),
        (np.array([1.0, 9.0], dtype=">f8"), True),
    ],
)
def test_unusual_arrays_are_judged_by_their_numbers_alone(answer, right):
    cases = [([1.0, 3.0], [1.0, 9.0])]
    if right:
        checks.function(lambda x: answer, cases)
    else:
        assert told(lambda: checks.function(lambda x: answer, cases))


def test_what_results_have_in_common_is_said_where_it_holds_to_the_digits_asked_for():
    cases = [(1.0, 2.0), (3.0, 6.0), (4.0, 8.0)]
    f = lambda x: 4 * x + (x > 3) * 1e-7  # noqa: E731
    doubled = " Everywhere it is 2 times what is right."
    assert told(lambda: checks.function(f, cases)).endswith(doubled)
    assert told(lambda: checks.function(f, cases, rtol=1e-9)).endswith(" 2 is right.")
    e = 4 * sp.Symbol("x") + sp.Symbol("x") ** 9 * 1e-12
    assert told(lambda: checks.expression("e", e, "x", cases, rtol=1e-5)).endswith(doubled)
    assert told(lambda: checks.expression("e", e, "x", cases, rtol=1e-9)).endswith(" 2 is right.")


def test_an_expression_may_be_0():
    checks.expression("e", sp.Symbol("x") - 1, "x", [(1.0, 0.0), (3.0, 2.0)])


def test_what_returns_nothing_counts_as_not_answered():
    with pytest.raises(checks.Wrong) as wrong:
        checks.function(lambda x: None, CASES)
    assert wrong.value.blank is True


def test_drawn_inputs_follow_from_name_and_seed_and_are_new_without_one(monkeypatch):
    monkeypatch.delenv(checks.SEED, raising=False)

    def numbers(name="slope-check"):
        return tuple(checks.draw(name).random(3))

    assert numbers() != numbers()
    with checks.seeded("a"):
        of_a = numbers()
        assert numbers() == of_a != numbers("slope-more")
        with checks.seeded("b"):
            assert numbers() != of_a
        assert numbers() == of_a
    monkeypatch.setenv("SIGMOIDS_SEED", "a")
    assert numbers() == of_a
    with checks.seeded("b"):
        assert numbers() != of_a
        with ThreadPoolExecutor(1) as thread:  # a seed is nobody else's
            assert thread.submit(numbers).result() == of_a


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (0.3, "`a` is 0.3: that is not right."),
        (0.5, "Half."),
        (float("nan"), "`a` is nan."),
        ([], "`a`: an array of 0 came back, and one number is wanted."),
        ("0.25", "Wanted: numbers."),
        (False, "Wanted: numbers."),
    ],
)
def test_values(answer, message):
    checks.value("a", 0.25, 0.25)
    checks.value("a", np.float32(0.25), 0.25)
    assert message in told(lambda: checks.value("a", answer, 0.25, mistakes={"Half.": 0.5}))


def test_words_and_truth_values():
    checks.value("word", "tanh", "tanh")
    checks.value("flags", [True, False], [True, False])
    wrong = {"That is the logistic curve.": "sigmoid"}
    assert told(lambda: checks.value("word", "sigmoid", "tanh", mistakes=wrong)) == (
        "That is the logistic curve."
    )
    assert "`word` is 'relu': that is not right." in told(
        lambda: checks.value("word", "relu", "tanh", mistakes=wrong)
    )
    assert "Wanted: True or False." in told(lambda: checks.value("flag", 1, True))


def test_expressions_are_compared_by_value_in_any_form():
    a, b = sp.symbols("a b")
    cases = [(0.5, 2.0, 6.25), (1.5, -1.0, 0.25)]

    checks.expression("e", a**2 + 2 * a * b + b**2, "a b", cases)
    checks.expression("e", (sp.Symbol("a", positive=True) + b) ** 2, "a b", cases)
    wrong = {"The mixed term is missing.": lambda a, b: a**2 + b**2}
    assert told(lambda: checks.expression("e", a**2 + b**2, "a b", cases, mistakes=wrong)) == (
        "The mixed term is missing."
    )
    assert told(lambda: checks.expression("e", a + b, "a b", cases)) == (
        "`e` is not right: at a = 0.5, b = 2 it is 2.5, and 6.25 is right."
    )
    assert "holds z; only a, b may remain" in told(
        lambda: checks.expression("e", sp.Symbol("z") + a, "a b", cases)
    )
    assert "a SymPy expression is wanted" in told(
        lambda: checks.expression("e", "a + b", "a b", cases)
    )
    assert "nan" in told(lambda: checks.expression("e", sp.nan * a, "a b", cases))


def test_expressions_need_not_be_evaluated_and_lose_no_digits():
    a, t = sp.symbols("a t")
    cases = [(0.5, 0.25), (3.0, 9.0)]
    for right in (
        sp.Derivative(a**3 / 3, a),
        sp.Integral(2 * t, (t, 0, a)),
        (a + 10**30) ** 2 - 10**60 - 2 * a * 10**30,
        (a**2 * sp.exp(1000 * a) + 1) / sp.exp(1000 * a),
        sp.Integral(sp.cos(t**3 + t) + 2 * t, (t, 0, a)) - sp.Integral(sp.cos(t**3 + t), (t, 0, a)),
    ):
        checks.expression("e", right, "a", cases)
    checks.expression("e", fractions.Fraction(1, 4), "a", [(0.5, 0.25)])
    unknown = told(lambda: checks.expression("e", sp.Function("A")(a) * a, "a", cases))
    assert unknown == "`e` still holds A(a): put in what it stands for."
    text = told(lambda: checks.expression("e", sp.sqrt(-a), "a", cases))
    assert "at a = 0.5 it is nan, and 0.25 is right" in text
    text = told(lambda: checks.expression("e", 4 * a**2, "a", cases))
    assert text.endswith("it is 1, and 0.25 is right. Everywhere it is 4 times what is right.")
    text = told(lambda: checks.expression("e", a, "a", cases, hidden=True))
    assert text == "`e` is wrong at a point that is not shown here."


def test_two_numbers_are_shown_with_as_many_digits_as_tell_them_apart():
    cases = [(0.0, 1.0011088365), (1.0, 2.0)]
    f = lambda x: 1.0011111 + x  # noqa: E731
    f.__name__ = "f"
    text = told(lambda: checks.function(f, cases, rtol=1e-6))
    assert text == "`f(0)` gives 1.001111, and 1.001109 is right."
    f = lambda x: 2 * x + (x > 1) * 1e-7  # noqa: E731
    text = told(lambda: checks.function(f, [(1.0, 2.0), (2.0, 4.0)], rtol=1e-9))
    assert "first six digits, not in the later ones: 4.0000001 came back, and 4 is right." in text


def test_what_all_results_have_in_common_is_said():
    cases = [(1.0, 2.0), ([3.0, 0.0], [6.0, 0.0])]
    assert told(lambda: checks.function(lambda x: -2 * x, cases)).endswith(" All signs are turned.")
    text = told(lambda: checks.function(lambda x: x / 2, cases))
    assert text.endswith("and 2 is right. Everywhere it is 0.25 times what is right.")
    text = told(lambda: checks.function(lambda x: -x, cases))
    assert text.endswith("and 2 is right. Everywhere it is -0.5 times what is right.")
    for f in (lambda x: 2 * x + 1, lambda x: 2 * x * np.sign(2 - x), lambda x: np.nan * x):
        assert told(lambda f=f: checks.function(f, cases)).endswith(" is right.")


RIGHTS = {  # by what was found
    "turned": lambda y: -y,
    "twice": lambda y: 2 * y,
    "per cent": lambda y: 100 * y,
    "offset": lambda y: y + 1,
    "the rest": lambda y: 1 - y,
    "shifted": lambda y: np.roll(y, 1),
    "another": lambda y: y**3 + 0.3,
    "reciprocal": lambda y: 1 / y,
    "none": lambda y: 0 * y,
}


@pytest.mark.parametrize("kind", ["numbers", "array", "expression", "value", "that"])
def test_without_what_is_right_a_message_is_the_same_whatever_is_right(kind):
    def said(right):
        a, b = right.tolist()
        with pytest.raises(checks.Wrong) as wrong:
            if kind == "numbers":
                checks.function(lambda x: 2 * x + 1, [(0.5, a), (2.0, b)])
            if kind == "array":
                checks.function(lambda x: 2 * x + 1, [([0.5, 2.0], [a, b])])
            if kind == "expression":
                checks.expression("e", 2 * sp.Symbol("x") + 1, "x", [(0.5, a), (2.0, b)])
            if kind == "value":
                checks.value("v", np.array([2.0, 5.0]), np.array([a, b]))
            checks.that(False, "`f(2)` gives 5", right=f"{b:g}", hint="Mind the brackets.")
        return wrong.value

    wrongs = [said(right(np.array([2.0, 5.0]))) for right in RIGHTS.values()]
    assert len({wrong.untold for wrong in wrongs}) == 1
    assert "right." in wrongs[0].untold
    assert len({str(wrong) for wrong in wrongs}) == (1 if kind == "value" else len(RIGHTS))


def test_a_mistake_is_named_although_it_has_another_shape_or_stops():
    cases = [([1.0, 2.0], [1.0, 1.0], [2.0, 4.0]), ([1.0, 2.0, 3.0], [1.0], [2.0, 4.0, 6.0])]
    mistakes = {"Their inner product.": lambda x, y: x @ y}
    text = told(lambda: checks.function(lambda x, y: x @ y, cases, mistakes=mistakes))
    assert text == "Their inner product."
    text = told(lambda: checks.function(lambda x, y: 1 / 0, cases, mistakes=mistakes))
    assert "ZeroDivisionError" in text  # to stop alone is no mistake of its own


def test_inputs_are_spread_over_shapes_sizes_ends_and_seams():
    found = checks.spread(np.random.default_rng(1), -3.5, 800.0, seams=[20.0])
    assert {np.ndim(x) for x in found} == {0, 1, 2}
    assert {type(x) for x in found} == {float, int, np.ndarray}
    assert any(np.shape(x) == () and isinstance(x, np.ndarray) for x in found)
    assert any(np.asarray(x).dtype.kind == "i" for x in found)
    every = np.concatenate([np.ravel(x) for x in found])
    assert every.min() == -3.5 and every.max() == 800
    small = abs(every)[abs(every) < 0.1]
    assert small.min() < 1e-15 and np.sum(small < 1e-9) > 20
    assert np.sum((every > 20) & (every < 20.1)) > 5 and np.sum((every < 20) & (every > 19.9)) > 5
    positive = checks.spread(np.random.default_rng(1), 1.2, 1.8)
    assert all(np.asarray(x).dtype.kind == "f" and np.all(x >= 1.2) for x in positive)


def test_an_expression_beyond_the_border_is_asked_for_its_values():
    class Proxy:
        def values_at(self, at):
            return (at["a"] + at["b"]) ** 2

    checks.expression("e", Proxy(), "a b", [(0.5, 2.0, 6.25), (1.5, -1.0, 0.25)])


@pytest.mark.parametrize(
    "f", [lambda x: np.exp(-x), lambda x: math.exp(-np.sum(x)), lambda x: 1 / (x + 1e3)]
)
def test_overflow_and_division_by_zero_are_named(f):
    message = "This overflows for x below −709."
    assert told(lambda: checks.quiet(f, [0.0, np.array([-1000.0]), -1000.0], message)) == message
    checks.quiet(np.tanh, [0.0, -1000.0], message)


def test_a_result_is_called_for_and_judged_by_hand():
    y = checks.call(square, np.arange(3.0), shape=(3,))
    checks.that(np.all(np.diff(y) > 0), "It must rise.")
    assert told(lambda: checks.that(y[0] > 0, "It must be positive.")) == "It must be positive."
    assert "one number is wanted" in told(lambda: checks.call(square, np.arange(3.0), shape=()))


def test_cases_come_from_a_reference():
    assert checks.cases(square, 3.0) == [(3.0, 9.0)]
    ((a, b, c),) = checks.cases(lambda a, b: a - b, (5, 3))
    assert (a, b, c) == (5, 3, 2)


def test_jupyter_shows_one_line_and_no_traceback(monkeypatch):
    shell, out = InteractiveShell(), io.StringIO()
    monkeypatch.setattr("sys.stdout", out)
    shell.run_cell('from sigmoids import checks\nchecks.value("a", 1.0, 2.0)')
    text = out.getvalue()
    assert "Not yet. `a` is 1: that is not right." in text
    assert "Traceback" not in text and "AssertionError" not in text


def test_what_passed_is_said(capsys):
    checks.passed("slope")
    checks.passed("slope", hidden=True)
    first, second = capsys.readouterr().out.splitlines()
    assert first == "slope: right."
    assert second == "slope: right. Scoring also tries inputs that are not shown here."


# Word for word


WANTED = "Numbers or a NumPy array are wanted."
JOIN = "One array is wanted: `np.append` and `np.concatenate` join parts."


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (torch.tensor(1.0), f"is an object of torch. {WANTED} `.detach().numpy()` makes one."),
        ([torch.ones(2), 1], f"holds tensors of torch. {WANTED} `.detach().numpy()` makes one."),
        (sp.Symbol("x"), f"is an object of sympy. {WANTED}"),
        (
            np.ma.masked_array([1.0], True),
            "has masked numbers, which count as missing. All of them are wanted.",
        ),
        (optimize.OptimizeResult(x=1.0), "is a whole result of SciPy; take its `.x`."),
        ({"a": 1}, "is {'a': 1}. Wanted: numbers."),
        ([[[1], [1, 2]], 3], "is an object of type list. Wanted: numbers."),
        ([[1], [1, 2]], "is uneven: its rows have different lengths."),
        (([1, 2], 3), f"is a tuple of an array of 2 and one number. {JOIN}"),
        (
            [[1, 2], 3, [[4]]],
            f"is a list of an array of 2, one number and an array of shape (1, 1). {JOIN}",
        ),
        (True, "is True. Wanted: numbers."),
        ("x" * 70, f"is '{'x' * 59}. Wanted: numbers."),
        ([1.0, np.nan], "is [1, nan]."),
        ([2.0, 3.0, 4.0], ": an array of 3 came back, and an array of 2 is wanted."),
        ([[2.0, 3.0]], ": an array of shape (1, 2) came back, and an array of 2 is wanted."),
        ([1.0, 1e-9], "is [1, 1e-09]: that is not right."),
        ([3.0, 4.0], "They are turned."),
    ],
)
def test_what_is_wrong_with_an_answer_is_said_word_for_word(answer, message):
    mistakes = {"They are turned.": [3.0, 4.0], "One.": 1.0}
    space = "" if message[0] == ":" else " "
    whole = message if message == "They are turned." else f"`a`{space}{message}"
    assert told(lambda: checks.value("a", answer, [4.0, 3.0], mistakes=mistakes)) == whole


@pytest.mark.parametrize(
    ("x", "text"),
    [
        ([1, 2.5, -3e-7], "[1, 2.5, -3e-07]"),
        (np.arange(6), "[0, 1, 2, 3, 4, 5]"),
        (np.arange(7), "an array of 7"),
        (np.arange(8).reshape(2, 4), "[[0, 1, 2, 3], [4, 5, 6, 7]]"),
        (np.arange(9).reshape(3, 3), "an array of shape (3, 3)"),
        (np.zeros((1, 1, 2)), "an array of shape (1, 1, 2)"),
        (["a", "b"], "['a', 'b']"),
        ([True], "[True]"),
        (1 / 3, "0.333333"),
        (1234567.0, "1.23457e+06"),
    ],
)
def test_a_value_is_shown_in_six_digits_or_by_its_size(x, text):
    x = np.asarray(x)
    other = np.full(x.shape, "other") if x.dtype.kind == "U" else x == 0 if x.dtype == bool else -9
    message = told(lambda: checks.value("a", x, np.broadcast_to(other, x.shape)))
    assert message == f"`a` is {text}: that is not right."


def test_where_numbers_agree_is_set_to_the_digit():
    def value(off):
        checks.value("a", 0.25 * (1 + off), 0.25)

    def expression(off):
        checks.expression("a", 0.25 * (1 + off) * sp.Symbol("x"), "x", [(1.0, 0.25)])

    for compare, off in ((value, 1e-6), (expression, 1e-9)):
        compare(0.9 * off)
        assert told(lambda c=compare, o=off: c(1.1 * o))
    assert told(lambda: checks.value("a", 1e-300, 0.0))
    assert told(lambda: checks.expression("a", sp.Float(1e-300), "x", [(1.0, 0.0)]))
    assert told(lambda: checks.function(lambda x: 1e-300, [(1.0, 0.0)]))
    checks.value("a", 1e-3, 0.0, atol=2e-3)
    checks.expression("a", sp.Float(1e-3), "x", [(1.0, 0.0)], atol=2e-3)
    checks.function(lambda x: 1e-3, [(1.0, 0.0)], atol=2e-3)


def named(f, name="f"):
    f.__name__ = name
    return f


def raising(error):
    def f(*_):
        raise error

    return f


def writing(number):
    def f(*arguments):
        arguments[number][0] = 7.0
        return 0.0

    return f


REMEDY = (
    "argument, which the caller still needs. Compute something new: `x = 2 * x`, not `x *= 2`; "
    "or begin with `x = x.copy()`."
)


@pytest.mark.parametrize(
    ("f", "message"),
    [
        (raising(ValueError()), "stops with ValueError."),
        (raising(ValueError("one\ntwo")), "stops with ValueError: one."),
        (raising(ValueError("x" * 300)), f"stops with ValueError: {'x' * 200}."),
        (raising(NotImplementedError()), "is not answered yet."),
        (writing(0), f"writes into its first {REMEDY}"),
        (writing(2), f"writes into its third {REMEDY}"),
        (writing(3), f"writes into its fourth {REMEDY}"),
        (writing(4), f"writes into its fifth {REMEDY}"),
        (writing(5), f"writes into its fifth {REMEDY}"),
        (
            lambda *_: None,
            "returns nothing yet. End each path through its body with `return`.",
        ),
    ],
)
def test_why_a_call_gives_nothing_is_said_word_for_word(f, message):
    arguments = [[1.0]] * 6
    call = f"`f({', '.join(['[1]'] * 6)})`"
    assert told(lambda: checks.function(named(f), [(*arguments, 0.0)])) == f"{call} {message}"
    arrays = tuple(map(np.array, arguments))
    assert told(lambda: checks.quiet(named(f), [arrays], "")) == f"{call} {message}"
    if "writes" not in message:
        assert told(lambda: checks.call(named(f), *arrays)) == f"{call} {message}"


def test_a_call_is_named_by_its_arguments_and_by_nothing_where_they_are_hidden():
    double = named(lambda *x: 1.0, "double")
    assert told(lambda: checks.function(double, [("w" * 60, 2.0)])) == (
        f"`double('{'w' * 39})` gives 1, and 2 is right."
    )
    assert told(lambda: checks.function(double, [(1.0, [2], 2.0)])).startswith("`double(1, [2])` g")
    assert told(lambda: checks.function(functools.partial(double), [(1.0, 2.0)])) == (
        "`the function(1)` gives 1, and 2 is right."
    )
    assert told(lambda: checks.function(double, [(1.0, 2.0)], hidden=True)) == (
        "`double` is wrong at an input that is not shown here. Try large, small and negative "
        "numbers, and arrays."
    )
    assert told(lambda: checks.function(double, [(1.0, [2.0])], hidden=True)) == (
        "`double` at an input not shown here: one number came back, and an array of 1 is wanted."
    )
    assert told(lambda: checks.call(double, 1.0, shape=(2,), what="The slope")) == (
        "The slope: one number came back, and an array of 2 is wanted."
    )
    assert told(lambda: checks.call(double, 1.0, like="word")) == "`double(1)` is 1. Wanted: text."
    assert told(lambda: checks.function(7, [(1.0, 2.0)])) == (
        "A function is wanted, defined with `def`; got 7."
    )


def test_why_an_expression_gives_nothing_is_said_word_for_word():
    a, b, y, z = sp.symbols("a b y z")
    f, g = sp.Function("f"), sp.Function("g")
    cases = [(0.5, 0.0, 1.0), (1.5, 2.0, 3.0)]

    def said(answer):
        return told(lambda: checks.expression("e", answer, "a b", cases))

    assert said(z + y + a) == "`e` holds y, z; only a, b may remain."
    assert said(f(a) + g(b)) == "`e` still holds f(a), g(b): put in what it stands for."
    assert said("a") == "`e` is of type str; a SymPy expression is wanted."
    assert said(1 / b) == "`e` is not right: at a = 0.5, b = 0 it is inf, and 1 is right."
    assert said(sp.Sum(a, (y, 1, sp.oo)) * sp.Symbol("a")) in (
        "`e` has no value where a = 0.5, b = 0.",
        "`e` is not right: at a = 0.5, b = 0 it is inf, and 1 is right.",
    )
    assert said(None) == said(...) == "`e` is not answered yet."
    checks.expression("e", a + a + 0 * sp.I, "a", [(0.5, 1.0)])


def test_hidden_inputs_stand_where_they_are_meant_to():
    rng = np.random.default_rng(1)
    *_, whole, one, near = checks.spread(rng, -3.5, 800.0, seams=[20.0, -2.0])
    assert whole.shape == (5,) and one == whole[0] and -3 <= whole.min() <= whole.max() <= 800
    low, high, *rest = near
    assert (low, high) == (-3.5, 800.0)
    tiny, sides = np.array(rest[:80]), np.array(rest[80:])
    np.testing.assert_array_equal(tiny[:40], -tiny[40:])
    assert 1e-18 <= tiny[:40].min() < 1e-15 and 1e-3 < tiny[:40].max() <= 0.1
    for seam, part in ((20.0, sides[:20]), (-2.0, sides[20:])):
        distance = part / seam - 1
        np.testing.assert_allclose(np.sort(distance[:10]), np.sort(-distance[10:]), atol=1e-15)
        assert np.max(abs(distance)) <= 0.1
    found = checks.spread(rng, 0.0, 0.5)
    shapes = [np.shape(x) for x in found[:6]]
    assert shapes == [(), (), (4,), (3, 4), (5,), ()] and type(found[0]) is float
    assert found[4].tolist() == [0] * 5  # the one whole number that lies there
    assert np.all(found[-1] >= 0) and np.all(found[-1] <= 0.5)
    assert len(checks.spread(rng, 0.2, 0.5)) == 5  # none does


def test_what_results_share_needs_two_numbers_that_tell():
    for rights in ([2.0, 2.0], [2.0, 0.0]):
        text = told(lambda r=rights: checks.function(lambda x: 3 * np.array(r), [([1.0], r)]))
        assert text.endswith("element 0 is 6, and 2 is right.")
    rights = [2.0, 3.0, 0.0]
    text = told(lambda: checks.function(lambda x: 1.23456 * np.array(rights), [([1.0], rights)]))
    assert text.endswith("is 2.46912, and 2 is right. Everywhere it is 1.235 times what is right.")
    text = told(lambda: checks.function(lambda x: 0 * np.array(rights), [([1.0], rights)]))
    assert text.endswith("element 0 is 0, and 2 is right.")
    text = told(lambda: checks.function(lambda x: [2.0, 4.0, 0.0], [([1.0], rights)]))
    assert text.endswith("element 1 is 4, and 3 is right.")


def test_a_mistake_is_named_only_where_an_answer_is_as_near_to_it_as_it_would_have_to_be():
    a = sp.Symbol("a")
    wrong = {"Twice.": lambda a: 2 * a}

    def said(answer):
        cases = [(0.5, 0.25), (1.5, 2.25)]
        return told(lambda: checks.expression("e", answer, "a", cases, mistakes=wrong))

    assert said(2 * a * (1 + 1e-10)) == "Twice."
    assert said(2 * a * (1 + 1e-7)).startswith("`e` is not right: at a = 0.5 it is 1, and 0.25")


def test_what_makes_nan_is_named_and_what_overflows_otherwise_is_not_an_error():
    assert told(lambda: checks.quiet(np.sqrt, [np.float64(-1.0)], "It makes NaN.")) == (
        "It makes NaN."
    )
    with np.errstate(all="raise"):
        assert checks.call(lambda x: 1 / x, np.zeros(2)).tolist() == [np.inf, np.inf]


def test_cases_give_the_reference_copies_of_lists_as_arrays():
    given = [1.0, 2.0]
    ((x, y),) = checks.cases(lambda x: x.sum(), given)
    assert x is given and y == 3.0
    assert checks.cases(lambda a, b: a * b, (2, 3), (4, 5)) == [(2, 3, 6), (4, 5, 20)]
