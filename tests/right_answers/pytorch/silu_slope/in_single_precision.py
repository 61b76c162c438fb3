import torch


def silu_slope(z):
    z = torch.tensor(z, dtype=torch.float32, requires_grad=True)
    (z * torch.sigmoid(z)).sum().backward()
    return z.grad.numpy()
