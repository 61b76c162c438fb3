import torch
import torch.nn.functional as F


def fitted(x, y, steps, rate):
    x, y = torch.tensor(x).float(), torch.tensor(y).float()
    w = torch.zeros(x.shape[1], requires_grad=True)
    for _ in range(steps):
        loss = F.binary_cross_entropy_with_logits(x @ w, y)
        (slope,) = torch.autograd.grad(loss, w)
        w = (w - rate * slope).detach().requires_grad_()
    return w.detach().numpy()
