import { noHistory } from '../../../src/reconstruction/cutout/edits.ts';
import { LEAST_OBJECT } from '../../../src/reconstruction/cutout/toPicture.ts';
import { createCutting, type Cutting } from '../jobs/cutting.ts';
import type { SceneSession } from '../model.ts';
import { openEditor, putBase, putWork } from './editing.ts';
import { ask } from './tickets.ts';
import { emptyMask, workOf, type MaskFrom, type Refusal } from './work.ts';

/** One for the page, whatever scene it shows; its worker comes with the first picture. */
const ofThePage = createCutting();

/**
 * Takes a picture in and shows what the network makes of it; where no object stands out, or too small a one, the editor opens for marking it. It
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
    ...{ kind: 'file', name, image, transparent: cut.value?.transparent ?? false, notices },
    ...{ from: cut.value?.by ?? 'hand', looseness: 1, base, history: noHistory, mask: base },
  });
  // Opened first: what was shown until now is what leaving it goes back to.
  if (!work.shown) openEditor(session);
  putWork(session, work);
  return cut.refused ?? work.refusal;
}

const died = (error: unknown): Refusal => ({
  of: 'page',
  code: 'reader-died',
  detail: { reason: error instanceof Error ? error.message : '' },
});

/** Cuts the picture in hand out in another way, under the edits that were made. */
export async function cutAnew(
  session: SceneSession,
  from: MaskFrom,
  looseness: number,
  cutting: Cutting = ofThePage,
): Promise<void> {
  const { own } = session;
  const ticket = ask(session, 'cut');
  // Only now: an older cut has just given its control back.
  const { work } = own.getState();
  if (!work) return;
  own.setState({ refused: null });
  if (from === 'hand') {
    putBase(session, emptyMask(work.image), { from, looseness });
    return;
  }
  // The control follows the hand at once; the mask comes after it, or the control goes back.
  own.setState({ work: { ...work, from, looseness } });
  const giveBack = () => {
    const { work: now } = own.getState();
    if (now?.base === work.base) own.setState({ work: { ...now, from: work.from, looseness: work.looseness } });
  };
  ticket.addEventListener('abort', giveBack, { once: true });
  const wanted = () => !ticket.aborted && own.getState().work?.image === work.image;
  let why: Refusal | null;
  try {
    const cut = await cutting.recut({ image: work.image, way: from, looseness });
    if (!wanted()) return;
    if (cut.value) putBase(session, cut.value.mask, { from, looseness });
    why = cut.refused;
  } catch (error) {
    why = died(error);
  }
  if (why && wanted()) own.setState({ refused: { name: work.name, why } });
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
