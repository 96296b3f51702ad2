import type { Remote } from 'comlink';
import { createHolding, type Holds } from './holding.ts';
import { abortError, newestWins } from './newestWins.ts';
import { openWorker, WorkerBrokenError, type RemoteWorker } from './remote.ts';
import { reopening } from './reopening.ts';

/** A job under which so many workers die is what kills them. */
const DEATHS = 2;
/** How long an aborted job of a worker that `stops` may go on: most end by themselves before a new worker would have started. */
const GRACE_MILLISECONDS = 200;

export interface AskOptions {
  readonly signal?: AbortSignal | undefined;
  /** Of calls in one lane the newest wins: one runs, one waits, and whose place is taken rejects with an AbortError. */
  readonly lane?: string;
  /** Ids of what was put to be kept and the call reads: sent before it, where the worker has it not yet. */
  readonly uses?: readonly string[];
}

/** `heard`: for progress, which is a sign of life, too. */
type Call<Api, T> = (api: Remote<Api>, heard: () => void) => Promise<T>;

export interface Asker<Api, Kept = never> {
  /**
   * Rejects with an AbortError when `signal` aborts, a newer call takes its place, or all has ended; with WorkerBrokenError where no worker can
   * be had; with what the worker threw.
   */
  ask<T>(call: Call<Api, T>, options?: AskOptions): Promise<T>;
  /** Kept by the worker from the first call on that uses it; the same id again replaces it. Do not write to it afterwards. */
  keep(id: string, thing: Kept): void;
  forget(id: string): void;
  dispose(): void;
}

export interface AskerOptions<Api, Kept> {
  readonly spawn: () => Worker;
  /** The first call: that the worker answers it says that it is up. */
  readonly greet: Call<Api, unknown>;
  /** Hears of each death but by `dispose` and by being stopped. */
  readonly onDeath?: (() => void) | undefined;
  /** How the worker is told what to keep. */
  readonly holds?: Holds<Api, Kept>;
  /** Its jobs are synchronous and long: they run one after another, and an aborted one is ended with its worker unless it ends soon itself. */
  readonly stops?: boolean;
}

/**
 * One worker, opened with the first call; one that dies is replaced, what it kept is sent again, and the call is made again. After ten seconds without a sign of life the page says so, and the
 * visitor may start another in its place (`silences`).
 */
export function askingWorker<Api, Kept = never>(options: AskerOptions<Api, Kept>): Asker<Api, Kept> {
  const { spawn, greet, onDeath, holds, stops = false } = options;
  const ending = new AbortController();
  const holding = createHolding(holds);
  const lanes = new Map<string, (call: () => Promise<unknown>, signal?: AbortSignal) => Promise<unknown>>();
  let turn: Promise<unknown> = Promise.resolve();
  /** Set while a worker is ended on purpose. */
  let stopping = false;
  /** How often the visitor gave a worker up, and of how many of these its end was heard. */
  let givenUp = 0;
  let buried = 0;

  const onWorker = reopening<RemoteWorker<Api>>(
    () =>
      openWorker<Api>(
        spawn,
        (api) => greet(api, () => undefined),
        ending.signal,
        () => givenUp++,
      ),
    (dead, death) => {
      dead.kill(death.message);
      if (!ending.signal.aborted && !stopping && buried === givenUp) onDeath?.();
      buried = givenUp;
      return null;
    },
  );

  async function make<T>(call: Call<Api, T>, uses: readonly string[], signal: AbortSignal): Promise<T> {
    let attempts = 0;
    const before = givenUp;
    const stop = () => {
      if (signal.aborted) throw abortError('aborted');
    };
    stop();
    const attempt = () =>
      onWorker(async (worker) => {
        stop();
        if (attempts++ - (givenUp - before) >= DEATHS) throw new Error('the worker died twice under this job');
        const endGrace = stops ? endAfterGrace(signal, worker) : () => undefined;
        try {
          await holding.send(worker, uses);
          return await worker.alive(call(worker.api, worker.heard));
        } finally {
          endGrace();
        }
      }).finally(() => (stopping = false));
    const answer = await untilNotGivenUp(attempt);
    stop();
    return answer;
  }

  /** One that is given up while it still starts leaves nobody who would ask the next one. */
  async function untilNotGivenUp<T>(attempt: () => Promise<T>): Promise<T> {
    for (;;) {
      const before = givenUp;
      try {
        return await attempt();
      } catch (error) {
        if (!(error instanceof WorkerBrokenError) || givenUp === before) throw error;
      }
    }
  }

  function endAfterGrace(signal: AbortSignal, worker: RemoteWorker<Api>): () => void {
    let grace: ReturnType<typeof setTimeout> | undefined;
    const end = () => {
      grace = setTimeout(() => {
        stopping = true;
        worker.kill('stopped');
      }, GRACE_MILLISECONDS);
    };
    signal.addEventListener('abort', end, { once: true });
    return () => {
      signal.removeEventListener('abort', end);
      clearTimeout(grace);
    };
  }

  function inTurn<T>(job: () => Promise<T>): Promise<T> {
    if (!stops) return job();
    const mine = turn.then(job);
    turn = mine.catch(() => undefined);
    return mine;
  }

  return {
    async ask<T>(call: Call<Api, T>, { signal, lane, uses = [] }: AskOptions = {}) {
      if (ending.signal.aborted) throw abortError('the jobs were disposed of');
      const gone = signal ? AbortSignal.any([signal, ending.signal]) : ending.signal;
      const job = () => inTurn(() => make(call, uses, gone));
      if (lane === undefined) return job();
      let queue = lanes.get(lane);
      if (!queue) lanes.set(lane, (queue = newestWins((one: () => Promise<unknown>) => one())));
      return queue(job, gone) as Promise<T>;
    },
    keep: holding.keep,
    forget: holding.forget,
    dispose: () => ending.abort(),
  };
}

/** One call to a worker of its own, which is ended with the signal and when it has answered. Given up by the visitor, another one is asked. */
export async function askOnce<Api, T>(
  spawn: () => Worker,
  greet: Call<Api, unknown>,
  call: Call<Api, T>,
  signal: AbortSignal = new AbortController().signal,
): Promise<T> {
  const done = new AbortController();
  const aborted = new Promise<never>((_, reject) => {
    const abort = () => reject(abortError('aborted'));
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true, signal: done.signal });
  });
  const answered = answerOf(spawn, greet, call, done.signal);
  try {
    return await Promise.race([answered, aborted]);
  } finally {
    done.abort();
    // Whichever of the two loses the race is nobody's business any more.
    answered.catch(() => undefined);
    aborted.catch(() => undefined);
  }
}

async function answerOf<Api, T>(
  spawn: () => Worker,
  greet: Call<Api, unknown>,
  call: Call<Api, T>,
  ending: AbortSignal,
): Promise<T> {
  for (;;) {
    let givenUp = false;
    const giveUp = () => (givenUp = true);
    const isGivenUp = () => givenUp;
    try {
      const { api, alive, heard } = await openWorker<Api>(spawn, (one) => greet(one, () => undefined), ending, giveUp);
      return await alive(call(api, heard));
    } catch (error) {
      if (!isGivenUp()) throw error;
    }
  }
}
