"""Loses per_milligram-check: That is the height of the line at dose 0"""

import numpy as np

from sigmoids import datasets

dose, exposed, killed = datasets.load_beetles()
some = np.where(killed == exposed, killed - 0.5, killed)
share = some / exposed
log_odds = np.log(some / (exposed - some))
weight = exposed * share * (1 - share)
b, a = np.polyfit(dose, log_odds, 1, w=np.sqrt(weight))
per_milligram = np.exp(a)
