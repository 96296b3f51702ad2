import { createStore } from 'zustand/vanilla';

/** Something that has been asked and has given no sign of life for a while: it may be at work, or never answer. */
export interface Silence {
  /** Ends it, starts another and asks that one. Nobody but the visitor does this: a worker that is at work cannot answer either. */
  startAnew(): void;
}

/** Everything on this page that is silent now: for the page to say, and to offer to start it anew. */
export const silences = createStore<readonly Silence[]>(() => []);

/** So long may a worker say nothing. */
export const SILENCE_SECONDS = 10;
/** A timer that comes later than this has slept with the machine: so has the worker. */
const LATE_MILLISECONDS = 2000;

export interface Watch {
  /** Something is waited for; absent before: silence counts from now. */
  begin(): void;
  /** A sign of life: an answer, progress. */
  heard(): void;
  /** Nothing is waited for any more, or the one that was asked is gone. */
  end(): void;
}

/** Watches one that is asked. */
export function watchSilence(startAnew: () => void): Watch {
  const silence: Silence = { startAnew };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const say = (silent: boolean) => {
    if (silences.getState().includes(silence) === silent) return;
    silences.setState((before) => (silent ? [...before, silence] : before.filter((one) => one !== silence)), true);
  };
  const arm = () => {
    clearTimeout(timer);
    const due = Date.now() + 1000 * SILENCE_SECONDS;
    timer = setTimeout(() => {
      if (Date.now() > due + LATE_MILLISECONDS) arm();
      else say(true);
    }, 1000 * SILENCE_SECONDS);
  };
  let waiting = false;
  return {
    begin() {
      if (!waiting) arm();
      waiting = true;
    },
    heard() {
      say(false);
      if (waiting) arm();
    },
    end() {
      waiting = false;
      clearTimeout(timer);
      say(false);
    },
  };
}
