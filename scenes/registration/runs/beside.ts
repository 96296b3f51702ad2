import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Points } from '../../../src/clouds/types.ts';
import { meanPointError } from '../../../src/clouds/meanPointError.ts';
import type { Matrix4 } from '../../../src/math/matrix4.ts';
import { evaluate } from '../../../src/registration/evaluate.ts';
import type { Alternative } from '../../../src/registration/types.ts';
import type { PaneRun } from './paneRuns.ts';
import { readingAt, type Reading } from './reading.ts';

/** Which alternatives are looked at in place of what the methods found. */
export interface Beside {
  /** By a run's key: the place of the alternative that its pane shows. */
  readonly shown: Readonly<Record<string, number>>;
  /** The one whose button has pointer or focus. */
  readonly lit: { readonly run: string; readonly index: number } | null;
}

export type BesideStore = StoreApi<Beside>;

export const createBesideStore = (): BesideStore => createStore<Beside>(() => ({ shown: {}, lit: null }));

/** The best ones: more ghosts than these would hide the thing. */
const MOST = 4;

/** Poses that fit nearly as well as a run's own; none while it is not judged. */
export function alternativesOf({ answer }: Pick<PaneRun, 'answer'>): readonly Alternative[] {
  return (answer.judgement?.alternatives ?? []).slice(0, MOST);
}

/** The alternative that a pane shows at a step, its end; null: what the method found. */
export function shownBeside(run: PaneRun, { shown }: Beside, step: number): Alternative | null {
  const index = shown[run.key];
  return step < run.record.steps || index === undefined ? null : (alternativesOf(run)[index] ?? null);
}

/** Points of a ghost: enough to tell what it is. */
const GHOST = 3000;
const ghosts = new WeakMap<PaneRun['prepared'], Points>();

/** The source's points that a ghost is made of: none that belong to nothing, and not too many. */
export function ghostPoints({ prepared, pair }: PaneRun): Points {
  let points = ghosts.get(prepared);
  if (!points) {
    const all = prepared.source.cloud.points;
    const { kinds } = pair;
    const whole = kinds && all.length === pair.source.points.length ? kinds : null;
    const belong = whole ? all.filter((_, i) => whole[Math.floor(i / 3)] === 0) : all;
    const every = Math.ceil(belong.length / 3 / GHOST);
    points = every > 1 ? belong.filter((_, i) => Math.floor(i / 3) % every === 0) : belong;
    ghosts.set(prepared, points);
  }
  return points;
}

/** A pose that a pane shows palely: an alternative, or (`index` null) what the method found, while an alternative is looked at. */
export interface Ghost {
  readonly pose: Matrix4;
  readonly index: number | null;
}

/** None before the end. */
export function ghostsOf(run: PaneRun, { shown }: Beside, step: number): readonly Ghost[] {
  if (step < run.record.steps) return [];
  const now = shown[run.key];
  const all = alternativesOf(run).map(({ targetFromSource }, index): Ghost => ({ pose: targetFromSource, index }));
  return now === undefined
    ? all
    : [{ pose: run.answer.targetFromSource, index: null }, ...all.filter(({ index }) => index !== now)];
}

/** Shows an alternative, or, where it is on view already, again what the method found. */
export function toggleBeside(beside: BesideStore, run: PaneRun, index: number | null): void {
  beside.setState(({ shown }) => {
    const { [run.key]: before, ...others } = shown;
    return { shown: index === null || before === index ? others : { ...others, [run.key]: index } };
  });
}

const readings = new WeakMap<Alternative, Reading>();

/** What a run's numbers would be at an alternative, by the same points and the same distance. */
export function readingBeside(run: PaneRun, alternative: Alternative): Reading {
  const known = readings.get(alternative);
  if (known) return known;
  const { pair, answer, prepared, record } = run;
  const pose: Matrix4 = alternative.targetFromSource;
  const within = answer.laid?.limit ?? NaN;
  const measured = Number.isFinite(within)
    ? evaluate(prepared.source.cloud.points, prepared.target.tree(), pose, within)
    : { fitness: NaN, inlierRmse: NaN };
  const reading: Reading = {
    ...readingAt(run, record.steps),
    error: pair.truth && meanPointError(pair.target.points, pose, pair.truth) * pair.largestDimension,
    rmse: measured.inlierRmse,
    fitness: measured.fitness,
  };
  readings.set(alternative, reading);
  return reading;
}
