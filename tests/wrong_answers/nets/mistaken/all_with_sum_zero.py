"""Loses mistaken-check: all inputs with the sum 0"""

mistaken = 10
