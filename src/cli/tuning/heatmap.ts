import type { Command } from 'commander';
import { experimentOn } from '../../experiments/index.ts';
import { rateOf } from '../../experiments/rates.ts';
import { axisFor, namesFor, specFor } from '../../jobs/tuning/axes.ts';
import { heatmap, type Heatmap } from '../../jobs/tuning/heatmap.ts';
import type { HeatmapSpec } from '../../jobs/tuning/heatmapDuty.ts';
import { varied } from '../../jobs/tuning/vary.ts';
import { edgeOf } from '../../jobs/tuning/limit.ts';
import type { OptimizeSpec } from '../../jobs/specs.ts';
import { isSurfaceId, surfaces } from '../../surfaces/index.ts';
import type { Minimum } from '../../surfaces/types.ts';
import { axisValues } from '../../tuning/axis.ts';
import { Refusal } from '../refusal.ts';
import { oneOf } from '../registration/flags.ts';
import { byCrew } from '../registration/byCrew.ts';
import { workersOf } from '../registration/workers.ts';
import { specOf, type RunFlags } from '../request.ts';
import { addRunFlags } from '../runFlags.ts';
import { axisAsked } from './axis.ts';
import { pictureOf } from './picture.ts';

interface HeatmapFlags extends RunFlags {
  readonly x?: string;
  readonly y?: string;
  readonly of?: string;
  readonly workers?: string;
  readonly json?: boolean;
}

const SIDE = 64;
const kinds = ['loss', 'steps'] as const;

const notes = `
name      a parameter of the optimizer or of the surface, or steps
loss      f at the end of each run: loss[row of y][column of x], null where it diverged
steps     --of steps: the update from which on a thousandth is left of f - f_min, f_min
          being the least of the surface's known minima; null where it is never so
edge      places [x, y] at which lr is the limit of stability: 2/λmax for SGD, 2(1 + β)/λmax
          for Momentum, of a quadratic, else of the flattest known minimum; empty where
          there is none to be known
Without --x and --y: lr, and the first other parameter of the optimizer.`;

export function addHeatmap(program: Command, write: (text: string) => void): void {
  addRunFlags(program.command('heatmap').description('run an optimizer at every pair of values of two parameters'))
    .option('--x <name=from:to:count[:log]>', 'what varies along x, and over which values')
    .option('--y <name=from:to:count[:log]>', 'what varies along y')
    .option('--of <what>', `${kinds.join(', ')} (default: loss)`)
    .option('--workers <number>', 'threads (default: one a core)')
    .option('--json', 'print JSON instead of text')
    .addHelpText('after', notes)
    .allowExcessArguments(false)
    .action(async (flags: HeatmapFlags) => write(await heatmapText(flags)));
}

async function heatmapText(flags: HeatmapFlags): Promise<string> {
  const run = specOf(flags);
  const of = oneOf('picture', flags.of ?? 'loss', kinds);
  const { id } = run.surface;
  const minima: readonly Minimum[] = isSurfaceId(id) ? surfaces[id].minima : [];
  const [x, y] = axesAsked(flags, run, minima);
  const floor = minima.length > 0 ? Math.min(...minima.map(({ f }) => f)) : null;
  if (of === 'steps' && floor === null) throw new Refusal(`--of steps needs a surface whose minimum is known`);
  const spec: HeatmapSpec = { run, x, y, floor };
  const map = await byCrew(workersOf(flags.workers), (crew, watched) => heatmap(spec, crew, watched));
  return flags.json
    ? `${JSON.stringify(resultOf(spec, map, minima, of))}\n`
    : pictureOf(spec, map.loss, of === 'loss' ? map.loss : map.converged);
}

function axesAsked({ x, y }: HeatmapFlags, run: OptimizeSpec, minima: readonly Minimum[]) {
  const { id } = run.surface;
  const rate = (isSurfaceId(id) ? rateOf(experimentOn(id), run.optimizer) : undefined) ?? run.params['lr'] ?? NaN;
  const usual = namesFor(run);
  if (!usual) throw new Refusal(`${run.optimizer} on this surface has nothing to vary but ${varied(run).join(', ')}`);
  const [first, second] = usual;
  const variable = {
    ...{ what: `${run.optimizer} on this surface`, names: varied(run) },
    specFor: (name: string) => specFor(run, name),
  };
  const axis = (flag: string, text: string | undefined, name: string) =>
    text === undefined ? axisFor(run, name, { rate, minima, count: SIDE }) : axisAsked(flag, text, variable);
  const along = axis('--x', x, first === y?.split('=')[0] ? second : first);
  const up = axis('--y', y, second === along.name ? first : second);
  if (along.name === up.name) throw new Refusal(`--x and --y both vary ${up.name}`);
  return [along, up] as const;
}

function resultOf(
  spec: HeatmapSpec,
  { columns, rows, loss, converged }: Heatmap,
  minima: readonly Minimum[],
  of: string,
) {
  const table = (values: Float64Array) =>
    Array.from({ length: rows }, (_, row) => Array.from(values.subarray(row * columns, (row + 1) * columns)));
  return {
    x: [...axisValues(spec.x)],
    y: [...axisValues(spec.y)],
    // NaN is null in JSON.
    loss: table(loss),
    ...(of === 'steps' && { steps: table(converged) }),
    edge: edgeOf(spec, minima),
    of: { x: spec.x.name, y: spec.y.name },
  };
}
