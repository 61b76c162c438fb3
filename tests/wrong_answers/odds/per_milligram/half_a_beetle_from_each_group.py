"""Loses per_milligram-check: Only in the last group half a beetle is taken away"""

import numpy as np

from sigmoids import datasets

dose, exposed, killed = datasets.load_beetles()
some = killed - 0.5
share = some / exposed
log_odds = np.log(some / (exposed - some))
per_milligram = np.exp(np.polyfit(dose, log_odds, 1, w=np.sqrt(exposed * share * (1 - share)))[0])
