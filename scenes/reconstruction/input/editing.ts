import { doing, edited, redoing, undoing, type Edit, type History } from '../../../src/reconstruction/cutout/edits.ts';
import { coloursOf } from '../../../src/reconstruction/pictureColours.ts';
import type { Mask } from '../../../src/reconstruction/cutout/types.ts';
import type { SceneSession } from '../model.ts';
import { putOwn } from '../picture/choose.ts';
import { withdraw } from './tickets.ts';
import { workOf, type Work } from './work.ts';

let shownSoFar = 0;

/** Takes in hand what `workOf` made; what can be shown to the network is what the scene shows from then on. */
export function putWork(session: SceneSession, work: Work): void {
  session.own.setState({ work, refused: null });
  if (!work.shown) return;
  const { picture, crop } = work.shown;
  const colours = coloursOf(work.image, work.mask, crop);
  putOwn(session, { id: String(++shownSoFar), name: work.name, picture, colours });
  // The toys of the losses are about no picture.
  if (session.store.get().state.view === 'losses') session.store.begin({ view: undefined });
}

/** Another stroke, fill or clearing. */
export function addEdit(session: SceneSession, edit: Edit): void {
  const { work } = session.own.getState();
  if (!work) return;
  const mask = edited(work.mask, [edit]);
  if (mask !== work.mask) putWork(session, workOf({ ...work, mask, history: doing(work.history, edit) }));
}

export const undoEdit = (session: SceneSession): void => move(session, undoing);
export const redoEdit = (session: SceneSession): void => move(session, redoing);

function move(session: SceneSession, by: (history: History<Edit>) => History<Edit>): void {
  const { work } = session.own.getState();
  if (!work) return;
  const history = by(work.history);
  if (history.done.length === work.history.done.length) return;
  putWork(session, workOf({ ...work, history, mask: edited(work.base, history.done) }));
}

/** Another base under the same edits; a box that was drawn was another base, too, and goes with what came before it. */
export function putBase(
  session: SceneSession,
  base: Mask,
  said: Pick<Work, 'from' | 'looseness' | 'doubts' | 'remarks' | 'box'>,
): void {
  const { work } = session.own.getState();
  if (!work) return;
  const done = work.history.done.slice(work.history.done.findLastIndex(({ mode }) => mode === 'box') + 1);
  putWork(session, workOf({ ...work, ...said, base, history: { ...work.history, done }, mask: edited(base, done) }));
}

export function openEditor({ store, own }: SceneSession): void {
  const { open, work, picture: brought, other } = own.getState();
  if (!open) {
    const { picture, category, seed, drawing } = store.get().state;
    const which = {
      ...(picture === 'shape' && { category, seed }),
      ...(drawing !== null && { drawing }),
    };
    own.setState({ before: { work, picture: brought, other, shown: { picture, ...which } } });
  }
  own.setState({ open: true, refused: null });
}

/** Closes the editor; the scene goes on with what was made in it. */
export function closeEditor(session: SceneSession): void {
  withdraw(session);
  session.own.setState({ open: false });
}

/** Closes the editor; the scene shows again what it showed before. */
export function leaveEditor(session: SceneSession): void {
  closeEditor(session);
  const { own, store } = session;
  const { before, picture } = own.getState();
  if (!before) return;
  own.setState({ work: before.work, refused: null });
  if (picture === before.picture) return;
  own.setState({ picture: before.picture, other: before.other });
  store.begin({ category: undefined, seed: undefined, ...before.shown, camera: undefined });
}
