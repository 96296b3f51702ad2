class Dropout(nn.Module):
    """nn.Dropout with the page's own masks."""

    update = 0

    def __init__(self, share, layer):
        super().__init__()
        self.keep, self.layer = 1 - share, layer

    def forward(self, x):
        if not self.training:
            return x
        stream = Stream(SEED, "dropout", Dropout.update, self.layer)
        mask = [1 / self.keep if stream.uniform() < self.keep else 0.0 for _ in range(x.numel())]
        return x * torch.tensor(mask).reshape(x.shape)
