import process from 'node:process';
import type { Stop } from '../../registration/types.ts';

/** Ctrl-C stopped the work: its message is the one line that is printed before the command ends with 130. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/**
 * Runs `work` with a `stop` that Ctrl-C sets, and a line to `show` how far it is; where it then gives up, this rejects with
 * Interrupted(`message()`).
 */
export async function interruptible<T>(
  work: (stop: Stop, show: (text: string) => void) => Promise<T>,
  message: () => string,
): Promise<T> {
  const stop = { aborted: false };
  const interrupt = () => {
    stop.aborted = true;
  };
  process.once('SIGINT', interrupt);
  try {
    return await work(stop, show);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw new Interrupted(message());
    throw error;
  } finally {
    process.off('SIGINT', interrupt);
    show('');
  }
}

/** One line on stderr that is written over again and again; nothing where stderr is no terminal. */
function show(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${text}`);
}
