import sympy as sp

y, L, k, m = sp.symbols("y L k m", positive=True)
y, L, k, m = sp.symbols("y L k m")
where = m - sp.log(L / y - 1) / k
