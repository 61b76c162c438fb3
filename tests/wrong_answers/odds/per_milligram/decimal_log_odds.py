"""Loses per_milligram-check: Take the natural logarithm of the odds"""

import numpy as np

from sigmoids import datasets

dose, exposed, killed = datasets.load_beetles()
some = np.where(killed == exposed, killed - 0.5, killed)
share = some / exposed
log_odds = np.log(some / (exposed - some))
weight = exposed * share * (1 - share)
log_odds = np.log10(some / (exposed - some))
per_milligram = np.exp(np.polyfit(dose, log_odds, 1, w=np.sqrt(weight))[0])
