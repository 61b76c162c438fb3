"""sigmoids.functions against mpmath, SymPy, SciPy and published values."""

import re
from dataclasses import FrozenInstanceError
from functools import partial

import mpmath as mp
import numpy as np
import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as st_numpy
from scipy import integrate, special, stats
from sympy.functions.combinatorial.numbers import stirling
from sympy.parsing import sympy_parser

from sigmoids.functions import (
    FAMILY,
    HIGHEST_ORDER,
    algebraic,
    arctan_sigmoid,
    erf_sigmoid,
    gompertz,
    gudermannian_sigmoid,
    log_logistic,
    logistic,
    logistic_curve,
    logistic_curve_slope,
    logistic_derivative,
    logistic_slope,
    logit,
    slope_polynomial,
    softplus,
    softsign,
)

settings.register_profile("reproducible", derandomize=True, database=None, deadline=None)
settings.load_profile("reproducible")

EPS = np.finfo(np.float64).eps

ELEMENTWISE = {
    "logistic": logistic,
    "logistic_slope": logistic_slope,
    "logistic_derivative, order 0": partial(logistic_derivative, order=0),
    "logistic_derivative, order 3": partial(logistic_derivative, order=3),
    "logistic_derivative, highest order": partial(logistic_derivative, order=HIGHEST_ORDER),
    "logistic_curve": partial(logistic_curve, ceiling=9.4, steepness=-2, midpoint=0.5),
    "logistic_curve, largest parameters": partial(
        logistic_curve, ceiling=1e308, steepness=1e308, midpoint=-1e308
    ),
    "logistic_curve_slope": partial(logistic_curve_slope, ceiling=9.4, steepness=-2, midpoint=0.5),
    "logistic_curve_slope, largest parameters": partial(
        logistic_curve_slope, ceiling=1e308, steepness=1e308, midpoint=-1e308
    ),
    "logit": logit,
    "log_logistic": log_logistic,
    "softplus": softplus,
    "gompertz": gompertz,
    **{name: sigmoid.function for name, sigmoid in FAMILY.items()},
    **{f"{name} tail": sigmoid.tail for name, sigmoid in FAMILY.items()},
}
each_function = pytest.mark.parametrize("function", ELEMENTWISE.values(), ids=ELEMENTWISE)
each_member = pytest.mark.parametrize("sigmoid", FAMILY.values(), ids=FAMILY)
each_dtype = pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])

EXTREMES = [0.0, 5e-324, 1e-310, 2.3e-308, 1e-9, 0.3, 1, 3, 36.8, 709.79, 745.2, 1e154, 1.7e308]
EXTREMES = np.array([sign * x for x in [*EXTREMES, np.inf] for sign in (1, -1)])

moderate = st.floats(-700, 700)
finite = st.floats(allow_nan=False, allow_infinity=False)


@pytest.fixture
def strict_arithmetic():
    """NumPy raises FloatingPointError where it warns by default, and for underflow too."""
    with np.errstate(all="raise"):
        yield


@pytest.fixture(autouse=True)
def digits():
    """60 digits: twice as many as any reference below loses for |x| < 40."""
    with mp.workdps(60):
        yield


def ulps(computed, exact):
    """|computed - exact| per element, in ulp of the correctly rounded result."""
    assert computed.shape == (len(exact),)
    rounded = np.array([float(value) for value in exact]).astype(computed.dtype)
    unit = np.spacing(np.abs(rounded))
    pairs = zip(computed.tolist(), exact, unit.tolist(), strict=True)
    return np.array([float(abs(mp.mpf(c) - e) / u) for c, e, u in pairs])


def grid(low, high, dtype=np.float64, count=400):
    """Evenly spaced with a random shift each, so that not all points are short binary fractions."""
    edges = np.linspace(low, high, count + 1)
    points = np.random.default_rng(count).uniform(edges[:-1], edges[1:])
    return points.astype(dtype)


def exactly(reference, x):
    return [reference(mp.mpf(value)) for value in x.tolist()]


def exact_logistic(x):
    return 1 / (1 + mp.exp(-x))


def exact_slope(x):
    return mp.exp(-x) / (1 + mp.exp(-x)) ** 2


def exact_log_logistic(x):
    return -mp.log1p(mp.exp(-x))


def exact_softplus(x):
    return mp.log1p(mp.exp(x))


def stirling_polynomial(order):
    """Pₙ = Σ (-1)ᵏ k! S(n+1, k+1) sᵏ⁺¹ with the Stirling numbers of the second kind."""
    terms = [(-1) ** k * sympy.factorial(k) * stirling(order + 1, k + 1) for k in range(order + 1)]
    return [0, *(int(term) for term in terms)]


# Accuracy


@pytest.mark.parametrize(
    "low, high, dtype, most",
    [
        (-36, 36, np.float64, 4),
        (-700, -36, np.float64, 4),
        (-745.2, -700, np.float64, 4),
        (36, 745.2, np.float64, 4),
        # Computed in float64 and rounded once, so hardly more than the half ulp of that rounding.
        (-16, 16, np.float32, 0.51),
        (-85, -16, np.float32, 0.51),
        (-104, -85, np.float32, 0.51),
        (16, 104, np.float32, 0.51),
        (-17.5, 17.5, np.float16, 0.51),
    ],
)
@pytest.mark.parametrize(
    "function, reference",
    [
        (logistic, exact_logistic),
        (logistic_slope, exact_slope),
        (log_logistic, exact_log_logistic),
        (softplus, exact_softplus),
    ],
)
def test_the_logistic_functions_keep_their_bound(function, reference, low, high, dtype, most):
    x = grid(low, high, dtype)
    with mp.workdps(360):  # the references cancel like 1 + 1e-324
        assert ulps(function(x), exactly(reference, x)).max() <= most


@given(st.lists(st.floats(-745.2, 745.2), min_size=1, max_size=8))
@settings(max_examples=50)
def test_the_logistic_functions_keep_their_bound_at_any_point(x):
    x = np.array(x)
    with mp.workdps(360):
        assert ulps(logistic(x), exactly(exact_logistic, x)).max() <= 4
        assert ulps(logistic_slope(x), exactly(exact_slope, x)).max() <= 4
        assert ulps(log_logistic(x), exactly(exact_log_logistic, x)).max() <= 4
        assert ulps(softplus(x), exactly(exact_softplus, x)).max() <= 4


def test_logistic_keeps_its_last_subnormal():
    # expit is 0 from -709.78 on; the exact value rounds to 0 only below ln(2^-1075) = -745.1332.
    assert logistic(-745.0) == 5e-324
    assert logistic(-745.133) == 5e-324
    assert logistic(-745.134) == 0
    assert logistic(np.float32(-103.97)) == np.float32(1.4e-45)


def test_the_slope_does_not_cancel_where_the_logistic_rounds_to_1():
    assert logistic(40.0) == 1
    assert logistic_slope(40.0) == pytest.approx(4.248354255291589e-18, rel=1e-15)


@pytest.mark.parametrize(
    "low, high", [(0, 1), (0.2, 0.3), (0.49, 0.51), (0.7, 0.8), (1 - 1e-9, 1), (0, 1e-307)]
)
def test_logit_keeps_its_bound(low, high):
    p = grid(low, high, count=200)
    assert ulps(logit(p), exactly(lambda p: mp.log(p) - mp.log(1 - p), p)).max() <= 4


def test_logit_rounds_once_in_single_precision():
    p = grid(0, 1, np.float32, count=200)
    assert ulps(logit(p), exactly(lambda p: mp.log(p) - mp.log(1 - p), p)).max() <= 0.51


def test_logit_is_infinite_at_the_ends_and_nan_outside():
    values = logit([0, 1, -1e-9, 1 + 1e-9, np.inf, -np.inf])
    np.testing.assert_array_equal(values, [-np.inf, np.inf, np.nan, np.nan, np.nan, np.nan])


def test_scipy_agrees():
    x = grid(-700, 700)
    p = grid(0, 1)
    np.testing.assert_allclose(logistic(x), special.expit(x), rtol=8 * EPS)
    np.testing.assert_allclose(log_logistic(x), special.log_expit(x), rtol=8 * EPS)
    np.testing.assert_allclose(logit(p), special.logit(p), rtol=8 * EPS, atol=8 * EPS)
    np.testing.assert_allclose(logistic(x), stats.logistic.cdf(x), rtol=8 * EPS)
    np.testing.assert_allclose(logistic_slope(x), stats.logistic.pdf(x), rtol=1e-12)


# Identities of the logistic function


@given(finite)
def test_logistic_of_x_and_of_minus_x_sum_to_1(x):
    assert logistic(x) + logistic(-x) == pytest.approx(1, abs=2 * EPS)


@given(finite, finite)
def test_logistic_and_softplus_never_fall_by_more_than_their_error(a, b):
    low, high = sorted([a, b])
    assert logistic(low) * (1 - 8 * EPS) <= logistic(high)
    assert softplus(low) * (1 - 8 * EPS) <= softplus(high)


@given(st.floats(-700, 36))
def test_logit_undoes_logistic_as_far_as_rounding_allows(x):
    # One ulp of p moves logit(p) by ulp/(p(1 - p)): on the right the round trip loses all digits.
    expected_error = 4 * EPS * (1 / logistic(-x) + abs(x))
    assert abs(logit(logistic(x)) - x) <= expected_error


@given(finite)
def test_softplus_of_x_exceeds_that_of_minus_x_by_x(x):
    assert softplus(x) - softplus(-x) == pytest.approx(x, rel=8 * EPS, abs=8 * EPS)


@given(finite)
def test_log_logistic_is_softplus_mirrored(x):
    assert log_logistic(x) == -softplus(-x)


@given(st.floats(-40, 40), st.floats(0.1, 10))
@settings(max_examples=50)
def test_each_function_is_the_integral_of_the_next(start, length):
    def change(function):
        return function(start + length) - function(start)

    def integral(function):
        return integrate.quad(function, start, start + length, epsabs=0, epsrel=1e-12)[0]

    assert integral(logistic_slope) == pytest.approx(change(logistic), rel=1e-9, abs=1e-15)
    assert integral(logistic) == pytest.approx(change(softplus), rel=1e-9, abs=1e-14)


# Derivatives


@pytest.mark.parametrize("order", range(7))
def test_slope_polynomial_is_what_sympy_differentiates(order):
    x, u = sympy.symbols("x u", positive=True)
    s = 1 / (1 + sympy.exp(-x))
    derivative = sympy.diff(s, x, order).subs(sympy.exp(-x), u)
    polynomial = sum(c * (1 / (1 + u)) ** k for k, c in enumerate(slope_polynomial(order)))
    assert sympy.cancel(derivative - polynomial) == 0


@pytest.mark.parametrize("order", [0, 1, 6, 20, 40])
def test_slope_polynomial_has_stirling_coefficients(order):
    # At order 40 they have 49 digits: the coefficients are exact, not floats.
    assert slope_polynomial(order) == stirling_polynomial(order)


@pytest.mark.parametrize("order", range(1, HIGHEST_ORDER + 1))
def test_derivatives_keep_their_bounds(order):
    descending = stirling_polynomial(order)[::-1]
    x = grid(-12, 12)
    exact = exactly(lambda x: mp.polyval(descending, exact_logistic(x)), x)
    largest = max(abs(value) for value in exact)
    errors = [abs(c - e) for c, e in zip(logistic_derivative(x, order), exact, strict=True)]
    assert max(errors) <= 1e-14 * largest

    tails = np.concatenate([grid(-745.2, -12, count=100), grid(12, 745.2, count=100)])
    with mp.workdps(360):
        exact = exactly(lambda x: mp.polyval(descending, exact_logistic(x)), tails)
        assert ulps(logistic_derivative(tails, order), exact).max() <= 12


@pytest.mark.parametrize("order", [1, 2, 5, HIGHEST_ORDER])
@pytest.mark.parametrize("x", [-3.0, 0.25, 1.5])
def test_derivatives_agree_with_numerical_differentiation(x, order):
    exact = mp.diff(exact_logistic, x, order)
    assert logistic_derivative(x, order) == pytest.approx(float(exact), rel=1e-11)


@pytest.mark.parametrize("order", range(1, HIGHEST_ORDER + 1))
def test_derivatives_at_0_are_bernoulli_numbers(order):
    # σ⁽ⁿ⁾(0) = (2ⁿ⁺¹ - 1) Bₙ₊₁/(n + 1), 0 for even n: the Taylor series of σ.
    exact = (2 ** (order + 1) - 1) * sympy.bernoulli(order + 1) / (order + 1)
    assert logistic_derivative(0, order) == float(exact)


@given(moderate, st.integers(1, HIGHEST_ORDER))
def test_derivatives_are_even_for_odd_order_and_odd_for_even_order(x, order):
    assert logistic_derivative(-x, order) == (-1) ** (order - 1) * logistic_derivative(x, order)


@given(moderate)
def test_the_derivatives_of_order_0_and_1_are_the_function_and_its_slope(x):
    assert logistic_derivative(x, 0) == logistic(x)
    assert logistic_derivative(x, 1) == pytest.approx(logistic_slope(x), rel=8 * EPS, abs=0)


def test_the_second_derivative_has_its_published_extremes():
    x = np.log(2 + np.sqrt(3))
    np.testing.assert_allclose(
        logistic_derivative([-x, x], 2), np.array([1, -1]) / (6 * np.sqrt(3)), rtol=1e-15
    )


@pytest.mark.parametrize("order", [-1, HIGHEST_ORDER + 1, 1.0, "2", None])
def test_a_derivative_of_another_order_is_refused(order):
    with pytest.raises(ValueError, match=rf"integer from 0 to {HIGHEST_ORDER}, got {order!r}"):
        logistic_derivative(0.0, order)


@pytest.mark.parametrize("order", [-1, 1.0, "2", None])
def test_a_slope_polynomial_of_another_order_is_refused(order):
    with pytest.raises(ValueError, match=f"integer from 0 on, got {order!r}"):
        slope_polynomial(order)


# The curve with its three parameters


@given(
    x=st.floats(-100, 100),
    ceiling=st.floats(1e-3, 1e9),
    steepness=st.floats(-3, 3),
    midpoint=st.floats(-100, 100),
)
def test_the_curve_and_its_slope_are_what_mpmath_computes(x, ceiling, steepness, midpoint):
    z = mp.mpf(steepness) * (mp.mpf(x) - mp.mpf(midpoint))
    parameters = {"ceiling": ceiling, "steepness": steepness, "midpoint": midpoint}
    # z itself is rounded twice, and a relative error δ of z is one of |z| δ in eᶻ.
    most = 6 + 2 * abs(z)
    height = np.array([logistic_curve(x, **parameters)])
    assert ulps(height, [ceiling * exact_logistic(z)])[0] <= most
    slope = np.array([logistic_curve_slope(x, **parameters)])
    if abs(steepness) > 1e-30:  # below, slopes turn subnormal before the last product
        assert ulps(slope, [ceiling * steepness * exact_slope(z)])[0] <= most


def test_the_curve_by_default_is_the_logistic_function():
    x = grid(-40, 40)
    np.testing.assert_array_equal(logistic_curve(x), logistic(x))
    np.testing.assert_array_equal(logistic_curve_slope(x), logistic_slope(x))


def test_the_curve_has_its_parameters_where_they_are_defined():
    parameters = {"ceiling": 8.0, "steepness": 0.5, "midpoint": 1845}
    assert logistic_curve(1845, **parameters) == 4
    assert logistic_curve_slope(1845, **parameters) == 1
    np.testing.assert_array_equal(logistic_curve([-np.inf, np.inf], **parameters), [0, 8])


def test_a_curve_of_steepness_0_is_constant_even_at_infinity():
    everywhere = [-np.inf, -1e308, 0, 7, np.inf]
    assert (logistic_curve(everywhere, ceiling=6, steepness=0, midpoint=-1e308) == 3).all()
    assert (logistic_curve_slope(everywhere, ceiling=6, steepness=0, midpoint=-1e308) == 0).all()


def test_products_that_overflow_give_the_limit():
    large = {"ceiling": 1e200, "steepness": 1e200, "midpoint": -1e308}
    np.testing.assert_array_equal(logistic_curve([-1.7e308, 1.7e308], **large), [0, 1e200])
    np.testing.assert_array_equal(logistic_curve_slope([-1.7e308, 1.7e308], **large), [0, 0])


@pytest.mark.parametrize("function", [logistic_curve, logistic_curve_slope])
@pytest.mark.parametrize("name", ["ceiling", "steepness", "midpoint"])
@pytest.mark.parametrize("value", [np.inf, -np.inf, np.nan])
def test_a_parameter_that_is_not_finite_is_refused(function, name, value):
    with pytest.raises(ValueError, match=rf"{name} must be a finite number, got {value!r}"):
        function(0.0, **{name: value})


# The family


def mpmath_function(formula):
    """The function that a formula in LaTeX states, through SymPy's parser."""
    python = re.sub(r"\\frac\{(.+?)\}\{(.+?)\}", r"(\1)/(\2)", formula)
    python = re.sub(r"\\sqrt\{(.+?)\}", r"sqrt(\1)", python)
    python = python.replace(r"\mathrm{erf}", "erf").replace("|x|", "Abs(x)")
    python = python.replace("arctan", "atan").replace("\\", "")
    rules = (
        *sympy_parser.standard_transformations,
        sympy_parser.implicit_multiplication,
        sympy_parser.convert_xor,
    )
    return sympy.lambdify("x", sympy_parser.parse_expr(python, transformations=rules), "mpmath")


@pytest.fixture
def exact(sigmoid):
    return mpmath_function(sigmoid.formula)


@each_member
@pytest.mark.parametrize("low, high", [(-8, 8), (-1e-3, 1e-3), (8, 1e5), (0, 1e-307)])
def test_the_family_computes_its_printed_formulas(sigmoid, exact, low, high):
    x = grid(low, high, count=100)
    assert ulps(sigmoid.function(x), exactly(exact, x)).max() <= 4


@each_member
def test_the_family_rounds_once_in_single_precision(sigmoid, exact):
    x = grid(-8, 8, np.float32, count=100)
    assert ulps(sigmoid.function(x), exactly(exact, x)).max() <= 0.51


@each_member
def test_tails_are_what_is_left_to_1(sigmoid, exact):
    # As far as the tail is above the smallest float.
    last = {"erf": 29.5, "tanh": 372, "Gudermannian": 474, "algebraic": 1e161}
    far = np.geomspace(8, last.get(sigmoid.label, 1.7e308), 25)
    x = np.concatenate([grid(-8, 8, count=60), far])
    with mp.workdps(360):  # 1 - f(x) has its first digit up to 324 places behind the point
        tail = exactly(lambda x: 1 - exact(x), x)
        slope = exactly(lambda x: mp.diff(exact, x), x)
        condition = [float(abs(a * b / c)) for a, b, c in zip(x, slope, tail, strict=True)]
        assert (ulps(sigmoid.tail(x), tail) / np.maximum(1, condition)).max() <= 4


def test_the_tail_of_erf_keeps_its_bound_where_one_minus_erf_loses_digits():
    """At the first three points erfc of the rounded product misses by 4.5 to 5.3 times as much."""
    worst = [0.9217543041812044, 0.97378, 1.02884]
    x = np.concatenate([worst, np.random.default_rng(0).uniform(0.4, 1.4, 6000)])
    u = [mp.sqrt(mp.pi) / 2 * mp.mpf(float(value)) for value in x]
    exact = [mp.erfc(value) for value in u]
    condition = [float(a * mp.exp(-(b**2)) / c) for a, b, c in zip(x, u, exact, strict=True)]
    tail = FAMILY["erf"].tail(x)
    assert (ulps(tail, exact) / np.maximum(1, condition)).max() <= 4


@each_member
@given(x=finite)
def test_the_family_is_odd_and_bounded(sigmoid, x):
    assert sigmoid.function(-x) == -sigmoid.function(x)
    assert abs(sigmoid.function(x)) <= 1


@each_member
@given(a=finite, b=finite)
def test_the_family_never_falls_by_more_than_its_error(sigmoid, a, b):
    low, high = sorted([a, b])
    assert sigmoid.function(low) <= sigmoid.function(high) + 4 * EPS


@each_member
def test_the_family_has_slope_1_at_0_and_reaches_1_at_infinity(sigmoid):
    assert sigmoid.function(1e-20) == pytest.approx(1e-20, rel=4 * EPS, abs=0)
    np.testing.assert_array_equal(sigmoid.function([-np.inf, 0, np.inf]), [-1, 0, 1])
    np.testing.assert_allclose(sigmoid.tail([-np.inf, 0, np.inf]), [2, 1, 0], rtol=2 * EPS)


def test_the_family_is_in_the_order_of_its_tails():
    assert list(FAMILY) == ["erf", "tanh", "gudermannian", "algebraic", "arctan", "softsign"]
    tails = [sigmoid.tail(3.0) for sigmoid in FAMILY.values()]
    np.testing.assert_allclose(tails, [1.7e-4, 4.945e-3, 0.01144, 0.05132, 0.1331, 0.25], rtol=1e-3)


def test_the_family_holds_the_named_functions():
    named = [erf_sigmoid, gudermannian_sigmoid, algebraic, arctan_sigmoid, softsign]
    assert [s.function for s in FAMILY.values() if s.label != "tanh"] == named


def test_a_member_of_the_family_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        FAMILY["tanh"].label = "sigmoid"


@pytest.mark.parametrize("low, high", [(-6.6, 0), (0, 40), (-1e-3, 1e-3)])
def test_gompertz_keeps_its_bound(low, high):
    x = grid(low, high)
    exact = exactly(lambda x: mp.exp(-mp.exp(-x)), x)
    condition = np.maximum(1, np.abs(x) * np.exp(-x))
    assert (ulps(gompertz(x), exact) / condition).max() <= 4


def test_gompertz_is_the_gumbel_distribution_with_its_inflection_at_height_1_over_e():
    x = grid(-6, 40)
    np.testing.assert_allclose(gompertz(x), stats.gumbel_r.cdf(x), rtol=1e-12)
    assert gompertz(0) == pytest.approx(1 / np.e, rel=EPS)
    # The second derivative e⁻ˣ(e⁻ˣ - 1) f changes its sign at 0 alone.
    second_difference = np.diff(gompertz(np.linspace(-3, 3, 62)), 2)
    assert (np.sign(second_difference) == np.repeat([1, -1], 30)).all()


# What every function of x shares


@pytest.mark.usefixtures("strict_arithmetic")
@each_function
def test_finite_and_infinite_input_gives_numbers_without_a_warning(function):
    # logit is NaN outside [0, 1].
    values = function(EXTREMES)
    defined = (EXTREMES >= 0) & (EXTREMES <= 1) if function is logit else ...
    assert not np.isnan(values[defined]).any()
    for x, value in zip(EXTREMES, values, strict=True):
        np.testing.assert_array_equal(function(x), value)


@pytest.mark.usefixtures("strict_arithmetic")
@each_function
@each_dtype
def test_narrow_types_at_their_limits_do_not_warn(function, dtype):
    info = np.finfo(dtype)
    x = np.array([0, info.smallest_subnormal, info.tiny, 1, info.max, np.inf], dtype)
    values = function(np.concatenate([x, -x]))
    assert values.dtype == dtype
    assert values.shape == (12,)


@each_function
@each_dtype
@pytest.mark.parametrize("shape", [(), (1,), (0,), (2, 3), (2, 0, 1)])
def test_type_and_shape_are_kept(function, dtype, shape):
    values = function(np.full(shape, 0.5, dtype))
    assert values.dtype == dtype
    assert values.shape == shape


@each_function
def test_a_scalar_gives_a_numpy_scalar(function):
    for x in (0.5, 1, True, np.float64(0.5), np.int8(1), np.array(0.5)):
        assert isinstance(function(x), np.float64)
    assert isinstance(function(np.float32(0.5)), np.float32)


@each_function
def test_other_real_input_becomes_float64(function):
    expected = function(np.array([0.0, 1.0]))
    for x in ([0, 1], (False, True), np.arange(2), np.uint8([0, 1]), np.longdouble([0, 1])):
        values = function(x)
        assert values.dtype == np.float64
        np.testing.assert_array_equal(values, expected)


@each_function
def test_foreign_byte_order_is_read_and_native_order_returned(function):
    x = np.array([0.25, 0.5], ">f4")
    np.testing.assert_array_equal(function(x), function(x.astype(np.float32)))
    assert function(x).dtype.isnative


@each_function
@each_dtype
def test_nan_gives_nan(function, dtype):
    values = function(np.array([np.nan, 0.5], dtype))
    np.testing.assert_array_equal(np.isnan(values), [True, False])


@each_function
@given(x=st_numpy.arrays(np.float64, 4, elements=st.floats(0, 1)))
@settings(max_examples=10)
def test_input_is_not_changed_and_output_is_new(function, x):
    before = x.copy()
    values = function(x)
    np.testing.assert_array_equal(x, before)
    assert not np.shares_memory(values, x)


@each_function
@pytest.mark.parametrize("x", [1j, "1", None, [1, "a"], np.datetime64("2024-01-01")])
def test_input_that_is_not_real_is_refused(function, x):
    with pytest.raises(TypeError, match=r"expected real numbers, got .* input"):
        function(x)
