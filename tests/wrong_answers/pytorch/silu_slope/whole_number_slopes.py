"""Loses silu_slope-check: mind the dtype
Loses silu_slope-arrays: mind the dtype"""

import numpy as np
import torch
import torch.nn.functional as F


def silu_slope(z):
    leaf = torch.tensor(z, dtype=torch.float64, requires_grad=True)
    F.silu(leaf).sum().backward()
    return leaf.grad.numpy().astype(np.asarray(z).dtype)
