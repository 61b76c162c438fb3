"""Loses per_milligram-check: Groups in which nearly all died, or nearly none, tell"""

import numpy as np

from sigmoids import datasets

dose, exposed, killed = datasets.load_beetles()
dead = np.where(killed == exposed, killed - 0.5, killed)
weight = dead * (exposed - dead) / exposed
log_odds = np.log(dead / (exposed - dead))
per_milligram = np.exp(np.polyfit(dose, log_odds, 1)[0])
