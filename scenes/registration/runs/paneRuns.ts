import type { Prepared } from '../../../src/registration/prepare.ts';
import { defaultRegisterSpec, type RegisterSpec } from '../../../src/registration/specs.ts';
import type { RegistrationRecord } from '../../../src/registration/types.ts';
import { registrationMethods } from '../../../src/registration/methods/index.ts';
import type { Shown } from '../../../src/scene/results/results.ts';
import { noResult, type Problem } from '../../../src/scene/results/types.ts';
import type { RegisterAnswer } from '../jobs/api.ts';
import type { PaneSettings } from '../state/panes.ts';
import type { RegistrationState } from '../state/table.ts';
import type { Pair } from './pair.ts';
import { initOf } from './startPose.ts';

/** One method's finished registration of one pair. */
export interface PaneRun {
  /** What it is a function of. */
  readonly key: string;
  readonly pair: Pair;
  readonly settings: PaneSettings;
  readonly spec: RegisterSpec;
  /** Id in the jobs of the maps that it used; null: none. */
  readonly maps: string | null;
  /** Its verdict (`judgement`) comes later than the rest. */
  readonly answer: RegisterAnswer;
  readonly record: RegistrationRecord;
  /** What the method worked on. */
  readonly prepared: Prepared;
}

/** What a pane shows. */
export interface PaneView {
  readonly settings: PaneSettings;
  /** The newest finished run in this place: an older state's while `waiting`; null before the first. */
  readonly run: PaneRun | null;
  /** The run answers an older question than the one that is asked now: another scene, or other settings. */
  readonly older: boolean;
  /** What is asked for now is still being computed. */
  readonly waiting: boolean;
  /** Why there is nothing to show. */
  readonly problem: PaneProblem | null;
}

/** `maps`: there are none for this target; `maps-failed`: the shipped ones could not be had; `failed`: the method said no; `stopped`: the visitor did. */
export interface PaneProblem {
  readonly kind: MapsError['kind'] | Problem['kind'];
  readonly message: string;
}

/** A method that needs maps has none. */
export class MapsError extends Error {
  readonly kind: 'maps' | 'maps-failed';
  constructor(kind: MapsError['kind'], message = '') {
    super(message);
    this.kind = kind;
  }
}

/** What each pane shows now. `pair`: what is registered, null while it is being read or the visitor has not brought it. */
export function viewsOf(
  { data, panes }: Pick<RegistrationState, 'data' | 'panes'>,
  pair: Pair | null,
  shown: Shown<PaneRun>,
): readonly PaneView[] {
  return panes.map((settings, k) => {
    const { value, older, waiting, problem } = shown[k] ?? noResult;
    return {
      settings,
      run: value,
      older,
      waiting: pair ? waiting : data !== 'own',
      problem: problem && kindOf(problem),
    };
  });
}

function kindOf({ kind, message, error }: Problem): PaneProblem {
  return { kind: error instanceof MapsError ? error.kind : kind, message };
}

/** The panes' runs where all are those of the newest state; null while one is awaited. */
export function freshRuns(panes: readonly PaneView[]): readonly PaneRun[] | null {
  if (panes.some(({ waiting }) => waiting)) return null;
  const runs = panes.flatMap(({ run }) => run ?? []);
  return runs.length === 0 ? null : runs;
}

/** How long the longest record is. */
export function stepsOf(runs: readonly PaneRun[]): number {
  return Math.max(0, ...runs.map(({ record }) => record.steps));
}

/** What a pane asks of the jobs: settings that its method does not take are not sent, so that they change nothing. */
export function specOf(state: RegistrationState, pane: PaneSettings, pair: Pair): RegisterSpec {
  const { takes } = registrationMethods[pane.method];
  const isIdentity = pair.asIs.every((value, i) => value === (i % 5 === 0 ? 1 : 0));
  return {
    ...defaultRegisterSpec,
    method: pane.method,
    kernel: takes.includes('kernel') ? pane.kernel : null,
    search: takes.includes('search') ? pane.search : null,
    maxDistance: pane.maxDistance,
    voxel: state.voxel,
    seed: state.seed,
    init: state.start === null && isIdentity ? null : [...initOf(pair, state.start)],
    // Only `auto` asks: to the others, a start is a start.
    start: takes.includes('start') ? state.prior : defaultRegisterSpec.start,
    given: takes.includes('start') && state.start !== null,
  };
}
