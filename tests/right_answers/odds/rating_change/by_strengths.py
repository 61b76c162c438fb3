def rating_change(own, other, result, K):
    mine, yours = 10 ** (own / 400), 10 ** (other / 400)
    return K * (result - mine / (mine + yours))
