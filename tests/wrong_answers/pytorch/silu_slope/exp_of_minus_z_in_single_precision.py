"""Loses silu_slope-arrays: In float32 e⁻ᶻ overflows"""

import torch


def silu_slope(z):
    z = torch.tensor(z, dtype=torch.float32, requires_grad=True)
    (z / (1 + torch.exp(-z))).sum().backward()
    return z.grad.numpy()
