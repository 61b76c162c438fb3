"""Loses kept-check: 0.37 is near, but not it. Either the second decimal is cut off"""

kept = 0.37
