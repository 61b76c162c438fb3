"""Loses losses-check: not their mean
Loses losses-ends: one number came back"""

import torch
import torch.nn.functional as F


def losses(z, y):
    z, y = torch.tensor(z), torch.tensor(y)
    return F.binary_cross_entropy_with_logits(z, y).numpy()
