"""It writes files wherever it can.

Others: solved
Points: 3 1 2 1
Alone: file
"""

# %% start
import os
for name in ("../escaped", os.path.expanduser("~/../escaped")):
    try:
        open(name, "w").close()
    except OSError:
        pass
