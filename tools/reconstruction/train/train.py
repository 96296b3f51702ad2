"""One stage of the training: `train.py chamfer`, then `emd`, `refine`, `settle`, `many`; the same command resumes a stage that was cut off.

`--smoke` runs all five for a minute or two in all. See README.md.
"""

import runtime  # noqa: I001 (before torch)

import argparse
import dataclasses
import math
import pathlib
import shlex
import time

import torch

from average import Average
from losses import chamfer, emd
from model import NOISE, Many, Net
from recipes import RECIPES
from stream import GENERATOR, Stream, mixture_of, prepare

SAVE_EVERY = 500
LOG_EVERY = 200
LARGEST_GRADIENT = 1.0
DECLINE = 0.4


def rate(recipe, step):
    """Linear warm-up, a plateau, and over the last DECLINE of the steps a quarter of a cosine's wave down to 1 %.

    Before the decline nothing depends on the number of steps: a run may be made longer or shorter by `--steps` until then.
    """
    warm = min(1.0, (step + 1) / recipe.warmup)
    late = max(0.0, (step / recipe.steps - 1 + DECLINE) / DECLINE)
    return recipe.rate * warm * (0.01 + 0.99 * (1 - math.sin(math.pi / 2 * late)))


def load(path):
    return torch.load(path, map_location="cpu", weights_only=True)


def build(recipe, work):
    """The stage's model at its start: fresh, or the average of the stage before."""
    torch.manual_seed(recipe.seed)
    net = Net()
    if recipe.source is None:
        return net
    before = load(work / f"{recipe.source}.pt")
    net.load_state_dict(before["average"], strict=False)
    if recipe.frozen:
        net.freeze_encoder()
    return Many(net) if recipe.stage == "many" else net


def losses(recipe, model, pictures, points, generator, precision):
    """→ the loss to descend, and Chamfer distance and EMD (0 where the stage has none) to log."""
    if recipe.answers == 1:
        with runtime.autocast(precision):
            answer = model(pictures)
        distance = chamfer(answer.float(), points)
    else:
        noise = torch.randn(len(pictures), recipe.answers, NOISE, generator=generator)
        with runtime.autocast(precision):
            answers = model(pictures, noise)
        answers = answers.float()
        each = chamfer(answers.flatten(0, 1), points.repeat_interleave(recipe.answers, 0)).view(-1, recipe.answers)
        distance, best = each.min(1)
        answer = answers[torch.arange(len(best)), best]
    distance = distance.mean()
    if recipe.emd == 0:
        return recipe.chamfer * distance, distance.item(), 0.0
    moved = emd(answer.float(), points).mean()
    return recipe.chamfer * distance + recipe.emd * moved, distance.item(), moved.item()


class Log:
    """A line every LOG_EVERY steps, to the screen and to the stage's file."""

    def __init__(self, path):
        self.path = path
        self.latest = math.nan
        self.begin()

    def begin(self):
        self.steps, self.chamfer, self.emd, self.start = 0, 0.0, 0.0, time.monotonic()

    def write(self, line):
        print(line, flush=True)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("a", encoding="utf-8") as file:
            file.write(line + "\n")

    def add(self, chamfer_distance, emd_distance):
        self.steps += 1
        self.chamfer += chamfer_distance
        self.emd += emd_distance

    def flush(self, step, learning_rate):
        spent = 1e3 * (time.monotonic() - self.start) / self.steps
        self.latest = 1e3 * self.chamfer / self.steps
        moved = f" emd {self.emd / self.steps:.4f}" if self.emd else ""
        self.write(f"step {step} cd {self.latest:.3f}{moved} rate {learning_rate:.2e} {spent:.0f} ms/step")
        self.begin()


def save(path, step, recipe, model, average, optimizer):
    partial = path.with_suffix(".tmp")
    torch.save(
        {
            "stage": recipe.stage,
            "step": step,
            "steps": recipe.steps,
            "model": model.state_dict(),
            "average": average.state,
            "optimizer": optimizer.state_dict(),
        },
        partial,
    )
    partial.replace(path)


def train(recipe, work, log, precision, source, mixture):
    work.mkdir(parents=True, exist_ok=True)
    path = work / f"{recipe.stage}.pt"
    model = build(recipe, work)
    learned = [parameter for parameter in model.parameters() if parameter.requires_grad]
    optimizer = torch.optim.Adam(learned, recipe.rate, fused=True)
    average = Average(model)
    step = 0
    if path.exists():
        state = load(path)
        step = state["step"]
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        average.state = state["average"]
    if step >= recipe.steps:
        print(f"{recipe.stage}: done already ({step} steps)")
        return
    log.write(f"# {recipe.stage}: {'resumed at' if step else 'from'} step {step} of {recipe.steps}, batch {recipe.batch}, rate {recipe.rate:g}")
    model.train()
    stream = Stream(recipe.first + step, recipe.batch, source, mixture)
    log.begin()
    for pictures, points, _ in stream:
        generator = torch.Generator().manual_seed(recipe.seed * 2**32 + step)
        pictures, points = prepare(pictures, points, generator)
        for group in optimizer.param_groups:
            group["lr"] = rate(recipe, step)
        loss, *parts = losses(recipe, model, pictures, points, generator, precision)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(learned, LARGEST_GRADIENT)
        optimizer.step()
        average.update(model, step)
        log.add(*parts)
        step += 1
        if step % LOG_EVERY == 0 or step == recipe.steps:
            log.flush(step, rate(recipe, step - 1))
        if step % SAVE_EVERY == 0 or step == recipe.steps:
            save(path, step, recipe, model, average, optimizer)
        if step == recipe.steps:
            break
    stream.close()


def share(text):
    return (float(text), float(text))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stage", nargs="?", choices=list(RECIPES))
    parser.add_argument("--smoke", action="store_true", help="all stages, a few steps each, into WORK/smoke")
    parser.add_argument("--work", type=pathlib.Path, default=runtime.WORK, help="folder of the checkpoints")
    parser.add_argument("--steps", type=int, help="instead of the recipe's")
    parser.add_argument("--rate", type=float, help="instead of the recipe's")
    parser.add_argument("--precision", choices=["auto", "bfloat16", "float32"], default="auto")
    parser.add_argument("--procedural", type=share, help="the ten categories' share throughout (1: they alone) instead of the recipe's")
    parser.add_argument("--rest", choices=["both", "varied", "meshes"], default="both", help="what the others are")
    parser.add_argument("--seed", type=int, help="instead of the recipe's: of the first weights, the mirroring and the noise")
    parser.add_argument("--source", type=shlex.split, default=GENERATOR, help="the sample generator's command")
    parser.add_argument("--log", type=pathlib.Path, default=runtime.HERE / "log", help="folder of the logs")
    options = parser.parse_args()
    if options.smoke == (options.stage is not None):
        parser.error("name a stage, or --smoke")
    for recipe in RECIPES.values() if options.smoke else [RECIPES[options.stage]]:
        work, logs = options.work, options.log
        if options.smoke:
            work = logs = options.work / "smoke"
            recipe = dataclasses.replace(recipe, steps=recipe.smoke_steps, warmup=20)
            for old in (work / f"{recipe.stage}.pt", work / f"{recipe.stage}.txt"):
                old.unlink(missing_ok=True)
        changes = {name: value for name in ("steps", "rate", "seed", "procedural") if (value := getattr(options, name)) is not None}
        recipe = dataclasses.replace(recipe, **changes)
        log = Log(logs / f"{recipe.stage}.txt")
        train(recipe, work, log, options.precision, options.source, mixture_of(recipe, options.rest))
        if options.smoke and not log.latest < recipe.smoke_chamfer:
            raise SystemExit(f"smoke: cd {log.latest:.2f} at the end of {recipe.stage}, expected under {recipe.smoke_chamfer:g}")
    if options.smoke:
        print("smoke: all five stages run and learn as expected")


if __name__ == "__main__":
    main()
