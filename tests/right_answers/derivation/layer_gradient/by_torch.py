import torch


def layer_gradient(h, s, g):
    h, s, g = (torch.tensor(a) for a in (h, s, g))
    return (h.T @ (g * s * (1 - s))).numpy()
