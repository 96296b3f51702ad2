import { phaseAt } from '../../../src/registration/phase.ts';
import { succeeded } from '../runs/reading.ts';
import { stepsOf, type PaneRun } from '../runs/paneRuns.ts';
import type { MethodId } from '../../../src/registration/methods/index.ts';
import type { Evidence } from '../cards/types.ts';
import { nothingThreads } from './threadsOnNothing.ts';

/** What there is to say now, and its numbers, from the records. */
export type Saying =
  | { readonly kind: 'waiting' }
  /** The visitor has not brought the two clouds yet. */
  | { readonly kind: 'empty' }
  /** The threads of an ICP: `nothing` of `all` begin at points that belong to nothing. `error` in percent. */
  | {
      readonly kind: 'threads';
      readonly method: MethodId;
      readonly nothing: number;
      readonly all: number;
      readonly error: number;
    }
  | { readonly kind: 'map'; readonly method: MethodId; readonly map: number; readonly error: number }
  | { readonly kind: 'moving'; readonly method: MethodId; readonly error: number }
  /** Scans: nobody knows the truth. */
  | { readonly kind: 'blind'; readonly run: PaneRun }
  | {
      readonly kind: 'all' | 'some' | 'none';
      readonly right: readonly MethodId[];
      readonly wrong: readonly MethodId[];
      /** Percent: of the best where all are wrong, else of the worst of the wrong, or of the right. */
      readonly error: number;
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

const percentOf = ({ answer }: PaneRun, row: number): number => 100 * (answer.errors?.[row] ?? NaN);

function under(run: PaneRun, step: number): Saying {
  const row = Math.min(step, run.record.steps);
  const { method } = run.settings;
  const error = percentOf(run, row);
  const threads = nothingThreads(run, row);
  if (threads && threads.nothing > 0) return { kind: 'threads', method, ...threads, error };
  if (phaseAt(run.record, row) === 'do') return { kind: 'map', method, map: row, error };
  return { kind: 'moving', method, error };
}

function outcome(runs: readonly PaneRun[], rotation: number): Saying {
  const right = runs.filter((run) => succeeded(run));
  const wrong = runs.filter((run) => !succeeded(run));
  const errors = (of: readonly PaneRun[]) => of.map((run) => percentOf(run, run.record.steps));
  const methods = (of: readonly PaneRun[]) => of.map(({ settings }) => settings.method);
  return {
    kind: wrong.length === 0 ? 'all' : right.length === 0 ? 'none' : 'some',
    right: methods(right),
    wrong: methods(wrong),
    error: right.length === 0 ? Math.min(...errors(wrong)) : Math.max(...errors(wrong.length > 0 ? wrong : right)),
    far: rotation > TRAINED_TO,
  };
}
