"""Loses leaky_scale-check: That is ReLU's scale"""

import sympy as sp

leaky_scale = sp.sqrt(2)
