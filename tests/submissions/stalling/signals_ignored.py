"""All signals are ignored, then it loops.

Others: solved
Points: 0 1 2 0
Alone: stalls
"""

# %% sigma
import signal
for number in range(1, 65):
    try:
        signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError):
        pass
def sigma(x):
    while True:
        try:
            while True:
                pass
        except BaseException:
            pass
