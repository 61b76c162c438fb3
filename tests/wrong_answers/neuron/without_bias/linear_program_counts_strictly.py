"""Loses without_bias-check: Take w₁ = 1 and w₂ = −1: which table is that? An output of ½ is"""

without_bias = 0
