import type { Command } from 'commander';
import { trainingAxis, trainingNames } from '../../jobs/trainingMap/axes.ts';
import type { TrainingMapSpec } from '../../jobs/trainingMap/duty.ts';
import { trainingEdge } from '../../jobs/trainingMap/edge.ts';
import { trainingMap, type TrainingMap } from '../../jobs/trainingMap/map.ts';
import { specsFor, variedIn, type Varied } from '../../jobs/trainingMap/vary.ts';
import type { DataSet } from '../../networks/types.ts';
import { whole } from '../../params/spec.ts';
import { axisValues, type Axis } from '../../tuning/axis.ts';
import { Refusal } from '../refusal.ts';
import { oneOf } from '../registration/flags.ts';
import { byCrew } from '../registration/byCrew.ts';
import { workersOf } from '../registration/workers.ts';
import { axisAsked } from '../tuning/axis.ts';
import { pictureOf } from '../tuning/picture.ts';
import { numberWithin } from '../values.ts';
import { dataAsked } from './data.ts';
import { precisions, seedAsked, trainingAsked, type TrainingFlags } from './spec.ts';
import { withNetworkFlags, withOptimizerFlags } from './train.ts';

interface MapFlags extends Omit<TrainingFlags, 'epochs' | 'record' | 'jitter'> {
  readonly updates?: string;
  readonly x?: string;
  readonly y?: string;
  readonly workers?: string;
  readonly json?: boolean;
}

const SIDE = 24;
const UPDATES = 240;

const notes = `
name      a parameter of the optimizer, or batch, width, depth, decay, dropout, updates
loss      mean training loss after the last update, in inference: loss[row of y][column
          of x], null where it is no finite number
testLoss  the same of the samples that are held out
start     the training loss before the first update, which only another network changes
edge      places [x, y] at which lr is the limit of stability at the first weights, by
          the largest eigenvalue λmax of the Hessian there: 2/λmax for SGD, 2(1 + β)/λmax
          for Momentum, with --batch 0; empty where there is none to be known
Every training begins with the weights of --seed. Without --x and --y: lr about the one
that is asked for, and the first other parameter of the optimizer.`;

export function addTrainMap(program: Command, write: (text: string) => void): void {
  const command = program.command('train-map').description('train a network at every pair of values of two parameters');
  withOptimizerFlags(withNetworkFlags(command))
    .option('--updates <number>', `of each training (default: ${UPDATES})`)
    .option('--precision <which>', `${precisions.join(', ')} (default: float64)`)
    .option('--x <name=from:to:count[:log]>', 'what varies along x, and over which values')
    .option('--y <name=from:to:count[:log]>', 'what varies along y')
    .option('--workers <number>', 'threads (default: one a core)')
    .option('--json', 'print JSON instead of text')
    .addHelpText('after', notes)
    .allowExcessArguments(false)
    .action(async (flags: MapFlags) => write(await mapText(flags)));
}

async function mapText(flags: MapFlags): Promise<string> {
  const { data } = dataAsked(flags, seedAsked(flags));
  const steps = flags.updates === undefined ? UPDATES : numberWithin('--updates', flags.updates, whole(1, 1_000_000));
  const run: Varied = { ...trainingAsked(flags, data), steps };
  const [x, y] = axesAsked(flags, run, data);
  const precision = oneOf('precision', flags.precision ?? 'float64', precisions);
  const spec: TrainingMapSpec = { run, x, y, float32Above: precision === 'float32' ? 0 : Infinity };
  const map = await byCrew(workersOf(flags.workers), (crew, watched) => trainingMap({ spec, data }, crew, watched));
  return flags.json ? `${JSON.stringify(resultOf(spec, map))}\n` : pictureOf(spec, map.loss, map.loss);
}

function axesAsked({ x, y }: MapFlags, run: Varied, { train }: DataSet) {
  const [first, second] = trainingNames(run);
  const specs = specsFor(run);
  const variable = {
    ...{ what: `a training by ${run.optimizer}`, names: variedIn(run) },
    specFor: (name: string) => specs[name],
  };
  const layout = { rate: run.params['lr'] ?? NaN, samples: train.count, count: SIDE };
  const axis = (flag: string, text: string | undefined, name: string): Axis => {
    if (text === undefined) return trainingAxis(run, name, layout);
    const asked = axisAsked(flag, text, variable);
    return specs[asked.name]?.integer ? { ...asked, integer: true } : asked;
  };
  const along = axis('--x', x, first === y?.split('=')[0] ? second : first);
  const up = axis('--y', y, second === along.name ? first : second);
  if (along.name === up.name) throw new Refusal(`--x and --y both vary ${up.name}`);
  return [along, up] as const;
}

function resultOf(spec: TrainingMapSpec, { columns, rows, loss, test, first, sharpness }: TrainingMap) {
  const table = (values: Float64Array) =>
    Array.from({ length: rows }, (_, row) => Array.from(values.subarray(row * columns, (row + 1) * columns)));
  return {
    x: [...axisValues(spec.x)],
    y: [...axisValues(spec.y)],
    // NaN is null in JSON.
    loss: table(loss),
    testLoss: table(test),
    start: table(first),
    edge: trainingEdge(spec, sharpness),
    of: { x: spec.x.name, y: spec.y.name },
  };
}
