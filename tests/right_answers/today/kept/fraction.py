from fractions import Fraction

kept = Fraction(9525741268, 10**10) ** 20
