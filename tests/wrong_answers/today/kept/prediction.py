"""Loses kept-check: A third is the right prediction. Now compute it, to two decimals"""

kept = 1 / 3
