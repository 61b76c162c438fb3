"""Loses mistaken-check: Every order of 1, 2 and −3 would be 6 inputs, but a"""

mistaken = 6
