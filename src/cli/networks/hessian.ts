import type { Command } from 'commander';
import { networkAt, rowOf } from '../../io/networks/run/records.ts';
import { pickSamples } from '../../networks/data/samples.ts';
import { topEigenvalues } from '../../networks/hessian/index.ts';
import { layoutOf } from '../../networks/layout.ts';
import { whole } from '../../params/spec.ts';
import { Refusal } from '../refusal.ts';
import { numberWithin } from '../values.ts';
import { dataOfRun } from './data.ts';
import { runAt } from './files.ts';

interface HessianFlags {
  readonly top?: string;
  readonly at?: string;
  readonly data?: string;
  readonly samples?: string;
  readonly json?: boolean;
}

const TOP = 5;

const notes = `
The largest eigenvalues of the Hessian of the mean training loss at one record, in
inference, by Lanczos over exact Hessian-vector products. bounds: how far each may be
from the true one. Gradient descent at lr is stable along a direction only while its
eigenvalue is below 2/lr, which is printed where the file says an lr.
Points that --data brings (CSV) are taken as they are, none scaled or held out; losses in
the file that are not those on them are said (notes).`;

export function addHessian(program: Command, write: (text: string) => void): void {
  program
    .command('hessian')
    .description('print the largest eigenvalues of the Hessian of a trained network’s loss')
    .argument('<file>', 'a training: .npz or .safetensors')
    .option('--top <number>', `how many (default: ${TOP})`)
    .option('--at <update>', 'at which record (default: the last)')
    .option('--data <id|file>', 'the data of a training whose file brings none: digits, or a file')
    .option('--samples <number>', 'only the first so many of the training samples')
    .option('--json', 'print JSON instead of text')
    .addHelpText('after', notes)
    .allowExcessArguments(false)
    .action((path: string, flags: HessianFlags) => {
      write(hessianText(path, flags));
    });
}

/** Digits that a number can have here. */
const [FEW, MANY] = [2, 12];

/** `12.3456 ± 2e-4`: no digit behind the first that is uncertain. */
export function withBound(value: number, bound: number): string {
  const certain = bound > 0 ? Math.floor(Math.log10(Math.abs(value))) - Math.floor(Math.log10(bound)) + 1 : MANY;
  const digits = Number.isFinite(certain) ? Math.min(Math.max(certain, FEW), MANY) : FEW;
  return `${value.toPrecision(digits)} ± ${bound.toExponential(0)}`;
}

function hessianText(path: string, flags: HessianFlags): string {
  const top = flags.top === undefined ? TOP : numberWithin('--top', flags.top, whole(1, 100));
  const run = runAt(path);
  const {
    data: { train },
    notes,
  } = dataOfRun(run, flags, path);
  const count =
    flags.samples === undefined ? train.count : numberWithin('--samples', flags.samples, whole(1, train.count));
  const samples =
    count === train.count
      ? train
      : pickSamples(
          train,
          Array.from({ length: count }, (_, i) => i),
        );
  const { size } = layoutOf(run.network);
  if (top > size) throw new Refusal(`--top must be at most ${size}, the number of weights, not ${top}`);
  const record =
    flags.at === undefined ? run.count - 1 : run.at.indexOf(numberWithin('--at', flags.at, whole(0, 2 ** 31)));
  if (record < 0)
    throw new Refusal(
      `--at: update ${flags.at ?? ''} is not recorded; there are ${[...run.at].slice(0, 12).join(', ')}`,
    );
  const begin = performance.now();
  const network = networkAt(run, record);
  const found = topEigenvalues(network, rowOf(run, record), samples, top);
  const scaled = (values: Float64Array) => Array.from(values, (value) => run.lossScale * value);
  const lr = (run.said?.train as { readonly params?: { readonly lr?: unknown } } | undefined)?.params?.lr;
  const result = {
    eigenvalues: scaled(found.values),
    bounds: scaled(found.bounds),
    at: run.at[record]!,
    loss: run.lossScale * network.loss(rowOf(run, record), samples),
    twoOverLr: typeof lr === 'number' && lr > 0 ? 2 / lr : null,
    samples: samples.count,
    products: found.steps,
    milliseconds: performance.now() - begin,
    ...(notes.length > 0 && { notes }),
  };
  if (flags.json) return `${JSON.stringify(result)}\n`;
  return [
    `update    ${result.at}, loss ${result.loss.toPrecision(4)} on ${samples.count} samples`,
    ...result.eigenvalues.map((value, i) => `λ${i + 1}`.padEnd(10) + withBound(value, result.bounds[i]!)),
    ...(result.twoOverLr === null ? [] : [`2/lr      ${result.twoOverLr.toPrecision(4)}`]),
    ...notes.map((note) => `note      ${note}`),
    '',
  ].join('\n');
}
