"""Loses per_milligram-check: a tenfold dose"""

import numpy as np

from sigmoids import datasets

dose, exposed, killed = datasets.load_beetles()
dead = np.where(killed == exposed, killed - 0.5, killed)
weight = dead * (exposed - dead) / exposed
log_odds = np.log(dead / (exposed - dead))
per_milligram = np.exp(np.polyfit(np.log10(dose), log_odds, 1, w=np.sqrt(weight))[0])
