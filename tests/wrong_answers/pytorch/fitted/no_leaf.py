"""Loses fitted-later: makes a tensor that is no leaf"""

import torch
import torch.nn.functional as F


def fitted(x, y, steps, rate):
    x, y = torch.tensor(x), torch.tensor(y)
    w = torch.zeros(x.shape[1], dtype=x.dtype, requires_grad=True)
    for _ in range(steps):
        F.binary_cross_entropy_with_logits(x @ w, y).backward()
        with torch.no_grad():
            w = w - rate * w.grad
    return w.detach().numpy()
