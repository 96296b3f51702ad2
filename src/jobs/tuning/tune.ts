import { optimizerOf, paramsOf } from '../../optimizers/index.ts';
import type { Semantics } from '../../optimizers/types.ts';
import { defaultsOf, type ParamSpec, type ParamValues } from '../../params/spec.ts';
import type { Stop } from '../../registration/types.ts';
import { restingCurvature } from '../../surfaces/curvature.ts';
import { proposals, type Search, type Span } from '../../tuning/draws.ts';
import { spread, type Crew } from '../crew/crew.ts';
import type { OptimizeSpec } from '../specs.ts';
import { namesFor } from './axes.ts';
import type { TrialOutcome } from './trialsDuty.ts';

/** The same number of runs for each optimizer, of the same length from the same start. */
export interface TuneSpec {
  /** Where all run; optimizer and parameters are each one's own. */
  readonly base: Pick<OptimizeSpec, 'surface' | 'start' | 'steps' | 'disturbance'>;
  readonly optimizers: readonly {
    readonly id: string;
    readonly semantics: Semantics;
    /** What is not searched; absent: its defaults. */
    readonly params?: ParamValues;
  }[];
  /** Runs of each. */
  readonly budget: number;
  readonly seed: number;
  readonly search: Search;
  /** Of each optimizer, what else is searched besides lr: nothing, or what its rule remembers by (`namesFor`). */
  readonly second: boolean;
  /** The least f there is; null where nobody knows it. */
  readonly floor: number | null;
}

export interface Trial extends TrialOutcome {
  readonly run: OptimizeSpec;
}

export interface Tuned {
  readonly id: string;
  readonly semantics: Semantics;
  /** Ascending in lr. */
  readonly trials: readonly Trial[];
  /** The one that ends lowest, among equals the one that is there first; null where all diverged. */
  readonly best: Trial | null;
  /** Over how many decades of lr it converges: the part of its runs that do, of the span. null where no floor is known. */
  readonly decades: number | null;
}

/** The spans that one optimizer's parameters are searched in: the slider's of lr, the same for all, and of the second what the heat map lays out. */
function spansOf(run: OptimizeSpec, second: boolean): readonly Span[] {
  const specs = paramsOf(run.optimizer, run.semantics);
  const span = (name: string, { min, max }: ParamSpec): Span =>
    name === 'lr'
      ? { name, from: LR_SPAN[0], to: LR_SPAN[1], scale: 'log', digits: DIGITS }
      : { name, from: min, to: Math.min(max, 0.99), scale: 'linear', digits: DIGITS };
  const other = second ? (namesFor(run) ?? []).find((name) => name !== 'lr' && name in specs) : undefined;
  const spec = other === undefined ? undefined : specs[other];
  return [span('lr', specs['lr']!), ...(other !== undefined && spec?.scale === 'linear' ? [span(other, spec)] : [])];
}

/** Six decades, whatever anybody knows of an optimizer. */
export const LR_SPAN = [1e-5, 10] as const;
const DIGITS = 4;

/** Whoever has no learning rate has nothing to be tuned. */
export const isTunable = (id: string, semantics?: Semantics): boolean => 'lr' in paramsOf(id, semantics);

/** Every run of a tuning, by optimizer. */
export function trialsOf({ base, optimizers, second, ...search }: TuneSpec): readonly (readonly OptimizeSpec[])[] {
  return optimizers.map(({ id, semantics, params = defaultsOf(paramsOf(id, semantics)) }) => {
    const run: OptimizeSpec = { ...base, optimizer: id, semantics, params };
    return proposals(spansOf(run, second), search).map((values) => ({ ...run, params: { ...params, ...values } }));
  });
}

interface Options {
  readonly stop?: Stop;
  readonly onProgress?: (part: number) => void;
  /** Hears of each optimizer that is through. */
  readonly onTuned?: (tuned: readonly Tuned[]) => void;
}

/** Runs of a question: some milliseconds. */
const SHARE = 8;

/** All optimizers tuned by all members of a crew; the same for any number of them. Rejects with an AbortError. */
export async function tune(
  spec: TuneSpec,
  crew: Crew,
  { stop, onProgress, onTuned }: Options = {},
): Promise<readonly Tuned[]> {
  const all = trialsOf(spec);
  const posts = await crew.engage('trials', { floor: spec.floor });
  const tuned: Tuned[] = [];
  let done = 0;
  try {
    for (const [place, runs] of all.entries()) {
      const questions = Array.from({ length: Math.ceil(runs.length / SHARE) }, (_, i) =>
        runs.slice(i * SHARE, (i + 1) * SHARE),
      );
      const answers = await spread<'trials'>(posts, questions, {
        stop,
        onAnswer: (_, { length }) => onProgress?.((done += length) / all.flat().length),
      });
      const trials = answers.flat().map((outcome, i): Trial => ({ ...outcome, run: runs[i]! }));
      const { id, semantics } = spec.optimizers[place]!;
      tuned.push({ id, semantics, ...judged(trials, spec.floor) });
      onTuned?.(tuned);
    }
  } finally {
    await Promise.all(posts.map((post) => post.leave()));
  }
  return tuned;
}

function judged(trials: readonly Trial[], floor: number | null): Pick<Tuned, 'trials' | 'best' | 'decades'> {
  const [from, to] = LR_SPAN;
  const there = trials.filter(({ converged }) => !Number.isNaN(converged)).length;
  return {
    trials: [...trials].sort((a, b) => a.run.params['lr']! - b.run.params['lr']!),
    best: trials.reduce<Trial | null>((best, trial) => (isBetter(trial, best) ? trial : best), null),
    decades: floor === null ? null : (Math.log10(to / from) * there) / trials.length,
  };
}

/** Ends lower, or as low and was there before. A run that diverged is better than none. */
function isBetter(one: Trial, than: Trial | null): boolean {
  if (Number.isNaN(one.loss)) return false;
  if (than === null || one.loss !== than.loss) return than === null || one.loss < than.loss;
  return one.converged < than.converged;
}

/** By what theory an update multiplies the distance from the minimum of a quadratic, in the long run; NaN where the surface is none or nobody knows. */
export function theoreticalRate({ optimizer, params, surface, disturbance }: OptimizeSpec): number {
  const { contraction } = optimizerOf(optimizer);
  const curvature = restingCurvature({ formula: surface.formula, minima: [] }, surface.params);
  if (!contraction || curvature === null || disturbance !== undefined) return NaN;
  return Math.max(contraction(params, curvature.smallest), contraction(params, curvature.largest));
}
