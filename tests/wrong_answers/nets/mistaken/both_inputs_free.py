"""Loses mistaken-check: in one way only"""

mistaken = 4
