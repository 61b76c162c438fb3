"""Loses losses-check: σ is applied twice
Loses losses-ends: σ is applied twice"""

import torch
import torch.nn.functional as F


def losses(z, y):
    z, y = torch.tensor(z), torch.tensor(y)
    return F.binary_cross_entropy_with_logits(torch.sigmoid(z), y, reduction="none").numpy()
