import type { Asking, AskingOf } from './types.ts';

/** A result that follows the state: what of the state it is an answer to, and how it is computed. */
export interface ResultDef<S, J, R> {
  /** null: the state wants none. */
  readonly ask: (state: S) => { readonly key: string; run(jobs: J, asking: Asking<R>): Promise<R> } | null;
  /** How many steps the clock has for it; absent: the result has no say. */
  readonly steps?: ((value: R) => number) | undefined;
  /** Where nothing may play by itself it is shown at its end. */
  readonly restsAtEnd?: boolean | undefined;
  readonly ends?: boolean | undefined;
  readonly outlasts?: boolean | undefined;
}

/**
 * `spec`: JSON, of which the result is a pure function (its identity); null: nothing is wanted. `emit`: shows a first part of it, apart from
 * `asking`, so that TypeScript finds R by what is returned.
 */
export function resultOf<S, J, Spec, R>(
  spec: (state: S) => Spec | null,
  run: (spec: Spec, jobs: J, asking: AskingOf, emit: (value: R) => void) => Promise<R>,
  more: Pick<ResultDef<S, J, R>, 'steps' | 'restsAtEnd' | 'ends' | 'outlasts'> = {},
): ResultDef<S, J, R> {
  return {
    ...more,
    ask(state) {
      const wanted = spec(state);
      return wanted === null
        ? null
        : { key: JSON.stringify(wanted), run: (jobs, asking) => run(wanted, jobs, asking, asking.emit) };
    },
  };
}
