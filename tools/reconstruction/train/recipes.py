"""The five stages: how long, how fast, from what, and which batches of the endless stream."""

import dataclasses


@dataclasses.dataclass(frozen=True)
class Recipe:
    """`first` is the first batch of the stream, so that no two stages see a sample twice; `source` the stage that it starts from. `smoke_chamfer` is
    the Chamfer distance × 1e3 that the end of a smoke run must stay under. `frozen`: the encoder keeps what it has learned."""

    stage: str
    source: str | None
    steps: int
    smoke_steps: int
    smoke_chamfer: float
    batch: int
    rate: float
    warmup: int
    seed: int
    first: int
    chamfer: float = 10.0
    emd: float = 0.0
    answers: int = 1
    frozen: bool = False
    # The share of the ten categories at the stage's first and at its last step; of the rest two fifths are the wider generator's, three fifths free meshes.
    procedural: tuple[float, float] = (0.7, 0.7)


RECIPES = {
    recipe.stage: recipe
    for recipe in (
        Recipe("chamfer", None, steps=36000, smoke_steps=600, smoke_chamfer=24, batch=32, rate=2e-3, warmup=500, seed=1, first=0, procedural=(0.3, 0.55)),
        Recipe("emd", "chamfer", steps=7500, smoke_steps=150, smoke_chamfer=12, batch=32, rate=7e-4, warmup=200, seed=2, first=200_000, emd=0.5),
        Recipe("refine", "emd", steps=12000, smoke_steps=100, smoke_chamfer=12, batch=32, rate=7e-4, warmup=200, seed=4, first=400_000, chamfer=15.0, emd=1.0, procedural=(0.75, 0.75)),
        Recipe("settle", "refine", steps=4000, smoke_steps=100, smoke_chamfer=12, batch=32, rate=5e-4, warmup=100, seed=5, first=500_000, emd=1.5, frozen=True, procedural=(0.75, 0.75)),
        Recipe("many", "refine", steps=3000, smoke_steps=100, smoke_chamfer=17, batch=16, rate=5e-4, warmup=200, seed=3, first=600_000, emd=0.5, answers=4),
    )
}
