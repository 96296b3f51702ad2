import process from 'node:process';
import type { Stop } from '../../registration/types.ts';

/** Ctrl-C stopped the work: its message is the one line that is printed before the command ends with 130. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** Runs `work` with a `stop` that Ctrl-C sets; where it then gives up, this rejects with Interrupted(`message()`). */
export async function interruptible<T>(work: (stop: Stop) => Promise<T>, message: () => string): Promise<T> {
  const stop = { aborted: false };
  const interrupt = () => {
    stop.aborted = true;
  };
  process.once('SIGINT', interrupt);
  try {
    return await work(stop);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw new Interrupted(message());
    throw error;
  } finally {
    process.off('SIGINT', interrupt);
  }
}
