import sympy as sp

n, c, w = sp.symbols("n c w", positive=True)
q = w * c / (w * c + n - c)
balance = sp.log(q / (1 - q))
