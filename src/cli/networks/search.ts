import type { Command } from 'commander';
import { existsSync, rmSync } from 'node:fs';
import { recordText, trialFrom } from '../../io/networks/experiments.ts';
import { search } from '../../jobs/search.ts';
import { ranked, strategyIds } from '../../networks/search/strategies.ts';
import { bookSpace } from '../../networks/search/space.ts';
import { searchData, type SearchSpec, type Trial } from '../../networks/search/trial.ts';
import { whole } from '../../params/spec.ts';
import { Refusal } from '../refusal.ts';
import { writeWhole } from '../registration/checkpoint.ts';
import { bytesOf } from '../registration/files.ts';
import { oneOf } from '../registration/flags.ts';
import { interruptible } from '../registration/interrupt.ts';
import { openNodeCrew } from '../registration/nodeCrew.ts';
import { workersOf } from '../registration/workers.ts';
import { numberWithin } from '../values.ts';
import { shippedDigits } from './data.ts';
import { seedAsked, widthsAsked } from './spec.ts';

interface SearchFlags {
  readonly data?: string;
  readonly subset?: string;
  readonly layers?: string;
  readonly trials?: string;
  readonly epochs?: string;
  readonly strategy?: string;
  readonly population?: string;
  readonly seed?: string;
  readonly workers?: string;
  readonly out?: string;
  readonly resume?: boolean;
  readonly json?: boolean;
}

const defaults = {
  ...{ subset: 500, layers: '100,100,100,100,100,100', trials: 100, epochs: 50, strategy: 'random' },
  ...{ population: 20, batch: 100, validation: 0.2 },
} as const;

const notes = `
Each trial trains a network with He's init, ReLU and SGD on four fifths of the subset, in
batches of ${defaults.batch}, and is scored by its accuracy on the last fifth: the test digits take no
part. Exponents are searched: weight decay 10^-8 … 10^-4, lr 10^-6 … 10^-2.

random   each point for itself
grid     the middles of as many cells
genetic  generations of --population trials: each gene from one of two parents of the
         better half, changed by a tenth of its range (standard deviation)

One seed gives the same trials on any number of threads, and the first generation of
genetic is the beginning of random. --out writes the JSON; Ctrl-C leaves FILE.part, which
the same command goes on from with --resume.`;

export function addSearch(program: Command, write: (text: string) => void): void {
  program
    .command('search')
    .description('search for the weight decay and learning rate of a network on digits')
    .option('--data <id>', 'digits (the default)')
    .option('--subset <number>', `training digits that take part (default: ${defaults.subset})`)
    .option('--layers <widths>', `widths of the hidden layers (default: ${defaults.layers})`)
    .option('--trials <number>', `trials in all (default: ${defaults.trials})`)
    .option('--epochs <number>', `of each trial (default: ${defaults.epochs})`)
    .option('--strategy <which>', `${strategyIds.join(', ')} (default: ${defaults.strategy})`)
    .option('--population <number>', `of genetic: trials a generation (default: ${defaults.population})`)
    .option('--seed <number>', 'a whole number (default: 1)')
    .option('--workers <number>', 'threads (default: one a core)')
    .option('--out <file>', 'write the trials as JSON')
    .option('--resume', 'go on from FILE.part, which Ctrl-C left')
    .option('--json', 'print JSON instead of text')
    .addHelpText('after', notes)
    .allowExcessArguments(false)
    .action(async (flags: SearchFlags) => {
      write(await searchText(flags));
    });
}

function specAsked(flags: SearchFlags, available: number): SearchSpec {
  const number = (flag: 'subset' | 'trials' | 'epochs' | 'population', min: number, max: number) => {
    const text = flags[flag];
    return text === undefined ? defaults[flag] : numberWithin(`--${flag}`, text, whole(min, max));
  };
  if (flags.data !== undefined) oneOf('data set to search on', flags.data, ['digits']);
  const strategy = oneOf('strategy', flags.strategy ?? defaults.strategy, strategyIds);
  if (flags.population !== undefined && strategy !== 'genetic') {
    throw new Refusal('--population is for --strategy genetic');
  }
  return {
    ...{
      strategy,
      space: bookSpace,
      trials: number('trials', 1, 100_000),
      population: number('population', 2, 10_000),
    },
    ...{ hidden: widthsAsked(flags.layers ?? defaults.layers), subset: number('subset', 10, available) },
    ...{ validation: defaults.validation, epochs: number('epochs', 1, 10_000), batch: defaults.batch },
    seed: seedAsked(flags),
  };
}

async function searchText(flags: SearchFlags): Promise<string> {
  const digits = shippedDigits();
  const spec = specAsked(flags, digits.train.count);
  const { out } = flags;
  if (flags.resume && out === undefined) throw new Refusal('--resume needs --out: it goes on from FILE.part');
  const workers = workersOf(flags.workers);
  const part = `${out ?? ''}.part`;
  let trials: readonly Trial[] = flags.resume ? keptTrials(part, spec) : [];
  const keep = () => {
    if (out !== undefined) writeWhole(part, new TextEncoder().encode(recordText({ spec, trials })));
  };
  const crew = await openNodeCrew(Math.min(workers, spec.trials));
  try {
    trials = await interruptible(
      (stop, show) =>
        search(spec, searchData(spec, digits), crew, {
          ...{ from: trials, stop },
          onTrial(finished) {
            trials = [...finished];
            keep();
            show(`${finished.length} of ${spec.trials} trials, the best ${ranked(finished)[0]!.score}`);
          },
        }),
      () => {
        const where = `stopped after ${trials.length} of ${spec.trials} trials`;
        if (out === undefined) return `${where}; --out would have kept them`;
        return `${where}; the same command with --resume goes on from ${part}`;
      },
    );
  } finally {
    crew.close();
  }
  const text = `${recordText({ spec, trials })}\n`;
  if (out !== undefined) {
    writeWhole(out, new TextEncoder().encode(text));
    rmSync(part, { force: true });
  }
  return flags.json ? text : textOf(trials);
}

/** The trials of an interrupted search. Throws Refusal where there is none, or one of another search. */
function keptTrials(path: string, spec: SearchSpec): Trial[] {
  if (!existsSync(path)) throw new Refusal(`there is no ${path} to go on from: leave --resume out`);
  const other = new Refusal(`${path} is from another search: give its flags, or leave --resume out`);
  try {
    const kept = JSON.parse(new TextDecoder().decode(bytesOf(path))) as {
      readonly spec: unknown;
      readonly trials: Parameters<typeof trialFrom>[0][];
    };
    if (JSON.stringify(kept.spec) !== JSON.stringify(spec)) throw other;
    return kept.trials.map(trialFrom);
  } catch (error) {
    // No JSON, or JSON of something else: null has no spec, and a null among the trials no curves.
    throw error instanceof SyntaxError || error instanceof TypeError ? other : error;
  }
}

function textOf(trials: readonly Trial[]): string {
  const digits = (value: number) => String(Number(value.toPrecision(4)));
  const best = ranked(trials).slice(0, 20);
  return `${best
    .map(
      ({ index, point, score }) =>
        `trial ${index}: ${digits(score)} (lr ${digits(point.lr)}, decay ${digits(point.decay)})`,
    )
    .join('\n')}\n`;
}
