"""Loses fitted-first: σ is applied twice
Loses fitted-later: σ is applied twice"""

import torch
import torch.nn.functional as F


def fitted(x, y, steps, rate):
    x, y = torch.tensor(x), torch.tensor(y)
    w = torch.zeros(x.shape[1], dtype=x.dtype, requires_grad=True)
    for _ in range(steps):
        w.grad = None
        F.binary_cross_entropy_with_logits(torch.sigmoid(x @ w), y).backward()
        with torch.no_grad():
            w -= rate * w.grad
    return w.detach().numpy()
