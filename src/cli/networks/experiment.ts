import type { Command } from 'commander';
import { recordText } from '../../io/networks/experiments.ts';
import { fastArithmetic } from '../../jobs/networkArithmetic.ts';
import { throwIfStopped } from '../../jobs/crew/crew.ts';
import {
  createExperiment,
  experimentIds,
  experiments,
  type ExperimentResult,
} from '../../networks/experiments/index.ts';
import { ranked } from '../../networks/search/strategies.ts';
import { oneOf } from '../registration/flags.ts';
import { interruptible } from '../registration/interrupt.ts';
import { shippedDigits } from './data.ts';
import { seedAsked } from './spec.ts';

interface ExperimentFlags {
  readonly seed?: string;
  readonly json?: boolean;
}

const notes = `
ID is one of ${experimentIds.slice(0, 6).join(', ')},
${experimentIds.slice(6, 12).join(', ')}: the figures of
chapter 6 of Deep Learning from Scratch, with the book's parameters, its dropout, its
running statistics and its batches, on this project's 8,000 and 2,000 digits, in float32;
or ${experimentIds.slice(12).join(', ')}: questions that it leaves open.

curves: losses or accuracies by update or epoch; layers: what is seen in each hidden
layer; trials: the points of a search and their accuracies. In JSON what is not a finite
number is null. One seed gives the same numbers, to the last
bit on one JavaScript engine; on another, exp and log may round differently.`;

export function addExperiment(program: Command, write: (text: string) => void): void {
  program
    .command('experiment')
    .description("run one of the book's experiments on digits and print its curves")
    .argument('<id>', experimentIds.join(', '))
    .option('--seed <number>', 'a whole number (default: 1)')
    .option('--json', 'print JSON instead of text')
    .addHelpText('after', notes)
    .allowExcessArguments(false)
    .action(async (id: string, flags: ExperimentFlags) => {
      write(await experimentText(id, flags));
    });
}

/** How long Ctrl-C waits. */
const BREATH_MS = 100;

async function experimentText(asked: string, flags: ExperimentFlags): Promise<string> {
  const id = oneOf('experiment', asked, experimentIds);
  const experiment = createExperiment(id, {
    digits: shippedDigits(),
    seed: seedAsked(flags),
    arithmetic: fastArithmetic(),
    now: () => performance.now(),
  });
  await interruptible(
    async (stop, show) => {
      while (experiment.step(BREATH_MS)) {
        show(`${Math.floor(100 * experiment.progress())} %`);
        await new Promise((resolve) => setImmediate(resolve));
        throwIfStopped(stop);
      }
    },
    () => `stopped after ${Math.floor(100 * experiment.progress())} %`,
  );
  const result = experiment.result();
  return flags.json ? `${recordText(result)}\n` : textOf(result);
}

function textOf(result: ExperimentResult): string {
  const { curves, layers = [], trials = [] } = result;
  const def = experiments[result.id];
  const lines =
    def.kind === 'search'
      ? ranked(trials)
          .slice(0, 20)
          .map(
            ({ index, point, score }) =>
              `trial ${index}: lr ${digits(point.lr)}, decay ${digits(point.decay)}: ${digits(score)}`,
          )
      : curves.map(({ group, name, x, y }) => {
          const whose = [group, name].filter((part) => part !== undefined).join(' ');
          return `${whose}: ${digits(y[0])} -> ${digits(y.at(-1))} (${x.length} readings)`;
        });
  const looks = layers.flatMap(({ name, looks: all }) =>
    all.map(
      ({ mean, std, saturated, dead }, layer) =>
        `${name}, layer ${layer + 1}: mean ${digits(mean)}, std ${digits(std)}, ${percent(saturated)} saturated, ${percent(dead)} dead`,
    ),
  );
  return `${[...lines, ...looks].join('\n')}\n`;
}

const digits = (value: number | undefined): string => String(Number(value?.toPrecision(4)));
const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
