"""Loses per_milligram-check: That is the part by which the odds grow. The factor is greater"""

import numpy as np

from sigmoids import datasets

dose, exposed, killed = datasets.load_beetles()
some = np.where(killed == exposed, killed - 0.5, killed)
weight = some * (exposed - some) / exposed
log_odds = np.log(some / (exposed - some))
per_milligram = np.exp(np.polyfit(dose, log_odds, 1, w=np.sqrt(weight))[0]) - 1
