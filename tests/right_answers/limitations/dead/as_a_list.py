def dead(X, W, b):
    return [not any(x @ w + c > 0 for x in X) for w, c in zip(W.T, b, strict=True)]
