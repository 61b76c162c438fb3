"""Loses silu_slope-check: Whole numbers have no gradient
Loses silu_slope-arrays: Whole numbers have no gradient"""

import torch
import torch.nn.functional as F


def silu_slope(z):
    z = torch.tensor(z, requires_grad=True)
    F.silu(z).sum().backward()
    return z.grad.numpy()
