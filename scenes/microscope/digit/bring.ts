import { isAbort } from '../../../src/scene/results/results.ts';
import type { Session } from '../model.ts';
import type { DigitJobs } from './jobs.ts';

let count = 0;

/** Takes a network of the reader's own: it reads from now on; one that reads no digits says why and changes nothing. */
export async function bringNet({ own, store }: Session, jobs: DigitJobs, file: File): Promise<void> {
  const { digitNet } = own;
  const { name } = file;
  const number = ++count;
  digitNet.setState({ reading: true, refused: null });
  try {
    await jobs.bringNet(number, new Uint8Array(await file.arrayBuffer()));
    digitNet.setState({ net: { number, name } });
    store.update({ epsilon: undefined, card: undefined });
  } catch (error) {
    if (isAbort(error)) return;
    digitNet.setState({ refused: { name, message: error instanceof Error ? error.message : String(error) } });
  } finally {
    digitNet.setState({ reading: false });
  }
}

/** Back to the shipped one. */
export function leaveNet({ own, store }: Session): void {
  own.digitNet.setState({ net: null, refused: null });
  store.update({ epsilon: undefined, card: undefined });
}
