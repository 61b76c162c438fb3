"""Loses rise-check: That is the tangent's way from 0% to 100%. The curve itself is to"""

rise = 4
