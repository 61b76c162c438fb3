import torch


def fitted(x, y, steps, rate):
    x, y = torch.tensor(x), torch.tensor(y)
    w = torch.zeros(x.shape[1], dtype=x.dtype, requires_grad=True)
    loss, optimiser = torch.nn.BCEWithLogitsLoss(), torch.optim.SGD([w], lr=rate)
    for _ in range(steps):
        optimiser.zero_grad()
        loss(x @ w, y).backward()
        optimiser.step()
    return w.detach().numpy()
