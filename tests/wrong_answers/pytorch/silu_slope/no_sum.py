"""Loses silu_slope-check: take the sum of the array before it
Loses silu_slope-arrays: take the sum of the array before it"""

import torch
import torch.nn.functional as F


def silu_slope(z):
    z = torch.tensor(z, dtype=torch.float64, requires_grad=True)
    F.silu(z).backward()
    return z.grad.numpy()
