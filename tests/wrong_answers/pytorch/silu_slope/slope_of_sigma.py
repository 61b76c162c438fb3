"""Loses silu_slope-check: the slope of the sigmoid
Loses silu_slope-arrays: the slope of the sigmoid"""

import torch


def silu_slope(z):
    z = torch.tensor(z, dtype=torch.float64, requires_grad=True)
    torch.sigmoid(z).sum().backward()
    return z.grad.numpy()
