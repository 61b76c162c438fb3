"""Loses mistaken-check: need not be symmetric"""

mistaken = 0
