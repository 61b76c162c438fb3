import sympy as sp


def through(x1, s1, x2, s2):
    def L(s):
        return sp.log(sp.nsimplify(s) / (1 - sp.nsimplify(s)))

    a, b = L(s1), L(s2)
    k = (b - a) / (sp.nsimplify(x2) - sp.nsimplify(x1))
    return k, sp.nsimplify(x1) - a / k
