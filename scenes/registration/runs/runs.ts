import { createStore, type StoreApi } from 'zustand/vanilla';
import type { RegisterSpec } from '../../../src/registration/specs.ts';
import type { RegisterAnswer } from '../jobs/api.ts';
import type { PointCloud } from '../../../src/clouds/types.ts';
import type { RegistrationRecord } from '../../../src/registration/types.ts';
import type { PaneSettings } from '../state/types.ts';
import type { Pair } from './pair.ts';

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
  readonly working: { readonly source: PointCloud; readonly target: PointCloud };
}

/** What a pane shows. */
export interface PaneView {
  readonly settings: PaneSettings;
  /** The newest finished run in this place: an older state's while `waiting`; null before the first. */
  readonly run: PaneRun | null;
  /** What is asked for now is still being computed. */
  readonly waiting: boolean;
  /** Why there is nothing to show. */
  readonly problem: PaneProblem | null;
}

/** `maps`: there are none for this target; `maps-failed`: the shipped ones could not be had; `failed`: the method said no; `stopped`: the visitor did. */
export interface PaneProblem {
  readonly kind: 'maps' | 'maps-failed' | 'failed' | 'stopped';
  readonly message: string;
}

/** Everything on view that is computed. */
export interface Runs {
  /** null until the data has been read. */
  readonly pair: Pair | null;
  readonly panes: readonly PaneView[];
  /** Part of the data that has been read; null: nothing is being read. */
  readonly loading: number | null;
  /** Why the data could not be had. */
  readonly failure: string | null;
}

export type RunsStore = StoreApi<Runs>;

export function createRunsStore(): RunsStore {
  return createStore<Runs>(() => ({ pair: null, panes: [], loading: null, failure: null }));
}

/** The panes' runs where all are those of the newest state; null while one is awaited. */
export function freshRuns({ panes }: Runs): readonly PaneRun[] | null {
  if (panes.some(({ waiting }) => waiting)) return null;
  const runs = panes.flatMap(({ run }) => run ?? []);
  return runs.length === 0 ? null : runs;
}

/** How long the longest record is. */
export function stepsOf(runs: readonly PaneRun[]): number {
  return Math.max(0, ...runs.map(({ record }) => record.steps));
}
