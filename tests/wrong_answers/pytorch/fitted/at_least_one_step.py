"""Loses fitted-first: At least one step is made
Loses fitted-later: At least one step is made"""

import torch
import torch.nn.functional as F


def fitted(x, y, steps, rate):
    x, y = torch.tensor(x), torch.tensor(y)
    w = torch.zeros(x.shape[1], dtype=x.dtype, requires_grad=True)
    for _ in range(max(steps, 1)):
        w.grad = None
        F.binary_cross_entropy_with_logits(x @ w, y).backward()
        with torch.no_grad():
            w -= rate * w.grad
    return w.detach().numpy()
