import torch


def log_loss(z, y):
    z, y = torch.tensor(z, dtype=torch.float64), torch.tensor(y, dtype=torch.float64)
    return torch.nn.functional.binary_cross_entropy_with_logits(z, y).item()
