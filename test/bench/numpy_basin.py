"""Where SGD ends on Himmelblau from every start of a grid, in NumPy float32, as one writes it: whole arrays, one update after another.

usage: numpy_basin.py SIZE STEPS LR RUNS; prints JSON: {"rests": [milliseconds ...], "ends": [...], "counts": [four numbers]}
"""
import json
import sys
import time

import numpy as np

size, steps, lr, runs = int(sys.argv[1]), int(sys.argv[2]), np.float32(sys.argv[3]), int(sys.argv[4])
minima = np.array([[-3.779310, -3.283186], [-2.805118, 3.131313], [3, 2], [3.584428, -1.848127]], dtype=np.float32)
side = (-6 + (np.arange(size) + 0.5) * 12 / size).astype(np.float32)


def run(with_rests):
    y, x = (axis.copy() for axis in np.meshgrid(side, side, indexing="ij"))
    at_x, at_y = x.copy(), y.copy()
    rest = np.zeros(x.shape, dtype=np.float32)
    for t in range(steps):
        a = x * x + y - 11
        b = x + y * y - 7
        x -= lr * (4 * x * a + 2 * b)
        y -= lr * (2 * a + 4 * y * b)
        if with_rests:
            gone = (x - at_x) ** 2 + (y - at_y) ** 2 > np.float32(1e-6)
            at_x[gone] = x[gone]
            at_y[gone] = y[gone]
            rest[gone] = t + 1
    near = [((x - mx) ** 2 + (y - my) ** 2 <= np.float32(1e-6)).sum() for mx, my in minima]
    return [int(count) for count in near]


def timed(with_rests):
    times = []
    for _ in range(runs):
        begin = time.perf_counter()
        counts = run(with_rests)
        times.append(1000 * (time.perf_counter() - begin))
    return times, counts


rests, counts = timed(True)
ends, _ = timed(False)
print(json.dumps({"rests": rests, "ends": ends, "counts": counts}))
