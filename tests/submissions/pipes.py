"""What some submissions begin with: `send` writes into whatever pipe is open."""

import json
import os
import stat
import threading


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
