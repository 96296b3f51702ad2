import type { Command } from 'commander';
import { lossAt, rowOf } from '../../io/networks/run/records.ts';
import type { NetRun } from '../../io/networks/run/types.ts';
import { landscape } from '../../jobs/landscapeShares.ts';
import { simdLandscape } from '../../jobs/landscapeBackend.ts';
import { pickSamples } from '../../networks/data/samples.ts';
import { deviationFrom } from '../../networks/landscape/deviation.ts';
import { coordinate, type GridSpec } from '../../networks/landscape/grid.ts';
import { pcaPlane } from '../../networks/landscape/pca.ts';
import { pointsPlane, randomPlane, type Plane } from '../../networks/landscape/plane.ts';
import { projectOn, rangeOf, type Extent } from '../../networks/landscape/project.ts';
import { float64Evaluator } from '../../networks/landscape/reference.ts';
import type { Samples } from '../../networks/types.ts';
import { whole } from '../../params/spec.ts';
import { Refusal } from '../refusal.ts';
import { oneOf, seedOf } from '../registration/flags.ts';
import { interruptible } from '../registration/interrupt.ts';
import { openNodeCrew } from '../registration/nodeCrew.ts';
import { workersOf } from '../registration/workers.ts';
import { numberWithin } from '../values.ts';
import { dataOfRun } from './data.ts';
import { runAt } from './files.ts';

interface LandscapeFlags {
  readonly directions?: string;
  readonly grid?: string;
  readonly range?: string;
  readonly points?: string;
  readonly seed?: string;
  readonly data?: string;
  readonly samples?: string;
  readonly backend?: string;
  readonly workers?: string;
  readonly json?: boolean;
}

const kinds = ['random', 'pca', 'points'] as const satisfies readonly Plane['kind'][];
const backends = ['simd', 'float64'] as const;
const defaults = { directions: 'random', grid: 51, range: 1, seed: 1 } as const;

const notes = `
FILE is .npz of koubai train or .npz or .safetensors of the PyTorch snippet. The loss
at (α, β) is that of the weights origin + α u + β v on the training samples.

random   from the last record along two random directions, each neuron's as long as
         its weights (Li et al. 2018)
pca      through the records' mean along their two principal directions, of length 1:
         α and β are distances; explained: their shares of the variance
points   through three records: the first lies at (0, 0), the second at (1, 0)

--range r is from -r to r; without it pca and points are fitted to the path.
With batch normalization all of the grid has the last record's running statistics, and
the path's losses have each record's own.
path: where each record's weights cast their shadow on the plane, their own loss, and
their distance ‖θ - Pθ‖ from it (residual). In JSON what is no finite number is null.
One seed gives the same grid on any number of threads.
Points that --data brings (CSV) are taken as they are, none scaled or held out; losses in
the file that are not those on them are said (notes).`;

export function addLandscape(program: Command, write: (text: string) => void): void {
  program
    .command('landscape')
    .description(
      'compute the loss of a trained network over a plane through its weights, with the path of its training',
    )
    .argument('<file>', 'a training: .npz or .safetensors')
    .option('--directions <which>', `${kinds.join(', ')} (default: ${defaults.directions})`)
    .option('--grid <number>', `points a side (default: ${defaults.grid})`)
    .option('--range <number>', `half of a side (default: ${defaults.range} for random, else fitted to the path)`)
    .option('--points <a,b,c>', 'updates of three records (default: the first, the middle one, the last)')
    .option('--seed <number>', `of the random directions (default: ${defaults.seed})`)
    .option('--data <id|file>', 'the data of a training whose file brings none: digits, or a file')
    .option('--samples <number>', 'only the first so many of the training samples')
    .option('--backend <which>', `${backends.join(', ')} (default: simd: float32, where the machine has it)`)
    .option('--workers <number>', 'threads (default: one a core)')
    .option('--json', 'print JSON instead of text')
    .addHelpText('after', notes)
    .allowExcessArguments(false)
    .action(async (path: string, flags: LandscapeFlags) => {
      write(await landscapeText(path, flags));
    });
}

async function landscapeText(path: string, flags: LandscapeFlags): Promise<string> {
  const size = flags.grid === undefined ? defaults.grid : numberWithin('--grid', flags.grid, whole(2, 1025));
  const kind = oneOf('plane', flags.directions ?? defaults.directions, kinds);
  const seed = flags.seed === undefined ? defaults.seed : seedOf(flags.seed);
  const backend = oneOf('backend', flags.backend ?? 'simd', backends);
  const workers = workersOf(flags.workers);
  if (flags.points !== undefined && kind !== 'points') throw new Refusal('--points is for --directions points');
  const range = flags.range === undefined ? null : numberWithin('--range', flags.range, { accepts: { above: 0 } });
  const run = runAt(path);
  const {
    data: { train },
    notes,
  } = dataOfRun(run, flags, path);
  const samples =
    flags.samples === undefined ? train : first(train, numberWithin('--samples', flags.samples, whole(1, train.count)));

  const plane = planeOf(run, kind, seed, flags.points);
  const rows = Array.from({ length: run.count }, (_, record) => rowOf(run, record));
  const extent = extentOf(plane, rows, range ?? (kind === 'random' ? defaults.range : null));
  const spec: GridSpec = { network: run.network, plane, ...extent, size, running: run.running?.at(-1) ?? null };
  const begin = performance.now();
  const crew = await openNodeCrew(Math.min(workers, size));
  let found: Awaited<ReturnType<typeof landscape>>;
  try {
    found = await interruptible(
      (stop, show) =>
        landscape({ spec, samples, backend }, crew, {
          stop,
          onProgress: (part) => show(`${Math.floor(100 * part)} %`),
        }),
      () => 'stopped',
    );
  } finally {
    crew.close();
  }
  const milliseconds = performance.now() - begin;
  // Of a training of koubai's own the file says them, of the very samples.
  const own =
    (flags.data === undefined && samples === train && run.said && run.loss) ||
    rows.map((_, record) => lossAt(run, record, samples));
  const { lossScale } = run;
  const axis = (ends: Extent['alpha']) => Array.from({ length: size }, (_, i) => coordinate(ends, i, size));
  const result = {
    alpha: axis(extent.alpha),
    beta: axis(extent.beta),
    loss: Array.from({ length: size }, (_, row) =>
      Array.from(found.loss.subarray(row * size, (row + 1) * size), (value) => lossScale * value),
    ),
    path: rows.map((row, record) => {
      const { alpha, beta, residual } = projectOn(plane, row);
      return { alpha, beta, loss: own[record]!, residual, at: run.at[record]! };
    }),
    explained: plane.explained,
    backend: found.backend,
    milliseconds,
    deviation: found.backend === 'float64' ? 0 : deviationOf(spec, samples, extent),
    samples: samples.count,
    ...(notes.length > 0 && { notes }),
  };
  return flags.json ? `${JSON.stringify(result)}\n` : textOf(result, kind);
}

const first = (samples: Samples, count: number): Samples =>
  pickSamples(
    samples,
    Array.from({ length: count }, (_, i) => i),
  );

function planeOf(run: NetRun, kind: Plane['kind'], seed: number, points: string | undefined): Plane {
  const { count, network } = run;
  if (kind === 'random') return randomPlane(network, rowOf(run, count - 1), seed);
  if (count < 3) throw new Refusal(`--directions ${kind} needs three records, and the file has ${count}: use random`);
  try {
    if (kind === 'pca') return pcaPlane(Array.from({ length: count }, (_, record) => rowOf(run, record)));
    const [a, b, c] = points === undefined ? [0, count >> 1, count - 1] : recordsNamed(run, points);
    return pointsPlane(rowOf(run, a!), rowOf(run, b!), rowOf(run, c!));
  } catch (error) {
    if (error instanceof RangeError) throw new Refusal(`--directions ${kind}: ${error.message}`);
    throw error;
  }
}

function recordsNamed({ at }: NetRun, text: string): number[] {
  const updates = text.split(',').map((update) => numberWithin('--points', update, whole(0, Number.MAX_SAFE_INTEGER)));
  if (updates.length !== 3) throw new Refusal(`--points takes three updates, as in 0,50,100, not "${text}"`);
  return updates.map((update) => {
    const record = at.indexOf(update);
    if (record >= 0) return record;
    throw new Refusal(
      `--points: update ${update} is not recorded; there are ${[...at].slice(0, 12).join(', ')}${at.length > 12 ? ', …' : ''}`,
    );
  });
}

function extentOf(plane: Plane, rows: readonly ArrayLike<number>[], range: number | null): Extent {
  return range === null ? rangeOf(plane, rows) : { alpha: [-range, range], beta: [-range, range] };
}

function deviationOf({ network, plane, running = null }: GridSpec, samples: Samples, extent: Extent): number | null {
  const problem = { network, plane, running, samples };
  const simd = simdLandscape(problem);
  return simd && deviationFrom(float64Evaluator(problem), simd, extent);
}

interface Result {
  readonly alpha: readonly number[];
  readonly beta: readonly number[];
  readonly loss: readonly (readonly number[])[];
  readonly path: readonly { readonly loss: number; readonly residual: number }[];
  readonly explained: readonly [number, number] | null;
  readonly backend: string;
  readonly milliseconds: number;
  readonly deviation: number | null;
  readonly samples: number;
  readonly notes?: readonly string[];
}

function textOf(
  { alpha, beta, loss, path, explained, backend, milliseconds, deviation, samples, notes = [] }: Result,
  kind: string,
): string {
  const values = loss.flat().filter(Number.isFinite);
  const digits = (value: number) => String(Number(value.toPrecision(4)));
  const ends = (axis: readonly number[]) => `${digits(axis[0]!)} to ${digits(axis.at(-1)!)}`;
  const last = path.at(-1)!;
  return [
    `plane     ${kind}, α from ${ends(alpha)}, β from ${ends(beta)}, ${alpha.length} × ${beta.length} points`,
    ...(explained
      ? [`explained ${explained.map((share) => `${(100 * share).toFixed(1)} %`).join(' and ')} of the path's variance`]
      : []),
    `loss      ${digits(Math.min(...values))} to ${digits(Math.max(...values))} on ${samples} samples`,
    `path      ${path.length} records, the last of loss ${digits(last.loss)}, up to ${digits(Math.max(...path.map(({ residual }) => residual)))} from the plane`,
    `computed  by ${backend} in ${(milliseconds / 1000).toFixed(2)} s${deviation ? `, within ${deviation.toExponential(0)} of float64` : ''}`,
    ...notes.map((note) => `note      ${note}`),
    '',
  ].join('\n');
}
