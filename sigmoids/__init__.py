"""The code of the course *The Sigmoid Function: from Verhulst to LeNet*."""

import os

# NumPy and Matplotlib stop where it is no number. Nothing that the course makes carries a date.
_epoch = os.environ.get("SOURCE_DATE_EPOCH", "0")
if not (_epoch.isascii() and _epoch.isdecimal()):
    del os.environ["SOURCE_DATE_EPOCH"]
