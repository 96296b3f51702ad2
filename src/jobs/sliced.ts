import { abortError } from './newestWins.ts';

/** How long the page may stand still at a time, the last step of a slice not counted. */
const SLICE_MILLISECONDS = 8;

/** Ends with the pause after the slice that was begun last. */
let last: Promise<void> = Promise.resolve();

const pause = () => new Promise<void>((resume) => setTimeout(resume));

/** One slice at a time, whoever asks, and a pause after each. */
function slice<T>(work: () => T): Promise<T> {
  const mine = last.then(work);
  last = mine.then(pause, pause);
  return mine;
}

/** Work of the page's own thread, in slices: it may be left wherever it yields. Rejects with an AbortError once it is no longer wanted. */
export async function sliced<T>(work: Generator<void, T>, signal: AbortSignal): Promise<T> {
  for (;;) {
    const { done, value } = await slice(() => {
      if (signal.aborted) throw abortError('aborted');
      const begin = performance.now();
      for (;;) {
        const step = work.next();
        if (step.done || performance.now() - begin >= SLICE_MILLISECONDS) return step;
      }
    });
    if (done) return value;
  }
}
