"""Loses rate-check: That is the chapter's rate, of a curve fitted to the amounts. Fit"""

rate = 0.547
