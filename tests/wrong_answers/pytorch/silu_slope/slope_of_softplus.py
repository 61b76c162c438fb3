"""Loses silu_slope-check: z σ(z) is a product
Loses silu_slope-arrays: element 0 is 0.268941"""

import torch
import torch.nn.functional as F


def silu_slope(z):
    z = torch.tensor(z, dtype=torch.float64, requires_grad=True)
    F.softplus(z).sum().backward()
    return z.grad.numpy()
