"""The floats around a value, and σ computed in them step by step."""

import math
from decimal import Context, Decimal, localcontext
from fractions import Fraction

import numpy as np

FORMATS = {"float64": np.float64, "float32": np.float32, "float16": np.float16}
FORMULAS = {
    "usual": "1/(1 + e⁻ˣ)",
    "quotient": "eˣ/(1 + eˣ)",
    "course": "by the sign of x, in float64, rounded once",
}
WIDE = Context(prec=60, Emin=-99999, Emax=99999)


def exact_exp(x: float) -> Fraction:
    """eˣ to 60 digits, far beyond what float64 can hold."""
    with localcontext(WIDE):
        return Fraction(Decimal(float(x)).exp())


def exact_logistic(x: float) -> Fraction:
    """σ(x) to 60 digits."""
    decay = exact_exp(-abs(x))
    return (decay if x < 0 else 1) / (1 + decay)


def spacing(value: Fraction, kind: type) -> Fraction:
    """The distance between the floats around a positive value: one ulp."""
    info = np.finfo(kind)
    exponent = value.numerator.bit_length() - value.denominator.bit_length()
    exponent -= Fraction(2) ** exponent > value
    return Fraction(2) ** int(max(exponent, info.minexp) - info.nmant)


def nearest(value: Fraction, kind: type) -> float:
    """The float of the given kind nearest to a positive value; halfway goes to the even one."""
    unit = spacing(value, kind)
    rounded = round(value / unit) * unit
    return float(rounded) if rounded < Fraction(2) ** int(np.finfo(kind).maxexp) else math.inf


def computed(x: float, formula: str, kind: type) -> float:
    """σ(x) by a formula of FORMULAS, where every step, exp too, is rounded correctly to `kind`."""
    inner = np.float64 if formula == "course" else kind
    power = -abs(x) if formula == "course" else -x if formula == "usual" else x
    e = inner(nearest(exact_exp(power), inner))
    with np.errstate(all="ignore"):
        over_one = formula == "usual" or (formula == "course" and x >= 0)
        return float(kind((inner(1) if over_one else e) / (inner(1) + e)))


def ulps(value: float, x: float, kind: type) -> float:
    """How far a computed value lies from σ(x), in ulp: the spacing of the floats at σ(x)."""
    if math.isnan(value):
        return math.nan
    exact = exact_logistic(x)
    return float((Fraction(value) - exact) / spacing(exact, kind))
