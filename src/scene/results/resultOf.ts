import type { Asking, AskingOf } from './types.ts';

/** What is computed now. */
export interface Question<J, R> {
  readonly key: string;
  run(jobs: J, asking: Asking<R>): Promise<R>;
  /** Whether an older answer may stand there until this one is had; absent: always. */
  stays?(older: R): boolean;
}

/**
 * A result that follows the state: what of the state it is an answer to, and how it is computed. `B`: what else it may follow, see
 * `Beside`.
 */
export interface ResultDef<S, J, R, B = unknown> {
  /** null: the state wants none. */
  readonly ask: (state: S, beside: B) => Question<J, R> | null;
  /** How many steps the clock has for it, null: this part of the result does not say yet; absent: the result has no say. */
  readonly steps?: ((value: R) => number | null) | undefined;
  /** How many of its steps are there, of a part; null, or absent: all of them. */
  readonly there?: ((value: R) => number | null) | undefined;
  /** Whether it has a say now; absent: whenever it is wanted. */
  readonly counts?: ((state: S) => boolean) | undefined;
  /** Where nothing may play by itself it is shown at its end. */
  readonly restsAtEnd?: boolean | undefined;
  readonly ends?: boolean | undefined;
  readonly outlasts?: boolean | undefined;
  /** Answers for the way back, where they are too large for the usual number of them. */
  readonly kept?: number | undefined;
  /** Bytes that these may hold, where they are large. */
  readonly room?: number | undefined;
}

interface Options<S, J, R, B, Spec> extends Omit<ResultDef<S, J, R, B>, 'ask'> {
  /** Names the spec, where that is no JSON. */
  readonly key?: (spec: Spec) => string;
  readonly stays?: (older: R, spec: Spec) => boolean;
}

/**
 * `spec`: JSON or what `key` names, of which the result is a pure function (its identity); null: nothing is wanted. `emit`: shows a first
 * part of it, apart from `asking`, so that TypeScript finds R by what is returned.
 */
export function resultOf<S, J, Spec, R, B = unknown>(
  spec: (state: S, beside: B) => Spec | null,
  run: (spec: Spec, jobs: J, asking: AskingOf, emit: (value: R) => void) => Promise<R>,
  { key = JSON.stringify, stays, ...options }: Options<S, J, R, B, Spec> = {},
): ResultDef<S, J, R, B> {
  return {
    ...options,
    ask(state, beside) {
      const wanted = spec(state, beside);
      if (wanted === null) return null;
      const question: Question<J, R> = {
        key: key(wanted),
        run: (jobs, asking) => run(wanted, jobs, asking, asking.emit),
      };
      return stays ? { ...question, stays: (older) => stays(older, wanted) } : question;
    },
  };
}
