"""Loses rivalry-check: That is day 9"""

rivalry = (200 - 93) / 293
