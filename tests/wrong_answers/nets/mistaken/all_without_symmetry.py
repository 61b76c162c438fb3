"""Loses mistaken-check: Those are the inputs that are not symmetric. The net"""

mistaken = 56
