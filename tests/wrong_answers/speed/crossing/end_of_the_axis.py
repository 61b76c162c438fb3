"""Loses crossing-check: `crossing` is 1e+07"""

crossing = 1e7
