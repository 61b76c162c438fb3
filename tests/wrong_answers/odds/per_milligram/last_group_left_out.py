"""Loses per_milligram-check: leaves the last group out"""

import numpy as np

from sigmoids import datasets

dose, exposed, killed = datasets.load_beetles()
dead = np.where(killed == exposed, killed - 0.5, killed)
weight = dead * (exposed - dead) / exposed
log_odds = np.log(dead / (exposed - dead))
some = slice(7)
per_milligram = np.exp(np.polyfit(dose[some], log_odds[some], 1, w=np.sqrt(weight[some]))[0])
