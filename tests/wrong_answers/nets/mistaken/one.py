"""Loses mistaken-check: you have another"""

mistaken = 1
