import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Picture } from '../../../src/reconstruction/types.ts';

/** A picture that the visitor brought or drew, cut out and cropped: as the network gets it. */
export interface OwnPicture {
  /** Another one, or another cut, has another id. */
  readonly id: string;
  /** The file's name, or what it is called. */
  readonly name: string;
  readonly picture: Picture;
}

/** It stays in this page: no link holds it. */
export interface Own {
  readonly picture: OwnPicture | null;
}

export type OwnPictureStore = StoreApi<Own>;

export function createOwnPictureStore(): OwnPictureStore {
  return createStore<Own>(() => ({ picture: null }));
}
