"""Loses silu_slope-check: z σ(z) is a product
Loses silu_slope-arrays: z σ(z) is a product"""

import torch
import torch.nn.functional as F


def silu_slope(z):
    z = torch.tensor(z, dtype=torch.float64, requires_grad=True)
    F.softplus(z).sum().backward()
    return z.grad.numpy()
