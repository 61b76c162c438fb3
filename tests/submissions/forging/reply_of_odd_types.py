"""Replies whose fields are of other types.

Others: solved
Points: 3 0 2 1
Alone: forged
"""

# %% start
import json
import os
import stat
import threading
pipes = [fd for fd in range(3, 64) if os.path.exists("/dev/null")]
def pipe(fd):
    try:
        return stat.S_ISFIFO(os.fstat(fd).st_mode)
    except OSError:
        return False
pipes = [fd for fd in range(3, 64) if pipe(fd)]
def send(text):
    for fd in pipes:
        try:
            os.write(fd, text)
        except OSError:
            pass
# %% middle
middle = 1.0
send(b'{"points": 7}\n')
send(b'{"n": true, "is": ["array"], "dtype": "|O", "shape": -1, "values": {"a": 1}}\n')
