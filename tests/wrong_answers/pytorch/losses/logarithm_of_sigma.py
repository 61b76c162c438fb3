"""Loses losses-ends: that is no number"""

import torch


def losses(z, y):
    z, y = torch.tensor(z), torch.tensor(y)
    p = torch.sigmoid(z)
    return -(y * torch.log(p) + (1 - y) * torch.log(1 - p)).numpy()
