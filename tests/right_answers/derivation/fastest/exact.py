"""By fractions."""

from fractions import Fraction

fastest = Fraction(27, 90) * 1000 / 4
