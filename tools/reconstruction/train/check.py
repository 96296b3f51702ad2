"""How good is a checkpoint? Figures on an evaluation set that `stream.mjs --set procedural --out PREFIX` wrote.

Chamfer distance × 1e3 and EMD (on a part) of the averaged weights, against the even-numbered 1,024 points; beside it the floor
(the odd-numbered ones) and, with --bank PREFIX, retrieval by the mask (32 × 32, mirrored too; points in the bank: 1,024). For following
the training; the figures of docs/reconstruction.md are `koubai evaluate`'s.
"""

import runtime  # noqa: I001 (before torch)

import argparse
import pathlib

import torch
from scipy.optimize import linear_sum_assignment
from torch.nn import functional as F

from evaluation_set import read_set
from losses import chamfer, emd
from model import NOISE, Many, Net

CATEGORIES = ("chair", "table", "lamp", "plane", "car", "mug", "bench", "sofa", "shelf", "bed")
FIVE = 5


def in_parts(function, *tensors, size=100):
    with torch.no_grad():
        return torch.cat([function(*(tensor[i : i + size] for tensor in tensors)) for i in range(0, len(tensors[0]), size)])


def moved(a, b, every, exact):
    """EMD of every `every`-th pair: by the auction to 1e-3, or exactly by SciPy (seconds a pair)."""
    a, b = a[::every].contiguous(), b[::every].contiguous()
    if not exact:
        return in_parts(lambda p, q: emd(p, q, 1e-3), a, b).mean().item()
    values = []
    for p, q in zip(a, b):
        cost = torch.cdist(p, q).numpy()
        values.append(cost[linear_sum_assignment(cost)].mean())
    return float(sum(values) / len(values))


def retrieved(images, bank, clouds):
    """The cloud of the bank's entry whose mask is nearest, mirrored where its mirror image is."""
    small = F.avg_pool2d(bank[:, 1:].float() / 255, 2)
    entries = torch.cat([small.flatten(1), small.flip(-1).flatten(1)])
    lengths = entries.square().sum(1)
    queries = F.avg_pool2d(images[:, 1:].float() / 255, 2).flatten(1)
    best = in_parts(lambda q: (lengths - 2 * q @ entries.T).argmin(1), queries)
    mirror = torch.tensor([-1.0, 1.0, 1.0])
    found = clouds[best % len(bank)]
    return torch.where((best >= len(bank))[:, None, None], found * mirror, found)


def thinned(clouds, count=1024):
    """(B, N, 3) → (B, count, 3) by farthest points, from the one that is farthest from the middle on."""
    rows = torch.arange(len(clouds))
    chosen = (clouds - clouds.mean(1, keepdim=True)).square().sum(2).argmax(1)
    nearest = torch.full(clouds.shape[:2], float("inf"))
    picked = []
    for _ in range(count):
        picked.append(chosen)
        nearest = torch.minimum(nearest, (clouds - clouds[rows, chosen][:, None]).square().sum(2))
        chosen = nearest.argmax(1)
    return clouds[rows[:, None], torch.stack(picked, 1)]


def both_ways(net, x):
    """The answers to a picture and to its mirror image together, thinned."""
    x = x.float() / 255
    return thinned(torch.cat([net(x), net(x.flip(-1)) * torch.tensor([-1.0, 1.0, 1.0])], 1))


def line(name, distance, labels, emd_mean):
    five = distance[labels < FIVE].mean() * 1e3
    each = " ".join(f"{CATEGORIES[k]} {distance[labels == k].mean() * 1e3:.2f}" for k in labels.unique().tolist() if k < len(CATEGORIES))
    print(f"{name:10s} all {distance.mean() * 1e3:.3f} five {five:.3f} median {distance.median() * 1e3:.3f} emd {emd_mean:.4f} | {each}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=pathlib.Path)
    parser.add_argument("--set", required=True, help="PREFIX")
    parser.add_argument("--bank", help="PREFIX")
    parser.add_argument("--mirror", action="store_true", help="also the union with the answer to the mirror image")
    parser.add_argument("--emd-every", type=int, default=10, help="EMD on every n-th sample only")
    parser.add_argument("--exact", action="store_true", help="EMD by SciPy instead of the auction to 1e-3")
    options = parser.parse_args()
    how = options.emd_every, options.exact
    images, clouds, labels = read_set(options.set)
    truth, floor = clouds[:, ::2].contiguous(), clouds[:, 1::2].contiguous()
    state = torch.load(options.checkpoint, map_location="cpu", weights_only=True)
    print(f"{state['stage']}, step {state['step']} of {state['steps']}; {len(images)} samples")

    many = state["stage"] == "many"
    net = (Many(Net()) if many else Net()).eval()
    net.load_state_dict(state["average"], strict=False)
    if many:
        noise = torch.randn(len(images), 8, NOISE, generator=torch.Generator().manual_seed(1))
        answers = in_parts(lambda x, z: net(x.float() / 255, z), images, noise, size=25)
        each = torch.stack([in_parts(chamfer, answers[:, i], truth) for i in range(8)], 1)
        line("best of 8", each.min(1)[0], labels, float("nan"))
        answer = answers[:, 0]
    else:
        answer = in_parts(lambda x: net(x.float() / 255), images)
    distance = in_parts(chamfer, answer, truth)
    line("network", distance, labels, moved(answer, truth, *how))
    if options.mirror:
        both = in_parts(lambda x: both_ways(net, x), images)
        line("mirrored", in_parts(chamfer, both, truth), labels, moved(both, truth, *how))
    line("floor", in_parts(chamfer, floor, truth), labels, moved(floor, truth, *how))
    if options.bank:
        bank_images, bank_clouds, _ = read_set(options.bank, 1024)
        found = retrieved(images, bank_images, bank_clouds)
        other = in_parts(chamfer, found, truth)
        line("retrieval", other, labels, moved(found, truth, *how))
        wins = distance < other
        print(f"network / retrieval {distance.mean() / other.mean():.3f}, better on {wins.float().mean():.1%} (five {wins[labels < FIVE].float().mean():.1%})")


if __name__ == "__main__":
    main()
