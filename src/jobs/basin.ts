import { cellCentre, extentOf, isTooFine, type Tile } from '../basins/cells.ts';
import { createLabeller } from '../basins/label.ts';
import { minimaIn } from '../basins/minima.ts';
import { restOf } from '../basins/rest.ts';
import { REACH } from '../basins/types.ts';
import type { Device } from '../gpu/device.ts';
import { kindsOf, SWARM_CELLS, SWARM_OUTPUT, swarmKernelOf } from '../gpu/swarmKernel.ts';
import { ruleOf } from '../optimizers/index.ts';
import { optimize } from './optimize.ts';
import type { BasinSpec, BasinTilesResult, BasinTilesSpec } from './specs.ts';

/** Cells a side of a tile that one run of the kernel fills. */
export const TILE = Math.sqrt(SWARM_CELLS);

/** The load that backends are measured with. */
const PROBE_STEPS = 100;

/** Where the paths of some tiles end. Throws FormulaError for a text that is no formula, Error for an optimizer that there is not. */
export async function basinTiles(spec: BasinTilesSpec, device: Device): Promise<BasinTilesResult> {
  const { basin, tiles } = spec;
  const labeller = createLabeller(basin.surface, minimaIn(basin.surface));
  const extents = tiles.map((tile) => extentOf(basin, tile));
  const count = extents.reduce((sum, { columns, rows }) => sum + columns * rows, 0);
  const labels = new Uint16Array(count);
  const rests = new Uint16Array(count);
  const backends = new Set<string>();
  let milliseconds = 0;
  let at = 0;
  for (const [k, tile] of tiles.entries()) {
    const { columns, rows } = extents[k]!;
    const ends = await endsOf(basin, tile, device);
    for (let cell = 0; cell < columns * rows; cell++, at++) {
      labels[at] = labeller.labelOf(ends.data[4 * cell]!, ends.data[4 * cell + 1]!);
      rests[at] = ends.data[4 * cell + 2]!;
    }
    milliseconds += ends.milliseconds;
    backends.add(ends.backend);
  }
  return { labels, rests, minima: labeller.minima, backend: [...backends].join(' + '), milliseconds };
}

interface Ends {
  /** Four a cell, row by row: x, y, rest, 0. */
  readonly data: Float32Array | Float64Array;
  readonly backend: string;
  readonly milliseconds: number;
}

async function endsOf(basin: BasinSpec, tile: Tile, device: Device): Promise<Ends> {
  const { surface, optimizer, semantics, params, steps, disturbance } = basin;
  if (isTooFine(basin)) {
    const begin = performance.now();
    return { data: endsFloat64(basin, tile), backend: 'float64', milliseconds: performance.now() - begin };
  }
  const rule = ruleOf(optimizer, semantics);
  const kinds = { ...kindsOf(disturbance), resting: true };
  const key = `${optimizer} ${semantics}`;
  const kernel = swarmKernelOf(surface.formula, Object.keys(surface.params), rule, key, kinds);
  const starts = Float32Array.from(startsOf(basin, tile));
  const args = (updates: number) =>
    kernel.args(surface.params, params, starts, updates - 1, disturbance, numberOf(basin, tile), REACH);
  return device.run({
    program: kernel.program,
    output: SWARM_OUTPUT,
    args: args(steps),
    probe: () => args(PROBE_STEPS),
    float64: () => Float32Array.from(endsFloat64(basin, tile)),
  });
}

/** Which noise a tile's first particle has: each start its own. */
const numberOf = ({ size }: BasinSpec, { column, row }: Tile): number => row * size + column * TILE;

/** Two numbers a start. */
function startsOf(basin: BasinSpec, tile: Tile): Float64Array {
  const { columns, rows } = extentOf(basin, tile);
  const starts = new Float64Array(2 * columns * rows);
  for (let row = 0, at = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, at += 2)
      starts.set(cellCentre(basin, tile.column + column, tile.row + row), at);
  }
  return starts;
}

/** The slow exact reference: four numbers a cell. */
export function endsFloat64(basin: BasinSpec, tile: Tile): Float64Array {
  const { surface, optimizer, semantics, params, steps, disturbance } = basin;
  const starts = startsOf(basin, tile);
  const ends = new Float64Array(2 * starts.length);
  for (let at = 0; at < starts.length; at += 2) {
    const run = { surface, optimizer, semantics, params, steps, ...(disturbance && { disturbance }) };
    const { x, count, divergedAt } = optimize({ ...run, start: [starts[at]!, starts[at + 1]!] });
    ends[2 * at] = divergedAt === null ? x[2 * count - 2]! : NaN;
    ends[2 * at + 1] = divergedAt === null ? x[2 * count - 1]! : NaN;
    ends[2 * at + 2] = restOf(x, count, REACH);
  }
  return ends;
}
