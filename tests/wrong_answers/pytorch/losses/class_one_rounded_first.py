"""Loses losses-ends: element 1 is -0, and"""

import torch
import torch.nn.functional as F


def losses(z, y):
    z, y = torch.tensor(z), torch.tensor(y)
    right = -torch.log(torch.sigmoid(z.clamp(min=-700)))
    return torch.where(y == 1, right, F.softplus(z)).numpy()
