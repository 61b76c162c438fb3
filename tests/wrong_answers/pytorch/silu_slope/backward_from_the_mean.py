"""Loses silu_slope-check: divided by the number of elements
Loses silu_slope-arrays: divided by the number of elements"""

import torch
import torch.nn.functional as F


def silu_slope(z):
    z = torch.tensor(z, dtype=torch.float64, requires_grad=True)
    F.silu(z).mean().backward()
    return z.grad.numpy()
