"""Loses per_milligram-check: The factor is e to the slope. 1 + slope is near it"""

import numpy as np

from sigmoids import datasets

dose, exposed, killed = datasets.load_beetles()
some = np.where(killed == exposed, killed - 0.5, killed)
share = some / exposed
log_odds = np.log(some / (exposed - some))
weight = exposed * share * (1 - share)
per_milligram = 1 + np.polyfit(dose, log_odds, 1, w=np.sqrt(weight))[0]
