import sympy as sp

n, c, w = sp.symbols("n c w", positive=True)
q = w * c - n + c
balance = 2 * sp.atanh(q / (w * c + n - c), evaluate=False)
