"""The logistic function σ(x) = 1/(1 + e⁻ˣ), its derivatives and its relatives, in NumPy.

Every function of x works elementwise on a real scalar, list or array of any shape and returns the
same shape, a NumPy scalar for a scalar. It computes in float64 and rounds once: float16 and
float32 input keeps its type, all other real input gives float64. NaN gives NaN, ±∞ gives the
limit, and nothing warns. Complex or non-numeric input raises TypeError.

Accuracy is stated in ulp, the distance between neighbouring floats at the exact result. Where it
says "times the condition number", that is |x f′(x)/f(x)| if above 1: what rounding x alone costs.
"""

import functools
import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.polynomial.polynomial import polyval
from scipy import special

LARGEST = np.finfo(np.float64).max
HIGHEST_ORDER = 10
HALF_ROOT_PI = math.sqrt(math.pi) / 2
HALF_ROOT_PI_REST = 7.268936996338665e-17  # what the float above lacks of √π/2


def _elementwise(formula):
    """Give a formula for float64 arrays the input and output rules in the module's docstring."""

    @functools.wraps(formula)
    def function(x, /, *args, **kwargs):
        x = np.asarray(x)
        if x.dtype.kind not in "biuf":
            raise TypeError(f"expected real numbers, got {x.dtype} input")
        kept = x.dtype.type if x.dtype.type in (np.float16, np.float32) else np.float64
        # Overflow to ∞ and underflow to 0 are the limits that the formulas rely on.
        with np.errstate(all="ignore"):
            result = formula(x.astype(np.float64, copy=False), *args, **kwargs)
            return np.asarray(result).astype(kept, copy=False)[()]

    return function


def _clip_infinity(x):
    """±∞ becomes ±the largest float, where ∞/∞ or 0·∞ would be NaN."""
    return np.clip(x, -LARGEST, LARGEST)


# The logistic function


@_elementwise
def logistic(x, /):
    """σ(x) = 1/(1 + e⁻ˣ), within 4 ulp, down to the last subnormal at x = -745.13."""
    decay = np.exp(-np.abs(x))  # exp(-x) overflows below -709.78, this never does
    return np.where(x < 0, decay, 1) / (1 + decay)


@_elementwise
def logistic_slope(x, /):
    """σ′(x) = e⁻ˣ/(1 + e⁻ˣ)², within 4 ulp; σ(1 - σ) would cancel to 0 from x = 36.74."""
    decay = np.exp(-np.abs(x))  # σ′ is even
    return decay / (1 + decay * (2 + decay))  # squaring a rounded 1 + decay doubles its error


@_elementwise
def logistic_derivative(x, /, order):
    """The derivative of σ of the given order, 0 to 10; order 0 is σ itself.

    With q = e^(-|x|) and the Eulerian numbers A(n, k) (OEIS A173018),
    σ⁽ⁿ⁾(-|x|) = q Σₖ (-1)ᵏ A(n, k) qᵏ / (1 + q)ⁿ⁺¹, and σ⁽ⁿ⁾ is even for odd n, odd for even n.
    The sum tends to 1 in the tails, so nothing cancels there: the error is at most 12 ulp for
    |x| ≥ 12, and elsewhere, near the zeros too, 1e-14 times the largest value of |σ⁽ⁿ⁾|.
    Raises ValueError for any other order.
    """
    _check_order(order, HIGHEST_ORDER)
    if order == 0:
        return logistic(x)
    decay = np.exp(-np.abs(x))
    alternating = [(-1) ** k * a for k, a in enumerate(_eulerian_numbers(order))]
    left = decay * polyval(decay, alternating) / (1 + decay) ** (order + 1)
    return np.where(x > 0, (-1) ** (order - 1) * left, left)


def slope_polynomial(order):
    """Integer coefficients of Pₙ, ascending powers, with σ⁽ⁿ⁾ = Pₙ(σ) for n = order.

    P₀(s) = s and Pₙ₊₁(s) = s(1 - s) Pₙ′(s), by the chain rule with σ′ = σ(1 - σ). Exact for
    every order. Raises ValueError if order is not an integer from 0 on.
    """
    _check_order(order, math.inf)
    coefficients = [0, 1]
    for _ in range(order):
        # s Pₙ′ multiplies the k-th coefficient by k; the factor 1 - s subtracts a shifted copy.
        scaled = [k * c for k, c in enumerate(coefficients)]
        coefficients = [a - b for a, b in zip([*scaled, 0], [0, *scaled], strict=True)]
    return coefficients


def _eulerian_numbers(n):
    """A(n, 0), ..., A(n, n-1) for n ≥ 1: A(n, k) = (k+1) A(n-1, k) + (n-k) A(n-1, k-1)."""
    row = [1]
    for m in range(2, n + 1):
        pairs = zip([*row, 0], [0, *row], strict=True)
        row = [(k + 1) * same + (m - k) * left for k, (same, left) in enumerate(pairs)]
    return row


def _check_order(order, highest):
    if not isinstance(order, int | np.integer) or not 0 <= order <= highest:
        allowed = "from 0 on" if highest == math.inf else f"from 0 to {highest}"
        raise ValueError(f"order must be an integer {allowed}, got {order!r}")


@_elementwise
def logistic_curve(x, /, *, ceiling=1.0, steepness=1.0, midpoint=0.0):
    """L σ(k(x - x₀)): ceiling L, steepness k (1/unit of x), midpoint x₀ (unit of x).

    The curve falls for k < 0 and is the constant L/2 for k = 0. The parameters are scalars, and
    ValueError is raised if one is not finite. Within 6 + 2|z| ulp, z = k(x - x₀): rounding z
    costs |z| times its relative error in eᶻ.
    """
    _check_finite(ceiling=ceiling, steepness=steepness, midpoint=midpoint)
    return ceiling * logistic(steepness * _clip_infinity(x - midpoint))


@_elementwise
def logistic_curve_slope(x, /, *, ceiling=1.0, steepness=1.0, midpoint=0.0):
    """L k σ′(k(x - x₀)), the derivative of `logistic_curve`, with its parameters and accuracy."""
    _check_finite(ceiling=ceiling, steepness=steepness, midpoint=midpoint)
    # L·k can overflow where σ′ is 0, which would give NaN, so k comes last.
    slope = logistic_slope(steepness * _clip_infinity(x - midpoint))
    return ceiling * slope * steepness


def _check_finite(**parameters):
    for name, value in parameters.items():
        if not math.isfinite(value):
            raise ValueError(f"{name} must be a finite number, got {value!r}")


# Its inverse and its logarithm


@_elementwise
def logit(p, /):
    """ln(p/(1 - p)), the inverse of σ: ±∞ at 1 and 0, NaN outside [0, 1]. Within 4 ulp."""
    # Near p = 1/2 the quotient is near 1 and its logarithm loses digits; 2p - 1 is exact there.
    near_half = np.abs(p - 0.5) < 0.25
    return np.where(near_half, 2 * np.arctanh(2 * p - 1), np.log(p / (1 - p)))


@_elementwise
def log_logistic(x, /):
    """ln σ(x) = -softplus(-x), within 4 ulp; the logarithm of σ would be -∞ below -745.13."""
    return -np.logaddexp(0, -x)


@_elementwise
def softplus(x, /):
    """ln(1 + eˣ), the antiderivative of σ that tends to 0 at -∞, within 4 ulp."""
    return np.logaddexp(0, x)


# The family: odd, onto (-1, 1), slope 1 at 0, each within 4 ulp; the heaviest tail comes last.


@_elementwise
def erf_sigmoid(x, /):
    """erf(√π x/2): the normal distribution's sigmoid, 2Φ(√(π/2) x) - 1."""
    return special.erf(HALF_ROOT_PI * x)


@_elementwise
def gudermannian_sigmoid(x, /):
    """(4/π) atan(tanh(πx/4)), the Gudermannian function gd scaled: (2/π) gd(πx/2)."""
    return 4 / math.pi * np.arctan(np.tanh(math.pi / 4 * x))


@_elementwise
def algebraic(x, /):
    """x/√(1 + x²), the sine of the angle whose tangent is x."""
    x = _clip_infinity(x)
    return x / np.hypot(1, x)  # x² overflows above 1.3e154


@_elementwise
def arctan_sigmoid(x, /):
    """(2/π) atan(πx/2)."""
    return 2 / math.pi * np.arctan(math.pi / 2 * x)


@_elementwise
def softsign(x, /):
    """x/(1 + |x|)."""
    x = _clip_infinity(x)
    return x / (1 + np.abs(x))


@_elementwise
def gompertz(x, /):
    """exp(-e⁻ˣ), the asymmetric cousin: from 0 to 1, with its inflection at (0, 1/e).

    Within 4 ulp times the condition number |x| e⁻ˣ. Gompertz 1825.
    """
    return np.exp(-np.exp(-x))


@_elementwise
def _erf_tail(x, /):
    """erfc(u) for u = √π x/2, less the bell times what rounding u left over.

    SciPy's erfc takes 1 - erf below 1, which costs digits from about 3/4 on; erfcx does not.
    """
    x = np.clip(x, -40, 40)  # the tail is 2 or 0 long before
    u = HALF_ROOT_PI * x
    rest = _rest_of_product(HALF_ROOT_PI, x) + HALF_ROOT_PI_REST * x
    bell = np.exp(-u * u)
    tail = np.where(u < 0.75, special.erfc(u), special.erfcx(u) * bell)
    return tail - rest * bell / HALF_ROOT_PI


def _rest_of_product(a, b):
    """The exact product less the rounded one, for sizes below 1e290 (Dekker 1971)."""
    (a_high, a_low), (b_high, b_low) = _halves(a), _halves(b)
    return ((a_high * b_high - a * b) + a_high * b_low + a_low * b_high) + a_low * b_low


def _halves(x):
    """Two numbers of at most 26 bits each with the sum x."""
    shifted = (2**27 + 1) * x
    high = shifted - (shifted - x)
    return high, x - high


@_elementwise
def _tanh_tail(x, /):
    return 2 * logistic(-2 * x)


@_elementwise
def _gudermannian_tail(x, /):
    return 4 / math.pi * np.arctan(np.exp(-math.pi / 2 * x))


@_elementwise
def _algebraic_tail(x, /):
    """1 - cos φ = 2 sin²(φ/2) with φ = acot x."""
    return 2 * np.sin(np.arctan2(1, x) / 2) ** 2


@_elementwise
def _arctan_tail(x, /):
    """(2/π) acot(πx/2), where πx/2 would overflow at the far end."""
    return 2 / math.pi * np.arctan2(2 / math.pi, x)


@_elementwise
def _softsign_tail(x, /):
    tail = 1 / (1 + np.abs(x))
    return np.where(x < 0, 2 - tail, tail)


@dataclass(frozen=True)
class Sigmoid:
    """A sigmoid onto (-1, 1) with slope 1 at 0.

    `formula` is LaTeX in x. `function(x)` is within 4 ulp. `tail(x)` is 1 - function(x) without
    the cancellation for large x, within 4 ulp times the condition number.
    """

    label: str
    formula: str
    function: Callable
    tail: Callable


FAMILY = {
    "erf": Sigmoid("erf", r"\mathrm{erf}(\sqrt{\pi} x/2)", erf_sigmoid, _erf_tail),
    "tanh": Sigmoid("tanh", r"\tanh(x)", _elementwise(np.tanh), _tanh_tail),
    "gudermannian": Sigmoid(
        "Gudermannian",
        r"\frac{4}{\pi} \arctan(\tanh(\pi x/4))",
        gudermannian_sigmoid,
        _gudermannian_tail,
    ),
    "algebraic": Sigmoid("algebraic", r"x/\sqrt{1 + x^2}", algebraic, _algebraic_tail),
    "arctan": Sigmoid("arctan", r"\frac{2}{\pi} \arctan(\pi x/2)", arctan_sigmoid, _arctan_tail),
    "softsign": Sigmoid("softsign", r"x/(1 + |x|)", softsign, _softsign_tail),
}
