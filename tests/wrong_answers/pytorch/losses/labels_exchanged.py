"""Loses losses-check: The labels are exchanged
Loses losses-ends: The labels are exchanged"""

import torch
import torch.nn.functional as F


def losses(z, y):
    z, y = torch.tensor(z), torch.tensor(y)
    return F.softplus((2 * y - 1) * z).numpy()
