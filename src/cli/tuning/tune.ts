import type { Command } from 'commander';
import {
  isTunable,
  LR_SPAN,
  theoreticalRate,
  tune,
  type Trial,
  type Tuned,
  type TuneSpec,
} from '../../jobs/tuning/tune.ts';
import { allOptimizerIds, optimizerIds, optimizerOf } from '../../optimizers/index.ts';
import type { Semantics } from '../../optimizers/types.ts';
import { whole } from '../../params/spec.ts';
import { isSurfaceId, surfaces } from '../../surfaces/index.ts';
import type { Minimum } from '../../surfaces/types.ts';
import { searches } from '../../tuning/draws.ts';
import { tableLines } from '../print.ts';
import { Refusal } from '../refusal.ts';
import { oneOf, seedOf } from '../registration/flags.ts';
import { byCrew } from '../registration/byCrew.ts';
import { workersOf } from '../registration/workers.ts';
import { MAX_CLI_STEPS, semanticsAsked } from '../request.ts';
import { chooseSurface } from '../surface.ts';
import { numberWithin, pointOf } from '../values.ts';

interface TuneFlags {
  readonly surface?: string;
  readonly optimizers?: string;
  readonly start?: string;
  readonly steps?: string;
  readonly budget?: string;
  readonly search?: string;
  readonly second?: boolean;
  readonly seed?: string;
  readonly workers?: string;
  readonly json?: boolean;
}

const defaults = { budget: 60, search: 'random', seed: 1 } as const;

const notes = `
Each optimizer gets as many runs, of the same length from the same start, and nothing that
anybody knows of it: lr from ${LR_SPAN[0]} to ${LR_SPAN[1]} in equal ratios, the same draws for all.
--second  what its rule remembers by, too: momentum, alpha, beta1, …

best        the run that ends lowest, among equals the one that converges first
converged   the update from which on a thousandth is left of f - f_min
decades     of the six of lr, over how many it converges
rate        by what an update multiplies the distance from the minimum, fitted to the run;
theory      the same of theory, on a quadratic: SGD, Momentum, Nesterov
curve       [lr, f at the end] of every run, null where it diverged`;

export function addTune(program: Command, write: (text: string) => void): void {
  program
    .command('tune')
    .description('tune optimizers on a surface, each by the same number of runs')
    .option('--surface <id|formula>', 'a surface of `list`, or a formula in x and y such as "x^2/20 + y^2"')
    .option('--optimizers <ids>', 'separated by commas (default: all first-order ones that have an lr)')
    .option('--start <x,y>', 'where the runs start; a formula needs it')
    .option('--steps <number>', `updates of a run, at most ${MAX_CLI_STEPS}`)
    .option('--budget <number>', `runs of each optimizer (default: ${defaults.budget})`)
    .option('--search <which>', `${searches.join(', ')} (default: ${defaults.search})`)
    .option('--second', 'search a second parameter of each, too')
    .option('--seed <number>', `of the draws (default: ${defaults.seed})`)
    .option('--workers <number>', 'threads (default: one a core)')
    .option('--json', 'print JSON instead of text')
    .addHelpText('after', notes)
    .allowExcessArguments(false)
    .action(async (flags: TuneFlags) => write(await tuneText(flags)));
}

async function tuneText(flags: TuneFlags): Promise<string> {
  const spec = specAsked(flags);
  const tuned = await byCrew(workersOf(flags.workers), (crew, watched) => tune(spec, crew, watched));
  return flags.json ? `${JSON.stringify(resultOf(spec, tuned))}\n` : textOf(tuned);
}

function specAsked(flags: TuneFlags): TuneSpec {
  if (flags.surface === undefined) throw new Refusal('give --surface: an id or a formula');
  const surface = chooseSurface(flags.surface);
  const start = flags.start === undefined ? surface.start : pointOf(flags.start);
  if (start === null) throw new Refusal('a formula needs a start, as in --start=-1.2,1');
  const { id } = surface.spec;
  const minima: readonly Minimum[] = isSurfaceId(id) ? surfaces[id].minima : [];
  return {
    base: {
      surface: surface.spec,
      start,
      steps: flags.steps === undefined ? surface.steps : numberWithin('--steps', flags.steps, whole(1, MAX_CLI_STEPS)),
    },
    optimizers: optimizersAsked(flags.optimizers),
    budget: flags.budget === undefined ? defaults.budget : numberWithin('--budget', flags.budget, whole(2, 100_000)),
    seed: flags.seed === undefined ? defaults.seed : seedOf(flags.seed),
    search: oneOf('search', flags.search ?? defaults.search, searches),
    second: flags.second === true,
    floor: minima.length > 0 ? Math.min(...minima.map(({ f }) => f)) : null,
  };
}

function optimizersAsked(text: string | undefined): readonly { readonly id: string; readonly semantics: Semantics }[] {
  const tunable = optimizerIds.filter((id) => isTunable(id));
  const ids = text === undefined ? tunable : text.split(',').map((id) => oneOf('optimizer', id, allOptimizerIds));
  const other = ids.find((id) => !isTunable(id));
  if (other !== undefined) throw new Refusal(`${other} has no lr to be tuned`);
  return ids.map((id) => ({ id, semantics: semanticsAsked(id, undefined) }));
}

/** Lowest first; whoever diverged throughout last. */
function ranked(tuned: readonly Tuned[]): readonly Tuned[] {
  const end = ({ best }: Tuned) => best?.loss ?? Infinity;
  return [...tuned].sort((a, b) => end(a) - end(b) || (a.best?.converged ?? 0) - (b.best?.converged ?? 0) || 0);
}

/** What is no number is null in JSON. */
function resultOf({ base, budget, seed, search }: TuneSpec, tuned: readonly Tuned[]) {
  const { surface, start, steps } = base;
  const plain = ({ run, loss, converged, rate }: Trial) => ({
    ...{ params: run.params, loss, converged, rate, theory: theoreticalRate(run) },
  });
  return {
    ...{ surface: surface.id, start, steps, budget, seed, search },
    optimizers: ranked(tuned).map(({ id, semantics, trials, best, decades }) => ({
      ...{ optimizer: id, semantics, best: best && plain(best), decades },
      diverged: trials.filter(({ loss }) => Number.isNaN(loss)).length,
      curve: trials.map(({ run, loss }) => [run.params['lr'], loss]),
    })),
  };
}

function textOf(tuned: readonly Tuned[]): string {
  const digits = (value: number) => (Number.isNaN(value) ? '–' : String(Number(value.toPrecision(4))));
  const rows = ranked(tuned).map(({ id, best, decades }) => [
    optimizerOf(id).name,
    best ? digits(best.loss) : 'diverges',
    best ? digits(best.run.params['lr']!) : '–',
    best ? digits(best.converged) : '–',
    decades === null ? '–' : decades.toFixed(1),
    best ? digits(best.rate) : '–',
    best ? digits(theoreticalRate(best.run)) : '–',
  ]);
  return `${tableLines([['optimizer', 'f at the end', 'lr', 'converged', 'decades', 'rate', 'theory'], ...rows]).join('\n')}\n`;
}
