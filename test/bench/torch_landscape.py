"""python3 torch_landscape.py THREADS SIZE FILE: seconds for losses of one net at SIZE² points of a plane through its weights, as they are commonly computed: the weights are moved, then a
forward pass. FILE: {"widths", "relu", "x", "labels", "origin", "u", "v"}. Prints JSON: {"seconds": [three runs], "last": loss at (1, 1)}."""

import json
import sys
import time

import torch

threads, size = int(sys.argv[1]), int(sys.argv[2])
torch.set_num_threads(threads)
with open(sys.argv[3], encoding="utf-8") as file:
    given = json.load(file)
widths = given["widths"]
activation = torch.relu if given["relu"] else torch.tanh
labels = torch.tensor(given["labels"])
x = torch.tensor(given["x"], dtype=torch.float32).reshape(len(labels), -1)
origin, u, v = (torch.tensor(given[name], dtype=torch.float32) for name in ("origin", "u", "v"))
shapes = [shape for m, n in zip(widths, widths[1:]) for shape in ((n, m), (n,))]
lengths = [torch.Size(shape).numel() for shape in shapes]


def loss(alpha, beta):
    pieces = [p.reshape(shape) for p, shape in zip(torch.split(origin + alpha * u + beta * v, lengths), shapes)]
    y = x
    for i in range(0, len(pieces) - 2, 2):
        y = activation(torch.nn.functional.linear(y, pieces[i], pieces[i + 1]))
    return torch.nn.functional.cross_entropy(torch.nn.functional.linear(y, *pieces[-2:]), labels).item()


side = torch.linspace(-1, 1, size).tolist()
seconds = []
with torch.inference_mode():
    for _ in range(4):
        begun = time.perf_counter()
        for beta in side:
            for alpha in side:
                last = loss(alpha, beta)
        seconds.append(time.perf_counter() - begun)
print(json.dumps({"seconds": seconds[1:], "last": last}))
