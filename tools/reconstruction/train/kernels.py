"""Loads kernels.c: compiled by cc for this machine on first use, into node_modules/.cache (or $RECONSTRUCTION_CACHE)."""

import runtime  # noqa: I001 (before torch)

import ctypes
import hashlib
import os
import pathlib
import subprocess

import torch

CACHE = pathlib.Path(os.environ.get("RECONSTRUCTION_CACHE", runtime.WORK))
# No -ffast-math: it would change how the whole process rounds denormals. The wide vectors count for a fifth of the time.
FLAGS = ["-O3", "-march=native", "-fno-math-errno", "-fno-trapping-math", "-ffinite-math-only", "-fno-signed-zeros"]
FLAGS += ["-fopenmp", "-shared", "-fPIC"]
if os.uname().machine == "x86_64":
    FLAGS.append("-mprefer-vector-width=512")


def _load():
    source = runtime.HERE / "kernels.c"
    key = hashlib.sha256(source.read_bytes() + " ".join(FLAGS).encode()).hexdigest()[:12]
    library = CACHE / f"kernels-{key}.so"
    if not library.exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        partial = library.with_suffix(f".{os.getpid()}.tmp")
        subprocess.run(["cc", *FLAGS, str(source), "-o", str(partial), "-lm"], check=True)
        partial.replace(library)
    loaded = ctypes.CDLL(str(library))
    pointer, integer, real = ctypes.c_void_p, ctypes.c_int, ctypes.c_float
    loaded.nearestBothWays.argtypes = [pointer] * 2 + [integer] * 3 + [pointer] * 4 + [integer]
    loaded.nearestBothWays.restype = None
    loaded.auction.argtypes = [pointer] * 2 + [integer] * 2 + [real] * 3 + [pointer, integer]
    loaded.auction.restype = ctypes.c_long
    return loaded


_kernels = _load()


def _packed(cloud):
    cloud = cloud.detach()
    assert cloud.dtype == torch.float32 and cloud.dim() == 3 and cloud.shape[2] == 3
    return cloud.contiguous()


def nearest_both_ways(a, b, threads=1):
    """a (B, N, 3), b (B, M, 3) float32 → index into b and squared distance (B, N), index into a and squared distance (B, M)."""
    a, b = _packed(a), _packed(b)
    batch, n, m = a.shape[0], a.shape[1], b.shape[1]
    index_a, index_b = torch.empty(batch, n, dtype=torch.int32), torch.empty(batch, m, dtype=torch.int32)
    squared_a, squared_b = torch.empty(batch, n), torch.empty(batch, m)
    outputs = [tensor.data_ptr() for tensor in (index_a, squared_a, index_b, squared_b)]
    _kernels.nearestBothWays(a.data_ptr(), b.data_ptr(), batch, n, m, *outputs, threads)
    return index_a.long(), squared_a, index_b.long(), squared_b


def auction(a, b, last=0.02, first=0.2, factor=5.0, threads=2):
    """a, b (B, N, 3) float32 → (B, N): the point of b that each point of a is given. Mean distance within `last` of the optimum."""
    a, b = _packed(a), _packed(b)
    batch, n = a.shape[0], a.shape[1]
    assert b.shape == a.shape and n >= 2
    assignment = torch.empty(batch, n, dtype=torch.int32)
    _kernels.auction(a.data_ptr(), b.data_ptr(), batch, n, first, last, factor, assignment.data_ptr(), threads)
    return assignment.long()
