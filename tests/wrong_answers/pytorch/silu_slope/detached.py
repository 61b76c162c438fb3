"""Loses silu_slope-check: z was detached
Loses silu_slope-arrays: z was detached"""

import torch


def silu_slope(z):
    z = torch.tensor(z, dtype=torch.float64, requires_grad=True)
    (z.detach() * torch.sigmoid(z)).sum().backward()
    return z.grad.numpy()
