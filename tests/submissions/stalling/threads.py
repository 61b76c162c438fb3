"""Threads that do nothing but stay.

Others: solved
Points: 3 1 2 1
Alone: stalls
"""

# %% start
import threading
import time
try:
    for _ in range(3):
        threading.Thread(target=time.sleep, args=(86_400,), daemon=False).start()
except RuntimeError:
    pass
