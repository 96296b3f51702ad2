import { cellCentre, extentOf, isTooFine } from '../basins/cells.ts';
import { createLabeller } from '../basins/label.ts';
import { minimaIn } from '../basins/minima.ts';
import { restOf } from '../basins/rest.ts';
import { REACH } from '../basins/types.ts';
import type { Device } from '../gpu/device.ts';
import { kindsOf, SWARM_CELLS, SWARM_OUTPUT, swarmKernelOf } from '../gpu/swarmKernel.ts';
import { ruleOrNull } from '../optimizers/index.ts';
import { asksForLeast } from '../optimizers/run.ts';
import { leastOf } from '../surfaces/least.ts';
import { optimize } from './optimize.ts';
import type { BasinTilesResult, BasinTilesSpec } from './specs.ts';

/** Cells a side of a tile that one run of the kernel fills. */
export const TILE = Math.sqrt(SWARM_CELLS);

/** The load that backends are measured with. */
const PROBE_STEPS = 100;

/** Where the paths of some tiles end. Throws FormulaError for a text that is no formula, Error for an optimizer that there is not. */
export async function basinTiles(spec: BasinTilesSpec, device: Device): Promise<BasinTilesResult> {
  const begin = performance.now();
  const exact = () => {
    const { count, fill, ends } = basinFloat64(spec);
    fill(0, count);
    return ends;
  };
  const { surface, optimizer, semantics, params, steps, disturbance } = spec.basin;
  const rule = ruleOrNull(optimizer, semantics);
  // Without a known least value a rule that asks for it stops where it is; float32 cannot say so.
  const lost = rule !== null && asksForLeast(rule) && Number.isNaN(leastOf(surface.formula));
  if (!rule || lost || isTooFine(spec.basin)) {
    const found = labelled(spec, exact());
    return { ...found, backend: 'float64', milliseconds: performance.now() - begin };
  }
  const kinds = { ...kindsOf(disturbance), resting: true };
  const names = Object.keys(surface.params);
  const kernel = swarmKernelOf(surface.formula, names, rule, `${optimizer} ${semantics}`, kinds);
  const starts = startsOf(spec);
  const ends = new Float32Array(2 * starts.length);
  const backends = new Set<string>();
  for (let from = 0; from < starts.length; from += 2 * SWARM_CELLS) {
    const own = Float32Array.from(starts.subarray(from, from + 2 * SWARM_CELLS));
    const args = (updates: number) => kernel.args(surface.params, params, own, updates - 1, disturbance, 0, REACH);
    const part = await device.run({
      program: kernel.program,
      output: SWARM_OUTPUT,
      args: args(steps),
      probe: () => args(PROBE_STEPS),
      float64: () => Float32Array.from(exact().subarray(2 * from, 2 * from + 4 * SWARM_CELLS)),
    });
    ends.set(part.data.subarray(0, 2 * own.length), 2 * from);
    backends.add(part.backend);
  }
  return { ...labelled(spec, ends), backend: [...backends].join(' + '), milliseconds: performance.now() - begin };
}

/** Of ends with four numbers each: x, y, rest, 0. */
export function labelled({ basin }: BasinTilesSpec, ends: ArrayLike<number>) {
  const { labelOf, minima } = createLabeller(basin.surface, minimaIn(basin.surface));
  const cells = ends.length / 4;
  const labels = new Uint16Array(cells);
  const rests = new Uint16Array(cells);
  for (let cell = 0; cell < cells; cell++) {
    labels[cell] = labelOf(ends[4 * cell]!, ends[4 * cell + 1]!);
    rests[cell] = ends[4 * cell + 2]!;
  }
  return { labels, rests, minima };
}

/** Two numbers a start, tile by tile. */
function startsOf({ basin, tiles }: BasinTilesSpec): Float64Array {
  const extents = tiles.map((tile) => extentOf(basin, tile));
  const starts = new Float64Array(extents.reduce((sum, { columns, rows }) => sum + 2 * columns * rows, 0));
  let at = 0;
  for (const [k, tile] of tiles.entries()) {
    const { columns, rows } = extents[k]!;
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++, at += 2)
        starts.set(cellCentre(basin, tile.column + column, tile.row + row), at);
    }
  }
  return starts;
}

/** The slow exact reference, in slices: `fill` writes the ends of the starts `from` up to but without `to`. */
export function basinFloat64(spec: BasinTilesSpec) {
  const { surface, optimizer, semantics, params, steps, disturbance } = spec.basin;
  const starts = startsOf(spec);
  const ends = new Float64Array(2 * starts.length);
  return {
    count: starts.length / 2,
    ends,
    fill(from: number, to: number): void {
      for (let i = from; i < to; i++) {
        const run = { surface, optimizer, semantics, params, steps, ...(disturbance && { disturbance }) };
        const { x, count, divergedAt } = optimize({ ...run, start: [starts[2 * i]!, starts[2 * i + 1]!] });
        const [endX, endY] = divergedAt === null ? [x[2 * count - 2]!, x[2 * count - 1]!] : [NaN, NaN];
        ends.set([endX, endY, restOf(x, count, REACH), 0], 4 * i);
      }
    },
  };
}
