import { noHistory } from '../../../src/reconstruction/cutout/edits.ts';
import { LEAST_OBJECT } from '../../../src/reconstruction/cutout/toPicture.ts';
import type { Cutting } from '../jobs/cutting.ts';
import type { SceneSession } from '../model.ts';
import { openEditor, putWork } from './editing.ts';
import { died, saidOf, ofThePage } from './recut.ts';
import { ask } from './tickets.ts';
import { emptyMask, uncut, workOf, type Refusal } from './work.ts';

/**
 * Takes a picture in and shows what the network makes of it; where the cut is in doubt, too small, or none, the editor opens with it as an offer. It
 * never leaves this machine.
 */
export async function bringPicture(
  session: SceneSession,
  file: Blob,
  name: string,
  cutting: Cutting = ofThePage,
): Promise<void> {
  const { own } = session;
  const ticket = ask(session, 'file');
  own.setState({ reading: name, refused: null });
  ticket.addEventListener('abort', () => own.setState({ reading: null }), { once: true });
  const wanted = () => !ticket.aborted;
  let why: Refusal | null;
  try {
    why = await bring(session, file, name, wanted, cutting);
  } catch (error) {
    why = died(error);
  }
  if (wanted()) own.setState({ reading: null, refused: why && { name, why } });
}

/** Answers why the picture cannot be shown; null: it is shown, or no longer wanted. */
async function bring(
  session: SceneSession,
  file: Blob,
  name: string,
  wanted: () => boolean,
  cutting: Cutting,
): Promise<Refusal | null> {
  const read = await cutting.read(file);
  if (read.refused) return read.refused;
  const { image, notices } = read.value;
  const longest = Math.max(image.width, image.height);
  if (longest < LEAST_OBJECT) {
    return { of: 'cutout', code: 'tiny', detail: { pixels: longest, least: LEAST_OBJECT } };
  }
  if (!wanted()) return null;
  const cut = await cutting.cut({ image, way: 'auto', looseness: 1 });
  if (!wanted()) return null;
  if (cut.refused && cut.refused.code !== 'nothing-found') return cut.refused;
  const base = cut.value?.mask ?? emptyMask(image);
  const work = workOf({
    ...{ name, image, transparent: cut.value?.transparent ?? false, notices },
    ...{ from: cut.value?.by ?? 'border', looseness: 1, base, history: noHistory, mask: base },
    ...saidOf(cut.value ?? uncut),
  });
  // Opened first: what was shown until now is what leaving it goes back to.
  if (!work.shown || work.doubts.length > 0) openEditor(session);
  putWork(session, work);
  return cut.refused ?? work.refusal;
}

/** The clipboard's picture, asked for by a button. */
export async function pastePicture(session: SceneSession, name: string): Promise<void> {
  const found = await clipboardPicture();
  if (found instanceof Blob) await bringPicture(session, found, name);
  else session.own.setState({ refused: { name, why: { of: 'page', code: found, detail: {} } } });
}

async function clipboardPicture(): Promise<Blob | 'nothing-pasted' | 'no-clipboard' | 'insecure'> {
  if (!isSecureContext) return 'insecure';
  try {
    for (const item of await navigator.clipboard.read()) {
      const type = item.types.find((one) => one.startsWith('image/') && one !== 'image/svg+xml');
      if (type !== undefined) return await item.getType(type);
    }
    return 'nothing-pasted';
  } catch {
    return 'no-clipboard';
  }
}
