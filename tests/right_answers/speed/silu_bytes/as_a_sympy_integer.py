import sympy as sp

silu_bytes = sp.Integer(3 * 8 + 12)
