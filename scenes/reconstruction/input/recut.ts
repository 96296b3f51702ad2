import type { Box2 } from '../../../src/reconstruction/crop.ts';
import type { CutBy } from '../../../src/reconstruction/cutout/types.ts';
import type { CutAsk, FoundCut, Or } from '../jobs/cutApi.ts';
import { createCutting, type Cutting } from '../jobs/cutting.ts';
import type { SceneSession } from '../model.ts';
import { addEdit, putBase } from './editing.ts';
import { ask, stop } from './tickets.ts';
import type { Refusal, Work } from './work.ts';

/** One for the page, whatever scene it shows; its worker comes with the first picture. */
export const ofThePage = createCutting();

export const saidOf = ({ doubts, remarks, box }: Pick<Work, 'doubts' | 'remarks' | 'box'>) => ({
  doubts,
  remarks,
  box,
});

export const died = (error: unknown): Refusal => ({
  of: 'page',
  code: 'reader-died',
  detail: { reason: error instanceof Error ? error.message : '' },
});

/** Cuts the picture in hand out in another way, under the edits that were made. */
export async function cutAnew(
  session: SceneSession,
  from: CutBy,
  looseness: number,
  cutting: Cutting = ofThePage,
): Promise<void> {
  const { own } = session;
  const ticket = ask(session, 'cut');
  // Only now: an older cut has just given its control back.
  const { work } = own.getState();
  if (!work) return;
  // The control follows the hand at once; the mask comes after it, or the control goes back.
  own.setState({ work: { ...work, from, looseness } });
  const giveBack = () => {
    const { work: now } = own.getState();
    if (now?.base === work.base) own.setState({ work: { ...now, from: work.from, looseness: work.looseness } });
  };
  ticket.addEventListener('abort', giveBack, { once: true });
  const cut = await recut(session, work, { way: from, looseness }, ticket, cutting);
  if (cut) putBase(session, cut.mask, { from, looseness, ...saidOf(cut) });
  // An aborted one has given it back already, and a newer one may hold it.
  else if (!ticket.aborted) giveBack();
}

/** Cuts the thing out that a hand has drawn a box around, in pixels of the picture: an edit like a stroke, that undo takes back. */
export async function cutWithin(session: SceneSession, box: Box2, cutting: Cutting = ofThePage): Promise<void> {
  const ticket = ask(session, 'cut');
  const { work } = session.own.getState();
  if (!work) return;
  const cut = await recut(session, work, { way: 'box', looseness: work.looseness, box }, ticket, cutting);
  if (cut) addEdit(session, { mode: 'box', box, mask: cut.mask, doubts: cut.doubts, remarks: cut.remarks });
}

/** Ends the cut that is under way; the mask stays as it was. */
export const stopCutting = (session: SceneSession): void => stop(session, 'cut');

/** null: it was refused, and that is said; or it is no longer wanted. */
async function recut(
  { own }: SceneSession,
  { image, name }: Work,
  how: Omit<CutAsk, 'image'>,
  ticket: AbortSignal,
  cutting: Cutting,
): Promise<FoundCut | null> {
  own.setState({ refused: null, cutting: 0 });
  const ended = () => own.setState({ cutting: null });
  ticket.addEventListener('abort', ended, { once: true });
  const wanted = () => !ticket.aborted && own.getState().work?.image === image;
  const onPart = (part: number) => {
    if (wanted()) own.setState({ cutting: part });
  };
  const { value, refused } = await cutting
    .recut({ image, ...how }, { signal: ticket, onPart })
    .catch((error: unknown): Or<FoundCut> | { value: null; refused: Refusal } => ({
      value: null,
      refused: died(error),
    }));
  if (!ticket.aborted) ended();
  if (!wanted()) return null;
  if (refused) own.setState({ refused: { name, why: refused } });
  return value;
}
