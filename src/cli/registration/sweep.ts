import type { Command } from 'commander';
import { perturbationParams } from '../../clouds/params.ts';
import { methodIds, type MethodId } from '../../registration/methods/index.ts';
import { sweep, sweepFactors, type SweepFactor, type SweepResult, type SweepSpec } from '../../jobs/sweep.ts';
import { whole, type ParamSpec } from '../../params/spec.ts';
import { readNumber } from '../../state/urlNumbers.ts';
import { Refusal } from '../refusal.ts';
import { tableLines } from '../print.ts';
import { numberWithin } from '../values.ts';
import { fileOf, shapeOf } from './clouds.ts';
import { oneOf, seedOf } from './flags.ts';
import { interruptible } from './interrupt.ts';
import { mapsFor } from './maps.ts';
import { openNodeCrew } from './nodeCrew.ts';
import { workersOf } from './workers.ts';

interface SweepFlags {
  readonly model?: string;
  readonly maps?: string;
  readonly methods?: string;
  readonly over?: string;
  readonly trials?: string;
  readonly seed?: string;
  readonly workers?: string;
  readonly json?: boolean;
}

const defaults = { methods: 'do,do-icp,icp-point,icp-robust', trials: 40, seed: 1 } as const;
const MAX_VALUES = 1000;

const notes = `
A trial draws a scene from MODEL: 200–600 points, turned by 0–60° about a random
axis, moved by up to 0.3 half extents of MODEL a component, and nothing else but
the factor that is varied:
rotation  degrees
noise     standard deviation, in half extents of MODEL
missing   a part: 0.3 is 30 %; missing=0:0.6:4 gives 0, 0.2, 0.4, 0.6
outliers, points  counts

success   part of the trials in which the mean distance of MODEL's points from
          where they belong is below 0.05 of MODEL's largest dimension; low and
          high: its 95 % interval (Wilson)
medianError  the median of that mean distance, over that dimension
Each method does what register does with its name alone. One seed gives the same
result on any number of threads, but for the milliseconds.`;

export function addSweep(program: Command, write: (text: string) => void): void {
  program
    .command('sweep')
    .description('vary one factor of perturbed scenes of a model, and count where each method succeeds')
    .requiredOption('--model <file>', 'a mesh or a cloud')
    .requiredOption('--over <factor=a:b:n>', `${sweepFactors.join(', ')}: n values from a to b`)
    .option('--methods <ids>', `separated by commas (default: ${defaults.methods})`)
    .option('--maps <file>', 'for do and do-icp: maps by train-do (without it: the shipped ones, for spot.obj alone)')
    .option('--trials <number>', `scenes a value (default: ${defaults.trials})`)
    .option('--seed <number>', `a whole number (default: ${defaults.seed})`)
    .option('--workers <number>', 'threads (default: one a core)')
    .option('--json', 'print JSON instead of text')
    .addHelpText('after', notes)
    .allowExcessArguments(false)
    .action(async (flags: SweepFlags) => {
      const result = await swept(flags);
      write(flags.json ? `${JSON.stringify(result)}\n` : textOfSweep(result));
    });
}

async function swept(flags: SweepFlags): Promise<SweepResult> {
  const spec: SweepSpec = {
    ...overOf(flags.over ?? ''),
    methods: methodsOf(flags.methods ?? defaults.methods),
    trials: flags.trials === undefined ? defaults.trials : numberWithin('--trials', flags.trials, whole(1, 100_000)),
    seed: flags.seed === undefined ? defaults.seed : seedOf(flags.seed),
  };
  const workers = workersOf(flags.workers);
  const model = await fileOf(flags.model ?? '');
  const maps = mapsFor(model, flags.maps, spec.methods);
  if (flags.maps !== undefined && !maps) throw new Refusal('--maps is for do and do-icp: none of --methods needs it');
  const crew = await openNodeCrew(workers);
  try {
    return await interruptible(
      (stop, show) =>
        sweep(spec, { shape: shapeOf(model), maps: maps?.bytes ?? null }, crew, {
          stop,
          onProgress: (part) => show(`${Math.floor(100 * part)} %`),
        }),
      () => 'stopped',
    );
  } finally {
    crew.close();
  }
}

function methodsOf(text: string): MethodId[] {
  const methods = text.split(',').map((id) => oneOf('method', id, methodIds));
  const twice = methods.find((id, i) => methods.indexOf(id) !== i);
  if (twice !== undefined) throw new Refusal(`--methods names ${twice} twice`);
  return methods;
}

/** `factor=a:b:n`: n values from a to b, both included, whole ones where the factor is a count. Throws Refusal. */
function overOf(text: string): { over: SweepFactor; values: number[] } {
  const [, name, range] = /^([^=]*)=(.*)$/s.exec(text) ?? [];
  const numbers = range?.split(':').map(readNumber);
  if (name === undefined || numbers?.length !== 3 || numbers.includes(undefined)) {
    throw new Refusal(`--over takes factor=from:to:count, as in outliers=0:600:7, not "${text}"`);
  }
  const over = oneOf('factor', name, sweepFactors);
  const [from, to, count] = numbers as [number, number, number];
  if (!Number.isInteger(count) || count < 1 || count > MAX_VALUES) {
    throw new Refusal(
      `--over ${over}: the count of values must be a whole number from 1 to ${MAX_VALUES}, not ${count}`,
    );
  }
  const spec: ParamSpec = perturbationParams[over];
  const values = Array.from({ length: count }, (_, i) => {
    const value = count === 1 ? from : (from * (count - 1 - i) + to * i) / (count - 1);
    return numberWithin(`--over ${over}`, String(spec.integer ? Math.round(value) : value), spec);
  });
  return { over, values };
}

function textOfSweep({ over, values, methods }: SweepResult): string {
  const head = ['method', over, 'success', '95 % interval', 'median error', 'median ms'];
  const rows = Object.entries(methods).flatMap(([method, cells]) =>
    cells.map((cell, i) => [
      method,
      String(Number(values[i]!.toPrecision(6))),
      cell.success.toFixed(3),
      `${cell.low.toFixed(3)}–${cell.high.toFixed(3)}`,
      cell.medianError.toPrecision(3),
      cell.medianMilliseconds.toFixed(1),
    ]),
  );
  return `${tableLines([head, ...rows]).join('\n')}\n`;
}
