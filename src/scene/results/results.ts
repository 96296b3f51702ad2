import { createStore, type StoreApi } from 'zustand/vanilla';
import { staying } from './room.ts';
import { noResult, type Asking, type Problem, type Result } from './types.ts';

/** What each place shows, by its name. */
export type Shown<R> = Readonly<Record<string, Result<R>>>;

export interface Results<S, R> {
  readonly store: StoreApi<Shown<R>>;
  /** Asks for something at a place; null: nothing is wanted there. The same question again changes nothing. */
  ask(place: string, question: { readonly key: string; readonly spec: S } | null): void;
  /** Gives up what a place waits for, whoever asked for it first. */
  stop(place: string): void;
  /** Forgets the answer that a place waits for or has: it stands as stopped until it is asked for again. */
  drop(place: string): void;
  /** Asks again, everywhere, for what failed or was stopped. */
  retry(): void;
  /** Replaces an answer that is known: what comes later than the rest of it. */
  amend(key: string, change: (value: R) => R): void;
  dispose(): void;
}

export interface ResultsOptions<S, R> {
  /** What the places show; absent: a store of its own. */
  readonly store?: StoreApi<Shown<R>>;
  /** Rejects with an AbortError when it is no longer wanted. */
  readonly run: (spec: S, asking: Asking<R>) => Promise<R>;
  /** Answers that are kept for the way back, besides those on view. */
  readonly kept?: number | undefined;
  /** Bytes that these may hold in typed arrays, besides what is on view holds too; absent: only their number counts. */
  readonly room?: number | undefined;
  /** Whether the answer to an older question may stand in a place until the newer one is there; absent: always. */
  readonly stays?: (older: R, spec: S) => boolean;
  /** A newer question ends the computation of the older one; absent: what runs goes on, and is the picture during a drag. */
  readonly ends?: boolean | undefined;
  /** The answer to an older question stays on view where the newer one has none; absent: there is none then. */
  readonly outlasts?: boolean | undefined;
}

interface Place<S> {
  readonly key: string;
  readonly spec: S;
  readonly stop: AbortController;
  part: number | null;
  /** Counts questions, so that of two late answers the newer one stays. */
  readonly asked: number;
}

interface Answer<R> {
  readonly value: R;
  /** false: a first part of it. */
  readonly whole: boolean;
}

const KEPT = 24;

export const createShown = <R>(): StoreApi<Shown<R>> => createStore<Shown<R>>(() => ({}));

/**
 * Answers to questions, each known by its key: the newest question of a place wins, the old answer stays on view until the new one is there, and
 * what is on view anywhere is never dropped. A question that is asked at two places is computed once for whichever asked first and shown in both.
 */
export function createResults<S, R>(options: ResultsOptions<S, R>): Results<S, R> {
  const { run, store = createShown<R>(), kept = KEPT, room = Infinity } = options;
  const { stays = () => true, ends = false, outlasts = false } = options;
  const answers = new Map<string, Answer<R>>();
  const problems = new Map<string, Problem>();
  const places = new Map<string, Place<S>>();
  /** What a place showed last, and when that was asked. */
  const onView = new Map<string, { readonly key: string; readonly asked: number }>();
  /** Keys that are being computed, and for whom. */
  const running = new Map<string, Place<S>>();
  let count = 0;
  let gone = false;

  const isAsked = (key: string) => [...places.values()].some((place) => place.key === key);

  function forget(): void {
    // Whoever comes back to what failed asks anew.
    for (const key of problems.keys()) if (!isAsked(key)) problems.delete(key);
    const needed = new Set([
      ...[...onView.values()].map(({ key }) => key),
      ...[...places.values()].map(({ key }) => key),
    ]);
    for (const [key, { whole }] of answers) if (!whole && !needed.has(key)) answers.delete(key);
    const old = [...answers].filter(([key]) => !needed.has(key)).reverse();
    const shown = [...needed].map((key) => answers.get(key)?.value);
    const stay = staying(
      old.map(([, { value }]) => value),
      shown,
      { kept, room },
    );
    old.forEach(([key], place) => stay.has(place) || answers.delete(key));
  }

  function resultAt(name: string): Result<R> {
    const place = places.get(name);
    if (!place) return noResult;
    const { key, spec, part } = place;
    const problem = problems.get(key) ?? null;
    const answer = answers.get(key);
    if (answer?.whole) return { ...noResult, value: answer.value, key, fresh: true };
    const waiting = problem === null;
    if (answer) return { ...noResult, value: answer.value, key, waiting, part, problem };
    if (problem) return { ...noResult, ...(outlasts ? older(name, spec) : {}), problem };
    return { ...noResult, ...older(name, spec), waiting, part };
  }

  /** What the place showed last, where that may stand in for the answer to `spec`. */
  function older(name: string, spec: S): Pick<Result<R>, 'value' | 'key' | 'older'> {
    const before = onView.get(name);
    const answer = before && answers.get(before.key);
    return answer && stays(answer.value, spec)
      ? { value: answer.value, key: before.key, older: true }
      : { value: null, key: null, older: false };
  }

  function show(): void {
    if (gone) return;
    for (const [name, { key, asked }] of places) if (answers.has(key)) onView.set(name, { key, asked });
    store.setState(Object.fromEntries([...places.keys()].map((name) => [name, resultAt(name)])), true);
    forget();
  }

  async function compute(name: string, place: Place<S>): Promise<void> {
    const { key, spec, stop, asked } = place;
    running.set(key, place);
    const current = () => !gone && running.get(key) === place;
    try {
      const value = await run(spec, {
        place: name,
        signal: stop.signal,
        onPart(part) {
          place.part = part;
          if (current()) show();
        },
        emit(value) {
          if (!current() || !isAsked(key)) return;
          answers.set(key, { value, whole: false });
          show();
        },
      });
      answers.set(key, { value, whole: true });
      // During a drag what arrives is the picture, even where it is no longer the newest.
      const now = places.get(name);
      const stands = !gone && now !== undefined && (now.key === key || stays(value, now.spec));
      if (stands && (onView.get(name)?.asked ?? 0) < asked) onView.set(name, { key, asked });
    } catch (error) {
      if (!stop.signal.aborted && !isAbort(error) && isAsked(key))
        problems.set(key, { kind: 'failed', message: messageOf(error), error });
    } finally {
      if (current()) running.delete(key);
      // It gave way in its lane to what another place no longer wants: whoever still waits asks again.
      for (const [other, waiting] of places) {
        if (waiting.key === key && !gone) begin(other, waiting);
      }
      show();
    }
  }

  function begin(name: string, place: Place<S>): void {
    if (answers.get(place.key)?.whole || problems.has(place.key) || running.has(place.key)) return;
    void compute(name, place);
  }

  return {
    store,
    ask(name, question) {
      const before = places.get(name);
      if (gone || before?.key === question?.key) return;
      if (ends) before?.stop.abort();
      if (question) {
        const place = { ...question, stop: new AbortController(), part: null, asked: ++count };
        places.set(name, place);
        show();
        begin(name, place);
      } else {
        places.delete(name);
        onView.delete(name);
        show();
      }
    },
    stop(name) {
      const { key = '' } = places.get(name) ?? {};
      const computed = running.get(key);
      if (!computed) return;
      problems.set(key, { kind: 'stopped', message: '', error: null });
      computed.stop.abort();
      show();
    },
    drop(name) {
      const place = places.get(name);
      if (!place) return;
      running.get(place.key)?.stop.abort();
      answers.delete(place.key);
      problems.set(place.key, { kind: 'stopped', message: '', error: null });
      show();
    },
    retry() {
      const failed = [...places].filter(([, { key }]) => problems.has(key));
      problems.clear();
      for (const [name, { key, spec }] of failed) {
        const place = { key, spec, stop: new AbortController(), part: null, asked: ++count };
        places.set(name, place);
        begin(name, place);
      }
      show();
    },
    amend(key, change) {
      const answer = answers.get(key);
      if (!answer) return;
      answers.set(key, { ...answer, value: change(answer.value) });
      show();
    },
    dispose() {
      gone = true;
      for (const { stop } of running.values()) stop.abort();
      store.setState({}, true);
    },
  };
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
