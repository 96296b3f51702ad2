import { createStore, type StoreApi } from 'zustand/vanilla';

/** How long the newest record is; null before the first one. */
export interface Recorded {
  readonly steps: number | null;
  /** Where nothing may play by itself it is shown at its end: the way there says little. */
  readonly restsAtEnd?: boolean;
}

/** A scene whose records are computed elsewhere writes it as each arrives, the clock follows it (`syncClock`). */
export type RecordedStore = StoreApi<Recorded>;

/** How much of a record that is still coming is there: steps; null: all that will be. */
export type ThereStore = StoreApi<{ readonly steps: number | null }>;

export const createThereStore = (): ThereStore =>
  createStore<{ readonly steps: number | null }>(() => ({ steps: null }));

export function createRecordedStore(): RecordedStore {
  return createStore<Recorded>(() => ({ steps: null }));
}
