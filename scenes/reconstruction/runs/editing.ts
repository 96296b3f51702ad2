import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ImageNotice } from '../../../src/io/images/types.ts';
import type { CutRefusal } from '../../../src/jobs/reconstruction/cutApi.ts';
import {
  doing,
  edited,
  noHistory,
  redoing,
  undoing,
  type Edit,
  type History,
} from '../../../src/reconstruction/cutout/edits.ts';
import { cutBy } from '../../../src/reconstruction/cutout/givenMask.ts';
import { CutoutError } from '../../../src/reconstruction/cutout/refusals.ts';
import { toPicture, type Shown } from '../../../src/reconstruction/cutout/toPicture.ts';
import type { Mask, RgbaImage } from '../../../src/reconstruction/cutout/types.ts';
import { putOwn, type ReconstructionSession } from './session.tsx';
import { withdraw } from './tickets.ts';

/** What the mask starts from; `hand`: from nothing. */
export type MaskFrom = 'alpha' | 'border' | 'hand';

/** The visitor's picture, how its object is cut out, and what a hand has done to that. */
export interface Work {
  readonly kind: 'file' | 'drawing';
  readonly name: string;
  readonly image: RgbaImage;
  /** It can be cut out by its transparency. */
  readonly transparent: boolean;
  readonly notices: readonly ImageNotice[];
  readonly from: MaskFrom;
  /** A factor on the tolerance of the border's colour. */
  readonly looseness: number;
  /** As cut out, before any edit. */
  readonly base: Mask;
  readonly history: History<Edit>;
  /** `base` after the edits. */
  readonly mask: Mask;
  /** What the network sees of it; null: nothing, for `refusal`. */
  readonly shown: Shown | null;
  readonly refusal: CutRefusal | null;
}

export type Refusal =
  | CutRefusal
  | { readonly of: 'page'; readonly code: PageRefusalCode; readonly detail: Readonly<Record<string, string | number>> };
export type PageRefusalCode = 'nothing-pasted' | 'no-clipboard' | 'reader-died';

export interface Editing {
  readonly work: Work | null;
  /** The drawing that was begun last: drawing goes on with it. */
  readonly drawing: Work | null;
  /** The editor is open. */
  readonly open: boolean;
  /** The file that is being read. */
  readonly reading: string | null;
  /** Why the last file was not taken. */
  readonly refused: { readonly name: string; readonly why: Refusal } | null;
}

export type EditingStore = StoreApi<Editing>;

const stores = new WeakMap<ReconstructionSession, EditingStore>();

/** One for each session; nothing of it is in a link. */
export function editingOf(session: ReconstructionSession): EditingStore {
  let store = stores.get(session);
  if (!store) {
    store = createStore<Editing>(() => ({ work: null, drawing: null, open: false, reading: null, refused: null }));
    stores.set(session, store);
  }
  return store;
}

export const emptyMask = ({ width, height }: RgbaImage): Mask => ({
  alpha: new Uint8Array(width * height),
  width,
  height,
});

let shownSoFar = 0;

/** A work, with what the network sees of it. */
export const workOf = (given: Omit<Work, 'shown' | 'refusal'>): Work => ({ ...given, ...seen(given) });

/** Takes in hand what `workOf` made; what can be shown to the network is what the scene shows from then on. */
export function putWork(session: ReconstructionSession, work: Work): void {
  editingOf(session).setState({ work, refused: null, ...(work.kind === 'drawing' && { drawing: work }) });
  if (!work.shown) return;
  putOwn(session, { id: String(++shownSoFar), name: work.name, picture: work.shown.picture });
  // The toys of the losses are about no picture.
  if (session.store.get().state.view === 'losses') session.store.begin({ view: undefined });
}

function seen({ kind, image, mask }: Pick<Work, 'kind' | 'image' | 'mask'>): Pick<Work, 'shown' | 'refusal'> {
  try {
    const cut = kind === 'drawing' ? { mask, silhouette: true } : cutBy(image, mask);
    return { shown: toPicture(image, cut), refusal: null };
  } catch (error) {
    if (!(error instanceof CutoutError)) throw error;
    return { shown: null, refusal: { of: 'cutout', code: error.code, detail: error.detail } };
  }
}

/** Another stroke, fill or clearing. */
export function addEdit(session: ReconstructionSession, edit: Edit): void {
  const { work } = editingOf(session).getState();
  if (!work) return;
  const mask = edited(work.mask, [edit]);
  if (mask !== work.mask) putWork(session, workOf({ ...work, mask, history: doing(work.history, edit) }));
}

export const undoEdit = (session: ReconstructionSession): void => move(session, undoing);
export const redoEdit = (session: ReconstructionSession): void => move(session, redoing);

function move(session: ReconstructionSession, by: (history: History<Edit>) => History<Edit>): void {
  const { work } = editingOf(session).getState();
  if (!work) return;
  const history = by(work.history);
  if (history.done.length === work.history.done.length) return;
  putWork(session, workOf({ ...work, history, mask: edited(work.base, history.done) }));
}

/** Another base under the same edits. */
export function putBase(session: ReconstructionSession, base: Mask, said: Pick<Work, 'from' | 'looseness'>): void {
  const { work } = editingOf(session).getState();
  if (work) putWork(session, workOf({ ...work, ...said, base, mask: edited(base, work.history.done) }));
}

/** Edge of the canvas for silhouettes, in pixels. */
const CANVAS = 512;

/** Opens the editor on an empty canvas, or on the drawing that was begun. */
export function startDrawing(session: ReconstructionSession, name: string): void {
  const store = editingOf(session);
  withdraw(session);
  openEditor(session);
  const begun = store.getState().drawing;
  if (begun) {
    putWork(session, begun);
    return;
  }
  const image: RgbaImage = { data: new Uint8ClampedArray(4 * CANVAS * CANVAS), width: CANVAS, height: CANVAS };
  const base = emptyMask(image);
  putWork(
    session,
    workOf({
      ...{ kind: 'drawing', name, image, transparent: false, notices: [] },
      ...{ from: 'hand', looseness: 1, base, history: noHistory, mask: base },
    }),
  );
}

type Before = Pick<Editing, 'work'> & {
  readonly own: ReturnType<ReconstructionSession['own']['getState']>;
  readonly shown: Readonly<{ picture?: string | undefined; category?: string | undefined; seed?: number | undefined }>;
};

const befores = new WeakMap<ReconstructionSession, Before>();

export function openEditor(session: ReconstructionSession): void {
  const store = editingOf(session);
  if (!store.getState().open) {
    const { picture, category, seed } = session.store.get().state;
    const shown = { picture, ...(picture === 'shape' && { category, seed }) };
    befores.set(session, { work: store.getState().work, own: session.own.getState(), shown });
  }
  store.setState({ open: true, refused: null });
}

/** Closes the editor; the scene goes on with what was made in it. */
export function closeEditor(session: ReconstructionSession): void {
  withdraw(session);
  editingOf(session).setState({ open: false });
}

/** Closes the editor; the scene shows again what it showed before. A drawing is kept for going on with it. */
export function leaveEditor(session: ReconstructionSession): void {
  closeEditor(session);
  const before = befores.get(session);
  if (!before) return;
  editingOf(session).setState({ work: before.work, refused: null });
  if (session.own.getState().picture === before.own.picture) return;
  session.own.setState(before.own);
  session.store.begin({ category: undefined, seed: undefined, ...before.shown, camera: undefined });
}
