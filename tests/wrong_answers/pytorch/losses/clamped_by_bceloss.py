"""Loses losses-ends: clamps its logarithms"""

import torch
import torch.nn.functional as F


def losses(z, y):
    z, y = torch.tensor(z), torch.tensor(y)
    return F.binary_cross_entropy(torch.sigmoid(z), y, reduction="none").numpy()
