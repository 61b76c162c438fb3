"""Loses rating_change-check: That is Φ, the curve of the chapter's table. Take σ
Loses rating_change-more: That is Φ, the curve of the chapter's table. Take σ
"""

from scipy import special


def rating_change(own, other, result, K):
    p = special.ndtr((own - other) * 7 / 2000)
    return K * (result - p)
