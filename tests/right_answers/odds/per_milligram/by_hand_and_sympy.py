import numpy as np
import sympy as sp

from sigmoids import datasets

dose, exposed, killed = datasets.load_beetles()
dead = np.where(killed == exposed, killed - 0.5, killed)
log_odds = np.log(dead / (exposed - dead))
weight = dead * (exposed - dead) / exposed
off = dose - np.average(dose, weights=weight)
per_milligram = sp.exp(np.sum(weight * off * log_odds) / np.sum(weight * off**2))
