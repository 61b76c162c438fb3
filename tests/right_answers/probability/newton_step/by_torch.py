import torch


def newton_step(A, y, theta):
    A, y, theta = (torch.tensor(a, dtype=torch.float64) for a in (A, y, theta))

    def loss(t):
        return (torch.nn.functional.softplus(A @ t, threshold=1e3) - y * (A @ t)).sum()

    g = torch.autograd.functional.jacobian(loss, theta)
    H = torch.autograd.functional.hessian(loss, theta)
    return (theta - torch.linalg.solve(H, g)).numpy()
