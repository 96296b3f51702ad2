"""Training batches from the sample generator, a child process that writes them to its standard output without end.

A batch of B samples is B × 2 × 64 × 64 bytes (gray plane, mask plane), B × 1024 × 3 int16 little endian (points × 32,000) and B bytes
(category, 255 for what is none of ours). Batch k is the same in every run, so a resumed run starts the child at its step.
"""

import queue
import subprocess
import threading

import numpy
import torch

from runtime import ROOT, WORK

PIXELS = 64
POINTS = 1024
SCALE = 32000
AHEAD = 12
GENERATOR = ["node", "tools/reconstruction/stream.mjs"]
OTHER = 255
MESHES = WORK / "meshes.bin"  # by tools/reconstruction/meshes.mjs


def unpack(data, batch):
    """Bytes of one batch → pictures (B, 2, 64, 64) uint8, points (B, 1024, 3) int16, categories (B,) uint8."""
    pictures = batch * 2 * PIXELS * PIXELS
    points = batch * POINTS * 3 * 2
    return (
        torch.from_numpy(numpy.frombuffer(data, numpy.uint8, pictures).reshape(batch, 2, PIXELS, PIXELS).copy()),
        torch.from_numpy(numpy.frombuffer(data, "<i2", points // 2, pictures).reshape(batch, POINTS, 3).astype(numpy.int16)),
        torch.from_numpy(numpy.frombuffer(data, numpy.uint8, batch, pictures + points).copy()),
    )


class Stream:
    """Iterates over batches `first`, `first` + 1, …; a thread keeps a few read ahead."""

    def __init__(self, first, batch, generator=GENERATOR, mixture=()):
        self.batch = batch
        self.size = batch * (2 * PIXELS * PIXELS + POINTS * 3 * 2 + 1)
        command = [*generator, "--from", str(first), "--batch", str(batch), *mixture]
        self.child = subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, bufsize=self.size)
        self.ready = queue.Queue(AHEAD)
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        while len(data := self.child.stdout.read(self.size)) == self.size:
            self.ready.put(data)
        self.ready.put(None)

    def __iter__(self):
        return self

    def __next__(self):
        data = self.ready.get()
        if data is None:
            raise RuntimeError("the sample generator ended")
        return unpack(data, self.batch)

    def close(self):
        self.child.kill()
        self.child.wait()


def mixture_of(recipe, rest="both"):
    """The generator's flags for a stage: how the share of the ten categories goes over its steps, and what the others are."""
    if recipe.procedural == (1.0, 1.0):
        return []
    shares = ",".join(str(share) for share in recipe.procedural)
    meshes = [] if rest == "varied" else ["--meshes", str(MESHES)]
    return ["--procedural", shares, "--over", f"{recipe.first},{recipe.first + recipe.steps}", "--rest", rest, *meshes]


def prepare(pictures, points, generator):
    """Bytes → floats (gray/255 and mask/255; points in edges of the object's box), half of the samples mirrored, x ↔ −x."""
    pictures, points = pictures.float() / 255, points.float() / SCALE
    mirrored = torch.rand(len(pictures), generator=generator) < 0.5
    pictures[mirrored] = pictures[mirrored].flip(-1)
    points[mirrored] *= torch.tensor([-1.0, 1.0, 1.0])
    return pictures, points
