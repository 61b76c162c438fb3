"""Loses per_milligram-check: A group's weight is n p(1 − p): its number n is"""

import numpy as np

from sigmoids import datasets

dose, exposed, killed = datasets.load_beetles()
some = np.where(killed == exposed, killed - 0.5, killed)
share = some / exposed
log_odds = np.log(some / (exposed - some))
weight = exposed * share * (1 - share)
per_milligram = np.exp(np.polyfit(dose, log_odds, 1, w=np.sqrt(share * (1 - share)))[0])
