import type { Command } from 'commander';
import { writeNpz } from '../../io/networks/npz.ts';
import { runArrays } from '../../io/networks/run/write.ts';
import { fastArithmetic } from '../../jobs/networkArithmetic.ts';
import { abortError } from '../../jobs/newestWins.ts';
import { activationIds } from '../../networks/activations.ts';
import { float64 } from '../../networks/arithmetic.ts';
import { toyDataIds } from '../../networks/data/index.ts';
import { initIds } from '../../networks/init.ts';
import { lastOf } from '../../networks/record.ts';
import { createTraining } from '../../networks/train.ts';
import type { DataSet, TrainSpec } from '../../networks/types.ts';
import { Refusal } from '../refusal.ts';
import { collect } from '../values.ts';
import { writeWhole } from '../registration/checkpoint.ts';
import { oneOf } from '../registration/flags.ts';
import { interruptible } from '../registration/interrupt.ts';
import { checkpointFor, type Standing } from './checkpoint.ts';
import { dataAsked, dataDefaults } from './data.ts';
import { defaults, losses, netOptimizers, precisions, seedAsked, trainSpecOf, type TrainingFlags } from './spec.ts';
import { json, notesOn, text, writtenLine } from './trainSays.ts';
import { layoutOf } from '../../networks/layout.ts';

export interface TrainFlags extends TrainingFlags {
  readonly out?: string;
  readonly onlyLast?: boolean;
  readonly resume?: boolean;
  readonly json?: boolean;
}

const notes = `
FILE is CSV with x, y, label (a header or none; numbers or words for labels; two
columns are a value over one input), or .npz with arrays x and y, and x_test and
y_test. Of CSV a fifth of each class is held out, and inputs that are not of a size
of about 1 are brought to -1 … 1.

Losses are means over all samples, in inference, before the first update, at every
--record-th and at the last; accuracies are those of the end. In JSON what is not a
finite number is null.

--out writes .npz: torch's state_dict by record ("0.weight": records × outputs ×
inputs), layers, step, loss, test_loss, accuracy, test_accuracy, x and y, and the
training itself as JSON (spec). Ctrl-C leaves FILE.part, which the same command goes
on from with --resume.`;

/** The flags of a network and its data, which gradcheck has as well. */
export function withNetworkFlags(command: Command): Command {
  return command
    .option('--data <id|file>', `${toyDataIds.join(', ')}, digits, or a file`)
    .option(
      '--samples <number>',
      `of the sets that are drawn: to train on, and as many held out (default: ${dataDefaults.samples})`,
    )
    .option('--noise <sd>', `of the sets that are drawn (default: ${dataDefaults.noise})`)
    .option('--layers <widths>', `widths of the hidden layers, or none (default: ${defaults.layers})`)
    .option('--activation <id>', `${activationIds.join(', ')} (default: ${defaults.activation})`)
    .option('--init <id>', `${initIds.join(', ')} (default: ${defaults.init})`)
    .option('--init-std <number>', `standard deviation for --init std (default: ${defaults.initStd})`)
    .option('--loss <id>', `${losses.join(', ')} (default: the first for classes, the second for values)`)
    .option('--seed <number>', `a whole number; the same seed gives the same training (default: ${defaults.seed})`);
}

/** The flags of an optimizer that trains one, which a map of trainings has as well. */
export function withOptimizerFlags(command: Command): Command {
  return command
    .option('--batch-norm', 'batch normalization before each activation')
    .option('--dropout <share>', 'of each hidden layer (default: 0)')
    .option(
      '--optimizer <id|rule>',
      `${netOptimizers.join(', ')}, or a rule of your own such as "own: x = x - lr*sign(g)" (default: ${defaults.optimizer})`,
    )
    .option('--semantics <which>', 'torch, book or paper')
    .option('--lr <number>', 'short for --set lr=<number>')
    .option('--set <name=value>', 'a parameter of the optimizer; may be given several times', collect)
    .option('--batch <number>', `samples a batch, 0 for all (default: ${defaults.batch})`);
}

export function addTrain(program: Command, write: (text: string) => void): void {
  withOptimizerFlags(withNetworkFlags(program.command('train').description('train a network and print its losses')))
    .option('--epochs <number>', `(default: ${defaults.epochs}; of the digits ${defaults.digitEpochs})`)
    .option(
      '--record <updates>',
      `keep weights and losses at every so many updates (default: ${defaults.records} records, fewer of a large net)`,
    )
    .option('--jitter <share>', 'how strongly images are warped, each time anew: 0 … 1 (default: 0)')
    .option('--precision <which>', `${precisions.join(', ')} (default: float64)`)
    .option('--out <file>', 'write the weights along the training as .npz')
    .option('--only-last', 'write the last record alone: a network to be used, not its path')
    .option('--resume', 'go on from FILE.part, which Ctrl-C left')
    .option('--json', 'print JSON instead of text')
    .addHelpText('after', notes)
    .allowExcessArguments(false)
    .action(async (flags: TrainFlags) => {
      write(await trainText(flags));
    });
}

async function trainText(flags: TrainFlags): Promise<string> {
  const asked = dataAsked(flags, seedAsked(flags));
  const spec = trainSpecOf(flags, asked.data, asked.said.kind === 'digits');
  const { out } = flags;
  if (flags.resume && out === undefined) throw new Refusal('--resume needs --out: it goes on from FILE.part');
  if (flags.onlyLast && out === undefined) throw new Refusal('--only-last needs --out: it is about what is written');
  const precision = oneOf('precision', flags.precision ?? 'float64', precisions);
  const checkpoint = out === undefined ? null : checkpointFor(out, spec, { ...asked.said, precision });
  const from = flags.resume ? checkpoint!.read() : null;
  if (from && from.state.done > spec.steps) {
    throw new Refusal(`${checkpoint!.path} is at update ${from.state.done}, and --epochs asks for ${spec.steps}`);
  }
  const begin = performance.now();
  const { state, statistics } = await trained(spec, asked.data, precision, from, checkpoint);
  const seconds = (performance.now() - begin) / 1000;
  const kept = flags.onlyLast ? lastOf(state.record, layoutOf(spec.network).size) : state.record;
  if (out !== undefined) {
    const running = spec.network.batchNorm ? statistics.slice(-kept.count).map(byLayer) : null;
    const { data, said } = asked;
    const arrays = runArrays({
      train: spec,
      said,
      data: said.kind === 'digits' ? null : data,
      record: kept,
      running,
    });
    writeWhole(out, writeNpz(arrays));
    checkpoint!.remove();
  }
  const { size: parameters } = layoutOf(spec.network);
  return flags.json
    ? json(state.record, parameters, seconds, asked, out, notesOn(spec))
    : text(spec, state.record, parameters, seconds, asked, [
        ...notesOn(spec).map((note) => `note      ${note}`),
        ...(out === undefined ? [] : [writtenLine(out, kept)]),
      ]);
}

const byLayer = (arrays: readonly Float64Array[]) =>
  Array.from({ length: arrays.length / 2 }, (_, layer) => ({
    mean: arrays[2 * layer]!,
    variance: arrays[2 * layer + 1]!,
  }));

/** How long training keeps Ctrl-C waiting, and how often a line says how far it is. */
const BREATH_MS = 100;
/** From one checkpoint to the next, or twenty times what it takes to write it: a training that is killed loses no more. */
const KEEP_MS = 20_000;

async function trained(
  spec: TrainSpec,
  data: DataSet,
  precision: (typeof precisions)[number],
  from: Standing | null,
  checkpoint: ReturnType<typeof checkpointFor> | null,
): Promise<Standing> {
  const training = createTraining(
    spec,
    data,
    precision === 'float32' ? fastArithmetic() : float64,
    from?.state ?? null,
  );
  const statistics = [...(from?.statistics ?? [])];
  const look = () =>
    statistics.push((training.network.running ?? []).flatMap(({ mean, variance }) => [mean.slice(), variance.slice()]));
  if (!from) look();
  return interruptible(
    async (stop, show) => {
      let breathed = performance.now();
      let keepAt = breathed;
      const keep = () => {
        const began = performance.now();
        checkpoint?.write({ state: training.state(), statistics });
        const now = performance.now();
        keepAt = now + Math.max(KEEP_MS, 20 * (now - began));
      };
      for (let more = training.done() < spec.steps; more;) {
        const before = training.done();
        more = training.step();
        const done = training.done();
        if (done > before && (done % spec.every === 0 || !more)) look();
        if (performance.now() - breathed < BREATH_MS) continue;
        show(`${Math.floor((100 * done) / spec.steps)} %, update ${done} of ${spec.steps}`);
        await new Promise((resolve) => setImmediate(resolve));
        if (more && (stop.aborted || performance.now() > keepAt)) keep();
        if (more && stop.aborted) throw abortError('stopped');
        breathed = performance.now();
      }
      return { state: training.state(), statistics };
    },
    () => {
      const where = `stopped after ${training.done()} of ${spec.steps} updates`;
      return checkpoint
        ? `${where}; the same command with --resume goes on from ${checkpoint.path}`
        : `${where}; --out would have kept them`;
    },
  );
}
