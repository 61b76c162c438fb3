"""Loses mistaken-check: about these the net is right"""

mistaken = 8
