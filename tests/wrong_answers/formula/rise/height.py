"""Loses rise-check: That is how far it climbs. How wide is the stretch of x?"""

rise = 0.8
