"""Loses per_milligram-check: That is the fit of greatest likelihood. Berkson's"""

import numpy as np
from scipy import special

from sigmoids import datasets

dose, exposed, killed = datasets.load_beetles()
some = np.where(killed == exposed, killed - 0.5, killed)
share = some / exposed
log_odds = np.log(some / (exposed - some))
weight = exposed * share * (1 - share)
A = np.column_stack([np.ones(8), dose])
t = np.zeros(2)
for _ in range(50):
    m = special.expit(A @ t)
    t = t + np.linalg.solve((A.T * (exposed * m * (1 - m))) @ A, A.T @ (killed - exposed * m))
per_milligram = np.exp(t[1])
