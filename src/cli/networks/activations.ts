import type { Command } from 'commander';
import { createRng } from '../../math/rng.ts';
import { activationIds } from '../../networks/activations.ts';
import { initialWeights, initIds } from '../../networks/init.ts';
import { BINS, lookInside, rangeOf, type LayerLook } from '../../networks/microscope/layers.ts';
import { createNetwork } from '../../networks/network.ts';
import type { NetworkSpec } from '../../networks/types.ts';
import { whole } from '../../params/spec.ts';
import { Refusal } from '../refusal.ts';
import { oneOf } from '../registration/flags.ts';
import { numberWithin } from '../values.ts';
import { bars } from './bars.ts';
import { defaults, initAsked, seedAsked, widthsAsked, type NetworkFlags } from './spec.ts';

interface ActivationsFlags extends Pick<
  NetworkFlags,
  'layers' | 'activation' | 'init' | 'initStd' | 'batchNorm' | 'seed'
> {
  readonly inputs?: string;
  readonly bins?: string;
  readonly json?: boolean;
}

/** The book's: 1,000 samples, five layers of a hundred sigmoids. */
const book = { inputs: 1000, layers: '100,100,100,100,100', activation: 'sigmoid' } as const;

/** Numbers that a look may hold at once, some 500 MB of float64: the weights, the samples, and what a pass over them leaves (see `makeRoom`). */
const MOST_NUMBERS = 62_500_000;

function refuseTooLarge({ inputs, hidden, batchNorm }: NetworkSpec, count: number): void {
  const neurons = hidden.reduce((sum, width) => sum + width);
  const weights = hidden.reduce((sum, width, layer) => sum + width * (hidden[layer - 1] ?? inputs), 0);
  const numbers = count * (inputs + (batchNorm ? 3 : 2) * neurons + 2 * Math.max(...hidden)) + weights;
  if (numbers <= MOST_NUMBERS) return;
  const megabytes = Math.ceil((8 * numbers) / 1e6);
  throw new Refusal(`--inputs ${count} on --layers ${hidden.join(',')} would take ${megabytes} MB: at most 500 MB`);
}

const notes = `
The samples are N(0, 1) in as many dimensions as the first layer is wide; nothing is
trained. Bins lie over 0 … 1 for sigmoid, ReLU and step, else over -1 … 1; what lies
outside is counted in the end bins. saturated: share of values where the activation's
slope is at most 0.19 of its largest (sigmoid and tanh: within 5 % of the range of an
end; ReLU: where it is 0). dead: share of neurons that give the same for every sample.`;

export function addActivations(program: Command, write: (text: string) => void): void {
  program
    .command('activations')
    .description('look at what the initial weights make of the activations, layer by layer')
    .option('--init <id>', `${initIds.join(', ')} (default: ${defaults.init})`)
    .option('--init-std <number>', `standard deviation for --init std (default: ${defaults.initStd})`)
    .option('--activation <id>', `${activationIds.join(', ')} (default: ${book.activation})`)
    .option('--layers <widths>', `widths of the layers (default: ${book.layers})`)
    .option('--inputs <number>', `samples (default: ${book.inputs})`)
    .option('--batch-norm', 'batch normalization before each activation, by the statistics of these samples')
    .option('--bins <number>', `of each histogram (default: ${BINS})`)
    .option('--seed <number>', `of weights and samples (default: ${defaults.seed})`)
    .option('--json', 'print JSON instead of text')
    .addHelpText('after', notes)
    .allowExcessArguments(false)
    .action((flags: ActivationsFlags) => {
      write(activationsText(flags));
    });
}

function activationsText(flags: ActivationsFlags): string {
  const hidden = widthsAsked(flags.layers ?? book.layers);
  if (hidden.length === 0) throw new Refusal('--layers none leaves nothing to look at: name their widths');
  const spec: NetworkSpec = {
    ...{ inputs: hidden[0]!, hidden, outputs: 1, task: 'values', loss: 'squared-error', dropout: 0, decay: 0 },
    activation: oneOf('activation', flags.activation ?? book.activation, activationIds),
    batchNorm: flags.batchNorm ?? false,
  };
  const { init, initStd } = initAsked(flags);
  const seed = seedAsked(flags);
  const count = flags.inputs === undefined ? book.inputs : numberWithin('--inputs', flags.inputs, whole(1, 100_000));
  const bins = flags.bins === undefined ? BINS : numberWithin('--bins', flags.bins, whole(1, 1000));
  refuseTooLarge(spec, count);
  const { gaussian } = createRng(seed, 'inputs');
  const x = Float64Array.from({ length: count * spec.inputs }, gaussian);
  const batch = { count, x, targets: new Float64Array(count) };
  const weights = initialWeights(spec, init, initStd, seed);
  const looks = lookInside(createNetwork(spec), weights, batch, { bins, statistics: 'batch' });
  if (flags.json) return `${JSON.stringify({ layers: looks.map(plain) })}\n`;
  const [low, high] = rangeOf(spec.activation);
  const first = init === 'std' ? `standard deviation ${initStd}` : init;
  const norm = spec.batchNorm ? ', batch normalization' : '';
  return [
    `${hidden.join('-')}, ${spec.activation}, ${first}${norm}; ${count} samples, seed ${seed}; bins over ${low} … ${high}`,
    'layer      mean       std  saturated  dead',
    ...looks.map(row),
    '',
  ].join('\n');
}

const plain = ({ mean, std, histogram, saturated, dead }: LayerLook) => ({
  mean,
  std,
  histogram: [...histogram.shares],
  saturated,
  dead,
});

function row({ mean, std, saturated, dead, histogram }: LayerLook, layer: number): string {
  const columns = [
    String(layer + 1).padStart(5),
    mean.toPrecision(3).padStart(9),
    std.toPrecision(3).padStart(9),
    `${(100 * saturated).toFixed(1)} %`.padStart(10),
    `${(100 * dead).toFixed(0)} %`.padStart(5),
    bars(histogram.shares),
  ];
  return columns.join(' ');
}
