"""Loses silu_slope-check: Only the first slope is there
Loses silu_slope-arrays: Only the first slope is there"""

import torch
import torch.nn.functional as F


def silu_slope(z):
    z = torch.tensor(z, dtype=torch.float64, requires_grad=True)
    F.silu(z).flatten()[0].backward()
    return z.grad.numpy()
