"""Loses losses-check: right for y = 0 alone
Loses losses-ends: right for y = 0 alone"""

import torch
import torch.nn.functional as F


def losses(z, y):
    return F.softplus(torch.tensor(z)).numpy()
