import sympy as sp

y, L, k, m = sp.symbols("y L k m", positive=True)
where = m + 2 * sp.atanh(2 * y / L - 1) / k
