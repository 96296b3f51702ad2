import { createStore, type StoreApi } from 'zustand/vanilla';
import { noEditing, type Editing, type OwnPicture } from './input/work.ts';
import type { Fetching } from './jobs/api.ts';

/** What no link holds. */
export interface Kept extends Editing {
  /** It stays in this page. */
  readonly picture: OwnPicture | null;
  /** A file that is being fetched for the network. */
  readonly fetching: Fetching | null;
}

export type Own = StoreApi<Kept>;

export const createOwn = (): Own => createStore<Kept>(() => ({ ...noEditing, picture: null, fetching: null }));
