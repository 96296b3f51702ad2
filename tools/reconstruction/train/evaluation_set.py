"""Reads the sets that `stream.mjs --set … --out PREFIX` writes: PREFIX.img, .pts and .lab."""

import numpy
import torch

PIXELS = 64
SCALE = 32000


def read_set(prefix, points=2048):
    """→ pictures (n, 2, 64, 64) uint8, points (n, `points`, 3) float32, category numbers (n,)."""
    images = numpy.fromfile(f"{prefix}.img", numpy.uint8).reshape(-1, 2, PIXELS, PIXELS)
    clouds = numpy.fromfile(f"{prefix}.pts", "<i2").reshape(-1, points, 3).astype(numpy.float32) / SCALE
    labels = numpy.fromfile(f"{prefix}.lab", numpy.uint8)
    return torch.from_numpy(images), torch.from_numpy(clouds), torch.from_numpy(labels)
