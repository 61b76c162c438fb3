"""Loses mistaken-check: That is the share of the inputs. Their number is"""

mistaken = 2 / 64
