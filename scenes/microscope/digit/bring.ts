import { isAbort, messageOf } from '../../../src/scene/results/results.ts';
import type { Session } from '../model.ts';
import type { DigitJobs } from './jobs.ts';
import type { NetRefusal, OwnNet } from './own.ts';

let count = 0;

/** Takes a network of the reader's own: it reads from now on; one that reads no digits says why and changes nothing. Of two in a row the newest is taken, whichever is read first. */
export async function bringNet(session: Pick<Session, 'own' | 'store'>, jobs: DigitJobs, file: File): Promise<void> {
  const { digitNet } = session.own;
  const { name } = file;
  const number = ++count;
  digitNet.setState({ reading: true, refused: null });
  const why = await whyNot(jobs, number, file);
  if (why || number !== count) jobs.forgetNet(number);
  if (number !== count) return;
  digitNet.setState({ reading: false });
  if (why === 'gone') return;
  if (why) digitNet.setState({ refused: { name, why } });
  else readBy(session, jobs, { number, name });
}

async function whyNot(jobs: DigitJobs, number: number, file: File): Promise<NetRefusal | 'gone' | null> {
  try {
    return await jobs.bringNet(number, file);
  } catch (error) {
    return isAbort(error) ? 'gone' : { code: 'other', detail: {}, message: messageOf(error) };
  }
}

/** Nobody comes back to the one before. */
function readBy({ own, store }: Pick<Session, 'own' | 'store'>, jobs: DigitJobs | null, net: OwnNet['net']): void {
  const before = own.digitNet.getState().net;
  own.digitNet.setState({ net });
  store.update({ epsilon: undefined, card: undefined });
  if (before) jobs?.forgetNet(before.number);
}

/** Back to the shipped one, whatever is still being read. */
export function leaveNet(session: Session, jobs: DigitJobs | null): void {
  count++;
  session.own.digitNet.setState({ reading: false, refused: null });
  readBy(session, jobs, null);
}
