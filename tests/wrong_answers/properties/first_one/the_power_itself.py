"""Loses first_one-check: That is how small e⁻ˣ must be"""

first_one = 2**-11
