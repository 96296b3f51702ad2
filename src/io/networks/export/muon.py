class Muon:
    """Momentum made orthogonal (Jordan et al. 2024) for the matrices between hidden layers; AdamW at adam_lr for the rest."""

    def __init__(self, model, lr, momentum, weight_decay, adam_lr, **adam):
        self.lr, self.momentum, self.decay = lr, momentum, weight_decay
        self.matrices = [m.weight for m in model if isinstance(m, nn.Linear)][1:-1]
        self.means = [torch.zeros_like(w) for w in self.matrices]
        rest = [p for p in model.parameters() if all(p is not w for w in self.matrices)]
        self.adam = torch.optim.AdamW(rest, lr=adam_lr, weight_decay=weight_decay, **adam)

    def zero_grad(self):
        self.adam.zero_grad()
        for w in self.matrices:
            w.grad = None

    @staticmethod
    def orthogonal(g):
        x = g.T if g.shape[0] > g.shape[1] else g
        x = x / (x.norm() + 1e-7)
        for _ in range(5):
            a = x @ x.T
            x = 3.4445 * x + (-4.775 * a + 2.0315 * a @ a) @ x
        return x.T if g.shape[0] > g.shape[1] else x

    @torch.no_grad()
    def step(self):
        for w, mean in zip(self.matrices, self.means):
            mean.lerp_(w.grad, 1 - self.momentum)
            update = self.orthogonal(w.grad.lerp(mean, self.momentum)) * max(1, w.shape[0] / w.shape[1]) ** 0.5
            w.mul_(1 - self.lr * self.decay).sub_(self.lr * update)
        self.adam.step()
