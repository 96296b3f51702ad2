/** Why there is nothing to show for what is asked now. `stopped`: the visitor did. */
export interface Problem {
  readonly kind: 'failed' | 'stopped';
  readonly message: string;
  /** What the computation rejected with, for who knows its kinds; null where it was stopped. */
  readonly error: unknown;
}

/** What is had of one question. */
export interface Result<R> {
  /** Of the newest question that has an answer: an older one's while `waiting`, and beside a `problem` where answers outlast it. null: before the first, or nothing is wanted. */
  readonly value: R | null;
  /** Identity of what `value` answers. */
  readonly key: string | null;
  /** `value` answers another question than the one that is asked now: it is not to be taken for its answer. */
  readonly older: boolean;
  /** `value` is the whole answer to what is asked now. */
  readonly fresh: boolean;
  /** What is asked now is still being computed; `value` may be a first part of it, or an older question's. */
  readonly waiting: boolean;
  /** 0 … 1 of it is done; null: it does not say. */
  readonly part: number | null;
  /** Beside it `value` is the part that was had before, where there is one. */
  readonly problem: Problem | null;
}

export const noResult: Result<never> = {
  value: null,
  key: null,
  older: false,
  fresh: false,
  waiting: false,
  part: null,
  problem: null,
};

/** What a computation is handed besides its spec. */
export interface AskingOf {
  /** Where the answer is shown: names a lane. */
  readonly place: string;
  readonly signal: AbortSignal;
  readonly onPart: (part: number) => void;
}

export interface Asking<R> extends AskingOf {
  /** Shows a first part of the answer while the rest is computed. */
  readonly emit: (value: R) => void;
}
