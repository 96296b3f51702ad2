import { createCutting } from '../../jobs/reconstruction/cutting.ts';
import { noHistory } from '../../reconstruction/cutout/edits.ts';
import { LEAST_OBJECT } from '../../reconstruction/cutout/toPicture.ts';
import { editingOf, emptyMask, openEditor, putBase, putWork, type MaskFrom, type Refusal } from './editing.ts';
import type { ReconstructionSession } from './session.tsx';

/** One for the page, whatever scene it shows; its worker comes with the first picture. */
const cutting = createCutting();

/** What was asked for last, of each session: what an older question still answers is not wanted. */
const asked = new WeakMap<ReconstructionSession, number>();

function ask(session: ReconstructionSession): () => boolean {
  const mine = (asked.get(session) ?? 0) + 1;
  asked.set(session, mine);
  return () => asked.get(session) === mine;
}

/**
 * Takes a picture in and shows what the network makes of it; where no object stands out the editor opens for marking it. It never leaves this
 * machine.
 */
export async function takePicture(session: ReconstructionSession, file: Blob, name: string): Promise<void> {
  const store = editingOf(session);
  const wanted = ask(session);
  store.setState({ reading: name, refused: null });
  let why: Refusal | null;
  try {
    why = await take(session, file, name, wanted);
  } catch (error) {
    why = died(error);
  }
  if (wanted()) store.setState({ reading: null, refused: why && { name, why } });
}

/** Answers why the picture cannot be shown; null: it is shown, or no longer wanted. */
async function take(
  session: ReconstructionSession,
  file: Blob,
  name: string,
  wanted: () => boolean,
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
  // Opened first: what was shown until now is what leaving it goes back to.
  if (cut.refused) openEditor(session);
  const base = cut.value?.mask ?? emptyMask(image);
  putWork(session, {
    ...{ kind: 'file', name, image, transparent: cut.value?.transparent ?? false, notices },
    ...{ from: cut.value?.by ?? 'hand', looseness: 1, base, history: noHistory, mask: base },
  });
  return cut.refused ?? editingOf(session).getState().work?.refusal ?? null;
}

const died = (error: unknown): Refusal => ({
  of: 'page',
  code: 'reader-died',
  detail: { reason: error instanceof Error ? error.message : '' },
});

/** Cuts the picture in hand out in another way, under the edits that were made. */
export async function cutAnew(session: ReconstructionSession, from: MaskFrom, looseness: number): Promise<void> {
  const store = editingOf(session);
  const { work } = store.getState();
  if (!work) return;
  const wanted = ask(session);
  store.setState({ refused: null });
  if (from === 'hand') {
    putBase(session, emptyMask(work.image), { from, looseness });
    return;
  }
  // The control follows the hand at once; the mask comes after it.
  store.setState({ work: { ...work, from, looseness } });
  let why: Refusal | null;
  try {
    const cut = await cutting.cut({ image: work.image, way: from, looseness });
    if (!wanted()) return;
    if (cut.value) putBase(session, cut.value.mask, { from, looseness });
    why = cut.refused;
  } catch (error) {
    why = died(error);
  }
  if (why && wanted()) store.setState({ refused: { name: work.name, why } });
}

/** The clipboard's picture, asked for by a button. */
export async function pastePicture(session: ReconstructionSession, name: string): Promise<void> {
  const found = await clipboardPicture();
  if (found instanceof Blob) await takePicture(session, found, name);
  else editingOf(session).setState({ refused: { name, why: { of: 'page', code: found, detail: {} } } });
}

async function clipboardPicture(): Promise<Blob | 'nothing-pasted' | 'no-clipboard'> {
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
