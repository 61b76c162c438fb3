"""Loses per_milligram-check: That is the step in log-odds"""

import numpy as np

from sigmoids import datasets

dose, exposed, killed = datasets.load_beetles()
dead = np.where(killed == exposed, killed - 0.5, killed)
weight = dead * (exposed - dead) / exposed
log_odds = np.log(dead / (exposed - dead))
per_milligram = np.polyfit(dose, log_odds, 1, w=np.sqrt(weight))[0]
