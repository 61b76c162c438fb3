from fractions import Fraction

first_one = Fraction(61, 8)
