import { phaseAt } from '../../../src/registration/phase.ts';
import { shownLength } from '../read/lengths.ts';
import { stepsOf, type PaneRun } from '../runs/paneRuns.ts';
import { succeeded } from '../runs/truth.ts';
import type { Evidence } from '../cards/types.ts';
import { nothingThreads } from './threadsOnNothing.ts';

/** How far a run is off the truth in a row of its record, in what is shown: percent of the target's size, or its unit. */
export interface Off {
  readonly run: PaneRun;
  readonly row: number;
  readonly error: number;
}

/** What there is to say now, from the records. */
export type Saying =
  | { readonly kind: 'waiting' }
  /** The visitor has not brought the two clouds yet. */
  | { readonly kind: 'empty' }
  /** The threads of an ICP: `nothing` of `all` begin at points that belong to nothing. */
  | ({ readonly kind: 'threads'; readonly nothing: number; readonly all: number } & Off)
  | ({ readonly kind: 'map' | 'moving' } & Off)
  /** Clouds of which nobody knows the truth. */
  | { readonly kind: 'blind'; readonly run: PaneRun }
  | {
      readonly kind: 'all' | 'some' | 'none';
      readonly right: readonly Off[];
      /** Came to rest at a wrong pose. */
      readonly rested: readonly Off[];
      /** Wrong where the iterations ended, without having come to rest. */
      readonly unrested: readonly Off[];
      /** The scene is turned by more than DO's training ever was. */
      readonly far: boolean;
    };

/** The rotations that the shipped maps were trained with end here, degrees. */
const TRAINED_TO = 60;

export function sayingAt({ runs, state }: Evidence, step: number): Saying {
  const run = runs[state.selected] ?? runs[0];
  if (!run) return { kind: state.data === 'own' ? 'empty' : 'waiting' };
  const known = runs.every((each) => succeeded(each) !== null);
  if (!known) return { kind: 'blind', run };
  return step >= stepsOf(runs) && step > 0
    ? outcome(runs, state.data === 'spot' ? state.factors.rotation : 0)
    : under(run, step);
}

function offAt(run: PaneRun, step: number): Off {
  const { record, answer, pair } = run;
  const row = Math.min(step, record.steps);
  return { run, row, error: shownLength(pair, (answer.errors?.[row] ?? NaN) * pair.largestDimension) };
}

function under(run: PaneRun, step: number): Saying {
  const off = offAt(run, step);
  const threads = nothingThreads(run, off.row);
  if (threads && threads.nothing > 0) return { kind: 'threads', ...threads, ...off };
  return { kind: phaseAt(run.record, off.row) === 'do' ? 'map' : 'moving', ...off };
}

function outcome(runs: readonly PaneRun[], rotation: number): Saying {
  const ends = runs.map((run) => offAt(run, run.record.steps));
  const right = ends.filter(({ run }) => succeeded(run));
  const wrong = ends.filter(({ run }) => !succeeded(run));
  return {
    kind: wrong.length === 0 ? 'all' : right.length === 0 ? 'none' : 'some',
    right,
    rested: wrong.filter(({ run }) => run.answer.converged),
    unrested: wrong.filter(({ run }) => !run.answer.converged),
    far: rotation > TRAINED_TO,
  };
}
