"""Loses crossing-check: That is the next power of ten. The lines of the grid"""

import matplotlib.pyplot as plt

from sigmoids import datasets

speed = datasets.load_speed("xeon-2-cores")
torch, expit = (speed.arrays[name, "one", "float32"] for name in ("torch", "expit"))
fig, ax = plt.subplots(num="times", clear=True)  # drawn anew in each run
ax.loglog(torch.size, torch.least)
ax.loglog(expit.size, expit.least)
ax.grid(which="both")
crossing = 1000
