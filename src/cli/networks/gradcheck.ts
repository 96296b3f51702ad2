import type { Command } from 'commander';
import { batchOf } from '../../networks/train.ts';
import { float64 } from '../../networks/arithmetic.ts';
import { pickSamples } from '../../networks/data/samples.ts';
import { initialWeights } from '../../networks/init.ts';
import { createNetwork } from '../../networks/network.ts';
import { numericalGradient } from '../../networks/numericalGradient.ts';
import { Refusal } from '../refusal.ts';
import { dataAsked } from './data.ts';
import { initAsked, networkAsked, seedAsked, type NetworkFlags } from './spec.ts';
import { withNetworkFlags } from './train.ts';

interface GradcheckFlags extends NetworkFlags {
  readonly json?: boolean;
}

/** Losses that central differences may take: minutes. */
const MOST = 4e10;
/** Of the digits: enough for every neuron to speak. */
const SAMPLES = 200;

const notes = `
The gradient of the mean loss at the first weights, on the first ${SAMPLES} training samples,
once by backpropagation and once by central differences, a weight after the other.
difference is the largest between the two, over the largest entry; at a kink (ReLU)
central differences see both its sides.`;

export function addGradcheck(program: Command, write: (text: string) => void): void {
  withNetworkFlags(
    program.command('gradcheck').description('compare backpropagation with central differences, and what each costs'),
  )
    .option('--json', 'print JSON instead of text')
    .addHelpText('after', notes)
    .allowExcessArguments(false)
    .action((flags: GradcheckFlags) => {
      write(gradcheckText(flags));
    });
}

function gradcheckText(flags: GradcheckFlags): string {
  const seed = seedAsked(flags);
  const { data } = dataAsked(flags, seed);
  const spec = networkAsked(flags, data);
  const { init, initStd } = initAsked(flags);
  const count = Math.min(SAMPLES, data.train.count);
  const batch = batchOf(
    pickSamples(
      data.train,
      Array.from({ length: count }, (_, i) => i),
    ),
    float64,
  );
  const network = createNetwork(spec);
  const { size } = network.layout;
  if (4 * size * size * count > MOST) {
    throw new Refusal(`--layers: central differences on ${size} weights would take many minutes: take narrower layers`);
  }
  const weights = initialWeights(spec, init, initStd, seed);
  const [gradient, numerical] = [new Float64Array(size), new Float64Array(size)];
  const backpropMilliseconds = medianOf(() => network.lossAndGradient(weights, batch, gradient));
  const began = performance.now();
  numericalGradient(network, weights, batch, numerical);
  const numericalMilliseconds = performance.now() - began;
  let [most, scale] = [0, 0];
  gradient.forEach((value, i) => {
    most = Math.max(most, Math.abs(value - numerical[i]!));
    scale = Math.max(scale, Math.abs(value));
  });
  const ratio = numericalMilliseconds / backpropMilliseconds;
  const difference = scale > 0 ? most / scale : most;
  const result = { difference, parameters: size, samples: count, backpropMilliseconds, numericalMilliseconds, ratio };
  if (flags.json) return `${JSON.stringify(result)}\n`;
  return [
    `weights     ${size}, on ${count} samples`,
    `difference  ${difference.toExponential(1)} of the largest entry`,
    `backprop    ${backpropMilliseconds.toPrecision(3)} ms`,
    `numerical   ${numericalMilliseconds.toPrecision(3)} ms, ${ratio.toPrecision(3)} times as long`,
    '',
  ].join('\n');
}

/** The first tenths of a second run uncompiled: of what follows, the middle one of all runs. */
function medianOf(work: () => void): number {
  const begin = performance.now();
  const warm = begin + 100;
  const times: number[] = [];
  for (let now = begin; now < warm + 100 || times.length === 0;) {
    work();
    const next = performance.now();
    if (now >= warm) times.push(next - now);
    now = next;
  }
  return times.sort((x, y) => x - y)[times.length >> 1]!;
}
