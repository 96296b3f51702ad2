"""Chamfer distance and EMD as losses. Convention: mean squared nearest-neighbour distance, both directions added (no root);
EMD is the mean Euclidean distance of the bijection. The unit is the longest edge of the object's upright box."""

import torch

from kernels import auction, nearest_both_ways


class _NearestSquared(torch.autograd.Function):
    """Squared nearest-neighbour distances both ways; the gradient goes to the first cloud only."""

    @staticmethod
    def forward(ctx, a, b):
        index_a, squared_a, index_b, squared_b = nearest_both_ways(a, b)
        ctx.save_for_backward(a, b, index_a, index_b)
        return squared_a, squared_b

    @staticmethod
    def backward(ctx, grad_a, grad_b):
        a, b, index_a, index_b = ctx.saved_tensors
        to_b = index_a[..., None].expand(-1, -1, 3)
        to_a = index_b[..., None].expand(-1, -1, 3)
        grad = 2 * grad_a[..., None] * (a - b.gather(1, to_b))
        grad.scatter_add_(1, to_a, 2 * grad_b[..., None] * (a.gather(1, to_a) - b))
        return grad, None


def chamfer(answer, truth):
    """answer (B, N, 3), truth (B, M, 3) → (B,)."""
    squared_a, squared_b = _NearestSquared.apply(answer.contiguous(), truth.contiguous())
    return squared_a.mean(1) + squared_b.mean(1)


def emd(answer, truth, last=0.02):
    """answer, truth (B, N, 3) → (B,), by the auction with final ε `last`; the bijection is held fixed in the gradient."""
    assignment = auction(answer, truth, last)
    matched = truth.gather(1, assignment[..., None].expand(-1, -1, 3))
    return (answer - matched).square().sum(2).add(1e-9).sqrt().mean(1)
