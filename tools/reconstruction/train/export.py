"""Checkpoints → assets/reconstruction/network.bin and .json, many.bin and .json, and the fixture of the tests.

The averaged weights are taken, batch normalization is folded into the convolutions, and the rest is raw fp16, little endian. The manifest
names each tensor with its shape and its offset in halves. many.bin holds the decoder of the min-of-N head only; its encoder and f1 are
those of network.bin.
"""

import runtime  # noqa: I001 (before torch)

import argparse
import base64
import json
import pathlib
import subprocess
import zlib

import numpy
import torch

import model as architecture
from evaluation_set import read_set
from model import NOISE, Many, Net
from recipes import RECIPES

ASSETS = runtime.ROOT / "assets" / "reconstruction"
FIXTURE = runtime.ROOT / "test" / "fixtures" / "reconstruction" / "network.json"
NETWORK_STAGES = ["chamfer", "emd", "refine", "settle"]
FIXTURE_PICTURES = 6
FIXTURE_SAMPLES = 2
FIXTURE_SEED = 2017

ENCODER = {f"enc{i}": f"encoder.blocks.{i}" for i in range(5)} | {"f1": "encoder.f1"}
DECODER = {
    name: f"decoder.{module}"
    for name, module in {
        "f2": "f2",
        "f3": "f3",
        "up0": "up0",
        "c4": "skip4",
        "u1": "up4",
        "c3": "skip8",
        "u2": "up8",
        "c2": "skip16",
        "u3": "up16",
        "out": "out",
    }.items()
}


def fold_and_round(net, modules):
    """Folds each block's batch normalization into its convolution and rounds to fp16, in place; → {name: array} in float16."""
    halves = {}
    with torch.no_grad():
        for name, path in modules.items():
            module = net.get_submodule(path)
            if isinstance(module, torch.nn.Sequential):
                convolution, norm = module[0], module[1]
                scale = norm.weight / torch.sqrt(norm.running_var + norm.eps)
                shift = norm.bias - norm.running_mean * scale
                convolution.weight *= scale[:, None, None, None]
                norm.weight.fill_(1)
                norm.bias.copy_(shift)
                norm.running_mean.fill_(0)
                norm.running_var.fill_(1)
                norm.eps = 0.0
                weight, bias = convolution.weight, norm.bias
            else:
                weight, bias = module.weight, module.bias
            for part, tensor in (("weight", weight), ("bias", bias)):
                half = tensor.numpy().astype("<f2")
                assert numpy.isfinite(half).all(), name
                tensor.copy_(torch.from_numpy(half.astype(numpy.float32)))
                halves[f"{name}.{part}"] = half
    return halves


def write_weights(kind, halves, training, network=None):
    """→ CRC-32 of the file of weights. `network` is that of the network whose encoder a head needs."""
    tensors, offset = [], 0
    for name, half in halves.items():
        tensors.append({"name": name, "shape": list(half.shape), "offset": offset})
        offset += half.size
    data = b"".join(half.tobytes() for half in halves.values())
    crc = zlib.crc32(data)
    manifest = {
        "format": "koubai-network",
        "version": 1,
        "kind": kind,
        "halves": offset,
        "crc32": crc,
        "tensors": tensors,
        "architecture": {
            "widths": list(architecture.WIDTHS),
            "code": architecture.CODE,
            "decoderWidth": architecture.DECODER_WIDTH,
            "freePoints": architecture.FREE_POINTS,
            "gridPoints": 512,
            "noise": NOISE if kind == "many" else 0,
        },
        "input": "2 × 64 × 64: gray / 255 premultiplied by the mask, mask / 255; tight crop, longest edge of the mask's box 0.875 of the picture",
        "training": training,
    }
    if network is not None:
        manifest["network"] = network
    ASSETS.mkdir(parents=True, exist_ok=True)
    (ASSETS / f"{kind}.bin").write_bytes(data)
    head = json.dumps({**manifest, "tensors": []}, ensure_ascii=False, indent=1)
    lines = ",\n  ".join(json.dumps(tensor) for tensor in tensors)
    (ASSETS / f"{kind}.json").write_text(head.replace('"tensors": []', f'"tensors": [\n  {lines}\n ]') + "\n", encoding="utf-8")
    print(f"{kind}.bin: {len(data)} bytes, crc32 {crc}")
    return crc


def load(work, stage):
    path = work / f"{stage}.pt"
    return torch.load(path, map_location="cpu", weights_only=True) if path.exists() else None


def facts(states):
    """What the manifest says of the training: the stages with steps, batch, seed and number of samples."""
    of = [(RECIPES[state["stage"]], state["step"]) for state in states]
    return [
        {"stage": recipe.stage, "steps": step, "batch": recipe.batch, "samples": step * recipe.batch, "seed": recipe.seed}
        for recipe, step in of
    ]


def pictures(work):
    """A few pictures of the procedural evaluation set of a seed that no figure uses: (n, 2, 64, 64) uint8."""
    prefix = work / "fixture"
    command = ["node", "tools/reconstruction/stream.mjs", "--set", "procedural", "--points", "64"]
    command += ["--seed", str(FIXTURE_SEED), "--count", str(FIXTURE_PICTURES), "--out", str(prefix.resolve())]
    subprocess.run(command, cwd=runtime.ROOT, check=True)
    return read_set(prefix, 64)[0]


def rounded(tensor):
    return [round(float(value), 5) for value in tensor.flatten()]


def write_fixture(images, net, many, crcs):
    x = images.float() / 255
    cases = []
    with torch.no_grad():
        for i in range(len(x)):
            case = {
                "gray": base64.b64encode(images[i, 0].numpy().tobytes()).decode(),
                "mask": base64.b64encode(images[i, 1].numpy().tobytes()).decode(),
                "points": rounded(net(x[i : i + 1])),
                "feature": rounded(net.feature(x[i : i + 1])),
            }
            if many is not None and i < FIXTURE_SAMPLES:
                noise = torch.randn(1, 1, NOISE, generator=torch.Generator().manual_seed(i)).mul(1e5).round().div(1e5)
                case |= {"noise": rounded(noise), "sample": rounded(many(x[i : i + 1], noise))}
            cases.append(case)
    lines = ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases)
    head = json.dumps(crcs)
    FIXTURE.parent.mkdir(parents=True, exist_ok=True)
    FIXTURE.write_text(f'{head[:-1]},"cases":[\n{lines}\n]}}\n', encoding="utf-8")
    print(f"{FIXTURE.relative_to(runtime.ROOT)}: {FIXTURE.stat().st_size} bytes")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=pathlib.Path, default=runtime.WORK, help="folder of the checkpoints")
    parser.add_argument("--stage", choices=NETWORK_STAGES, help="the stage to export (default: the last there is)")
    options = parser.parse_args()
    work = options.work
    stages = {stage: load(work, stage) for stage in RECIPES}
    stage = options.stage or next((name for name in reversed(NETWORK_STAGES) if stages[name]), NETWORK_STAGES[0])
    history = [stages[name] for name in NETWORK_STAGES[: NETWORK_STAGES.index(stage) + 1] if stages[name]]
    if stages[stage] is None:
        raise SystemExit(f"no checkpoint of stage {stage} in {work}")

    images = pictures(work)
    net = Net().eval()
    net.load_state_dict(stages[stage]["average"], strict=False)
    many = None
    if stages["many"]:
        many = Many(Net()).eval()
        many.load_state_dict(stages["many"]["average"], strict=False)
        same = all(torch.equal(a, b) for a, b in zip(net.encoder.parameters(), many.encoder.parameters()))
        if not same:
            print("many.pt stands on another encoder than this network's: the head is left out")
            many = None

    with torch.no_grad():
        exact = net(images.float() / 255)
        halves = fold_and_round(net, ENCODER | DECODER)
        crcs = {"network": write_weights("network", halves, facts(history)), "many": None}
        print(f"largest error of the fp16 weights: {(net(images.float() / 255) - exact).abs().max():.1e}")
    if many is not None:
        halves = fold_and_round(many, DECODER)
        many.encoder = net.encoder
        crcs["many"] = write_weights("many", halves, facts([stages["many"]]), crcs["network"])
    write_fixture(images, net, many, crcs)


if __name__ == "__main__":
    main()
