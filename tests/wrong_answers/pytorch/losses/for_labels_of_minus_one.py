"""Loses losses-check: for the labels −1 and 1
Loses losses-ends: for the labels −1 and 1"""

import torch
import torch.nn.functional as F


def losses(z, y):
    z, y = torch.tensor(z), torch.tensor(y)
    return F.softplus(-y * z).numpy()
