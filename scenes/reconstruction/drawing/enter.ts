import { isAsideOpen, openAside, spendAside } from '../../../src/runs/aside.ts';
import { CutoutError } from '../../../src/reconstruction/cutout/refusals.ts';
import { DrawingError } from '../../../src/reconstruction/drawing/refusals.ts';
import { pictureOfSilhouette, silhouetteOf } from '../../../src/reconstruction/drawing/silhouette.ts';
import { writeDrawing } from '../../../src/reconstruction/drawing/text.ts';
import { withdraw } from '../input/tickets.ts';
import type { SceneSession } from '../model.ts';
import { putDrawing, putOwn } from '../picture/choose.ts';
import { emptySketch, sketchOf, type Sketch } from './sketch.ts';

/** As it was when the room opened, and what the room opened on: a look at the paper changes nothing. */
let opening: { readonly before: Sketch | null; readonly on: Sketch } | null = null;

/** Opens the drawing room: on the drawing that is shown, else on the one that was drawn last, else on an empty canvas. */
export function enterRoom(session: SceneSession): void {
  const { own, store, framed } = session;
  if (own.getState().sketching) return;
  withdraw(session);
  const { picture, drawing } = store.get().state;
  const shown = picture === 'drawing' ? drawing : null;
  const { sketch } = own.getState();
  const goesOn = sketch !== null && (shown === null || sketch.text === shown);
  const on = goesOn ? sketch : shown === null ? emptySketch() : sketchOf(shown);
  opening = { before: sketch, on };
  own.setState({ sketching: true, refused: null, sketch: on });
  if (framed) return;
  openAside(store, { onBack: () => leaveRoom(session), onElsewhere: () => quitRoom(session) });
}

/** Leaves the room as the browser's Back does. */
export function goBack(session: SceneSession): void {
  if (isAsideOpen(session.store)) history.back();
  else leaveRoom(session);
}

/** Closes the room: what was drawn is the scene's picture. Where that is nothing to see, the scene shows what it showed. */
export function leaveRoom(session: SceneSession): void {
  const { own } = session;
  if (!own.getState().sketching) return;
  own.setState({ sketching: false });
  const { sketch } = own.getState();
  if (!sketch) return;
  if (opening && sketch === opening.on) own.setState({ sketch: opening.before });
  // Marks that left nothing can still be taken back the next time.
  else if (!opening || !sameMask(sketch, opening.on)) keep(session, sketch);
}

/** Closes the room to look at what is on the paper, drawn now or before. */
export function lookAtIt(session: SceneSession): void {
  opening = null;
  goBack(session);
}

const sameMask = ({ mask: { alpha: a } }: Sketch, { mask: { alpha: b } }: Sketch): boolean =>
  a === b || a.every((value, i) => value === b[i]);

/** Closes the room for something else, which is shown in its place: a file that was dropped, a link that was followed. */
export function quitRoom(session: SceneSession): void {
  spendAside(session.store);
  session.own.setState({ sketching: false });
}

let keptSoFar = 0;

function keep(session: SceneSession, sketch: Sketch): void {
  const { own, store } = session;
  try {
    const silhouette = silhouetteOf(sketch.mask);
    const picture = pictureOfSilhouette(silhouette);
    const text = sketch.text ?? textOf(silhouette);
    own.setState({ sketch: { ...sketch, text } });
    if (text === null) {
      putOwn(session, { id: `drawing ${++keptSoFar}`, name: '', picture, tooIntricate: true });
    } else if (store.get().state.drawing !== text) putDrawing(session, text);
  } catch (error) {
    if (!(error instanceof CutoutError)) throw error;
  }
}

/** null: it is too intricate for a link. */
function textOf(silhouette: Uint8Array): string | null {
  try {
    return writeDrawing(silhouette);
  } catch (error) {
    if (error instanceof DrawingError) return null;
    throw error;
  }
}
