"""Checks the kernels and losses against SciPy and finite differences, and the export's folding against the network: seconds, no training."""

import runtime  # noqa: I001 (before torch)

import torch
from scipy.optimize import linear_sum_assignment

from average import Average
from export import DECODER, ENCODER, fold_and_round
from kernels import auction, nearest_both_ways
from losses import chamfer, emd
from model import NOISE, Many, Net
from stream import Stream, prepare


def clouds(batch, n, m, seed=0):
    generator = torch.Generator().manual_seed(seed)
    return torch.rand(batch, n, 3, generator=generator) - 0.5, torch.rand(batch, m, 3, generator=generator) - 0.5


def nearest_neighbours():
    for n, m in ((1024, 1024), (1000, 37), (1, 5)):
        a, b = clouds(3, n, m)
        index_a, squared_a, index_b, squared_b = nearest_both_ways(a, b)
        apart = torch.cdist(a, b, compute_mode="donot_use_mm_for_euclid_dist").square()
        for found, index, axis in ((squared_a, index_a, 2), (squared_b, index_b, 1)):
            assert torch.allclose(found, apart.min(axis)[0], atol=1e-6)
            chosen = apart.gather(axis, index.unsqueeze(axis)).squeeze(axis)
            assert torch.allclose(chosen, apart.min(axis)[0], atol=1e-6)


def auctions():
    for n in (2, 50, 300):
        a, b = clouds(2, n, n, n)
        for last in (0.02, 0.001):
            assignment = auction(a, b, last)
            for s in range(2):
                assert sorted(assignment[s].tolist()) == list(range(n))
                cost = torch.cdist(a[s : s + 1], b[s : s + 1])[0]
                least = cost.numpy()[linear_sum_assignment(cost.numpy())].mean()
                found = cost[torch.arange(n), assignment[s]].mean().item()
                assert least - 1e-6 <= found <= least + last, (n, last, least, found)


def gradients():
    a, b = clouds(1, 20, 20, 5)
    for loss in (chamfer, lambda p, q: emd(p, q, 1e-3)):
        p = a.clone().requires_grad_()
        loss(p, b).sum().backward()
        for place in ((0, 0, 0), (0, 7, 2), (0, 19, 1)):
            step = torch.zeros_like(a)
            step[place] = 1e-3
            slope = ((loss(a + step, b) - loss(a - step, b)) / 2e-3).item()
            assert abs(slope - p.grad[place].item()) < 1e-3 + 0.02 * abs(slope), (slope, p.grad[place])
    assert chamfer(a, a[:, torch.randperm(20)]).item() == 0


def folding():
    torch.manual_seed(1)
    net, x = Net(), torch.rand(8, 2, 64, 64)
    for _ in range(20):
        net(x)
    net.eval()
    with torch.no_grad():
        before = net(x)
        halves = fold_and_round(net, ENCODER | DECODER)
        assert (net(x) - before).abs().max() < 2e-3
        assert sum(half.size for half in halves.values()) * 2 < 7e6
        # Different noise gives different answers, and the head starts from the network.
        many = Many(net).eval()
        answers = many(x, torch.randn(8, 3, NOISE))
        assert answers.shape == (8, 3, 1024, 3) and (answers[:, 0] - answers[:, 1]).abs().max() > 1e-3
        assert (many(x, torch.zeros(8, 1, NOISE))[:, 0] - net(x)).abs().max() < 1e-4


def averaging():
    net = Net()
    average = Average(net)
    with torch.no_grad():
        net.decoder.f2.bias += 1
    start = average.state["decoder.f2.bias"].clone()
    average.update(net, 0)
    assert torch.allclose(average.state["decoder.f2.bias"], start + 0.9, atol=1e-6)


def streaming():
    """Batch k is the same wherever the stream starts, and a mirrored sample is mirrored in picture and points alike."""
    ahead, later = Stream(7, 8), Stream(8, 8)
    next(ahead)
    first, second = next(ahead), next(later)
    ahead.close()
    later.close()
    assert all(torch.equal(p, q) for p, q in zip(first, second))
    pictures, points = prepare(*first[:2], torch.Generator().manual_seed(1))
    mirrored = (points[:, :, 0] * 32000 - first[1][:, :, 0]).abs().amax(1) > 0.5
    assert 0 < mirrored.sum() < 8
    plain = first[0].float() / 255
    assert torch.equal(pictures, torch.where(mirrored[:, None, None, None], plain.flip(-1), plain))


if __name__ == "__main__":
    for check in (nearest_neighbours, auctions, gradients, folding, averaging, streaming):
        check()
        print(f"{check.__name__}: right", flush=True)
