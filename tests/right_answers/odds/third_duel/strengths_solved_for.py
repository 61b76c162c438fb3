import sympy as sp

p, q, a, b, c = sp.symbols("p q a b c", positive=True)
rule = sp.solve([sp.Eq(p, a / (a + b)), sp.Eq(q, b / (b + c))], [a, c], dict=True)[0]
third_duel = sp.simplify((a / (a + c)).subs(rule))
