"""Loses losses-ends: −40 + 40 leaves no digit"""

import torch
import torch.nn.functional as F


def losses(z, y):
    z, y = torch.tensor(z), torch.tensor(y)
    return F.binary_cross_entropy_with_logits(z, y, reduction="none").numpy()
