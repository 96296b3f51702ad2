import type { Box } from '../math/box.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';

/** What of the page can be taken away as a picture. */
export interface Pictures {
  /**
   * The scene as it stands on screen: relief, plan and labels on the theme's paper, without the page's panels, cropped to what
   * is drawn, or to `box`. `scale`: pixels a CSS pixel. null while no scene is drawn.
   */
  readonly draw: ((scale: number, box?: Box) => HTMLCanvasElement) | null;
  /** To what it would be cropped now, CSS pixels; absent: to the same all the time. */
  readonly box?: (() => Box) | undefined;
}

/** A scene fills it when it can draw and empties it when it goes; the export reads it. */
export type PictureStore = StoreApi<Pictures>;

export function createPictureStore(): PictureStore {
  return createStore<Pictures>(() => ({ draw: null }));
}
