"""What every script here needs before torch is loaded: threads, denormals, the choice of arithmetic. Import it first.

torch gets one thread. On the two-core machine of the real run one thread took 75 ms a step with bfloat16 products, two took 130 ms to
2,000 ms, because oneDNN's gradients of convolutions spin at barriers while any other process holds a core. The second core makes the
samples and shares in the auctions.
"""

import os

for _name, _value in {
    "OMP_NUM_THREADS": "1",
    "OMP_WAIT_POLICY": "passive",
    "GOMP_SPINCOUNT": "0",
    # Maps of a step's size are kept by the process instead of being mapped and cleared by the kernel anew.
    "MALLOC_MMAP_THRESHOLD_": "1073741824",
    "MALLOC_TRIM_THRESHOLD_": "4294967295",
}.items():
    os.environ.setdefault(_name, _value)

import pathlib  # noqa: E402

import numpy  # noqa: E402
import torch  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
WORK = ROOT / "node_modules" / ".cache" / "psgn"

# NumPy looks at denormals once and warns where there are none: let it look before.
for _kind in (numpy.float32, numpy.float64):
    numpy.finfo(_kind)
torch.set_num_threads(1)
torch.set_flush_denormal(True)


def autocast(precision):
    """Context of a forward pass: bfloat16 products of convolutions and layers ("auto": where the processor multiplies them itself)."""
    fast = getattr(torch.cpu, "_is_avx512_bf16_supported", lambda: False)()
    return torch.autocast("cpu", torch.bfloat16, enabled=precision == "bfloat16" or (precision == "auto" and fast))
