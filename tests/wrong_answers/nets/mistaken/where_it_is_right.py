"""Loses mistaken-check: On so many the net is right. On how many is it"""

mistaken = 62
