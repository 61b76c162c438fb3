"""A hundred megabytes of output.

Others: solved
Points: 3 1 2 1
Alone: output
"""

# %% start
import os
for _ in range(100):
    os.write(1, b"x" * 2**20)
print("x" * 2**20)
