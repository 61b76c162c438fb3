"""Loses silu_slope-check: is an object of torch
Loses silu_slope-arrays: is an object of torch"""

import torch
import torch.nn.functional as F


def silu_slope(z):
    z = torch.tensor(z, dtype=torch.float64, requires_grad=True)
    F.silu(z).sum().backward()
    return z.grad
