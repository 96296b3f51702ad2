"""A running average of a model's weights and batch statistics: steadier than the last step's, and what is evaluated and exported."""

import torch


def _floats(model):
    return {name: tensor for name, tensor in model.state_dict().items() if tensor.is_floating_point()}


class Average:
    def __init__(self, model, decay=0.999):
        self.decay = decay
        self.state = {name: tensor.clone() for name, tensor in _floats(model).items()}

    def update(self, model, step):
        """Step counts from 0; the window grows with it, so that the first weights are soon forgotten."""
        decay = min(self.decay, (1 + step) / (10 + step))
        with torch.no_grad():
            torch._foreach_lerp_(list(self.state.values()), list(_floats(model).values()), 1 - decay)
