"""Loses silu_slope-arrays: one number came back, and an array of 1 is wanted"""

import torch
import torch.nn.functional as F


def silu_slope(z):
    z = torch.tensor(z, dtype=torch.float64, requires_grad=True)
    F.silu(z).sum().backward()
    return z.grad.numpy().squeeze()
