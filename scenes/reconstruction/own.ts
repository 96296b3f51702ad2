import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Belongings } from '../../src/runs/belongings.ts';
import type { Sketch } from './drawing/sketch.ts';
import { noEditing, type Editing, type OwnPicture } from './input/work.ts';
import type { Fetching } from './jobs/api.ts';
import type { Held } from './kin/heldThing.ts';

/** What no link holds. */
export interface Kept extends Editing {
  /** It stays in this page. */
  readonly picture: OwnPicture | null;
  /** Beside a picture that was brought the last drawing that no link can hold; beside that drawing, the picture. */
  readonly other: OwnPicture | null;
  /** What was drawn last, for going on with it; null: nothing yet. */
  readonly sketch: Sketch | null;
  /** The drawing room is open. */
  readonly sketching: boolean;
  /** A file that is being fetched for the network. */
  readonly fetching: Fetching | null;
  /** Kept to be compared with the next. */
  readonly held: Held | null;
}

export type Own = StoreApi<Kept>;

/** What the reader brought, drew and kept to compare, while another scene is open that was sent for from here: Back finds it again. */
let remembered: Pick<Kept, Lasting | 'sketch' | 'held'> | null = null;

export function rememberOwn(own: Own): void {
  const { picture, other, work, sketch, held } = own.getState();
  remembered = { picture, other, work, sketch, held };
}

export const createOwn = (): Own =>
  createStore<Kept>(() => ({
    ...noEditing,
    picture: null,
    other: null,
    sketch: null,
    sketching: false,
    fetching: null,
    held: null,
    ...remembered,
  }));

type Lasting = 'picture' | 'other' | 'work';

/** The pictures, and what was made of them by hand, as an undo brings them back. The editor has an undo of its own. */
export function ownBelongings(own: Own): Belongings {
  let last: Pick<Kept, Lasting> | null = null;
  return {
    take() {
      const { picture, other, work } = own.getState();
      const now = { picture, other, work };
      // One object as long as nothing of it changes: undo compares by identity.
      if (last === null || (Object.keys(now) as Lasting[]).some((part) => last![part] !== now[part])) last = now;
      return last;
    },
    give: (taken) => own.setState(taken as Pick<Kept, Lasting>),
    subscribe: own.subscribe,
    busy: () => own.getState().open || own.getState().sketching,
  };
}
