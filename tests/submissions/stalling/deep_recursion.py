"""Recursion as deep as the stack allows, and deeper.

Others: solved
Points: 0 1 2 0
Alone: ends
"""

# %% sigma
import sys
sys.setrecursionlimit(10**9)
def sigma(x):
    return [].__class__.__call__(sigma, x) if False else max([x], key=lambda _: sigma(x))
