"""Loses chance-check: 0.1 is the nearest of the three, as a prediction. Now compute it"""

chance = 0.1
