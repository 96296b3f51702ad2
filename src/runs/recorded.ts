import { createStore, type StoreApi } from 'zustand/vanilla';

/** How long the newest record is; null before the first one. */
export interface Recorded {
  readonly steps: number | null;
  /** Where nothing may play by itself it is shown at its end: the way there says little. */
  readonly restsAtEnd?: boolean;
}

/** A scene whose records are computed elsewhere writes it as each arrives, the clock follows it (`syncClock`). */
export type RecordedStore = StoreApi<Recorded>;

export function createRecordedStore(): RecordedStore {
  return createStore<Recorded>(() => ({ steps: null }));
}
