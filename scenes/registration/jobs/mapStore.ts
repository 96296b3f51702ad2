import { createStore, del, entries, get, set, type UseStore } from 'idb-keyval';
import type { DoModel, DoTraining } from '../../../src/registration/do/types.ts';

/** Trained maps as this browser keeps them. */
export interface SavedMaps {
  readonly key: string;
  /** The model's name, as it was read. */
  readonly model: string;
  /** sha-256 of the model's file, hex. */
  readonly checksum: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  /** False for a checkpoint: training it again goes on from there. */
  readonly complete: boolean;
  /** The map file. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

let opened: UseStore | null = null;
const store = (): UseStore => (opened ??= createStore('koubai-registration', 'maps'));

/** One training of one model: a function of both, so that the same work is found again. */
export function mapsKey(training: DoTraining, model: Pick<DoModel, 'checksum'>): string {
  return `${model.checksum} ${JSON.stringify(training)}`;
}

/** The newest first. Rejects where the browser keeps nothing (private windows, storage denied). */
export async function savedMaps(): Promise<readonly SavedMaps[]> {
  const all = (await entries<string, SavedMaps>(store())).map(([, saved]) => saved);
  return all.sort((a, b) => b.savedAt - a.savedAt);
}

export const loadMaps = (key: string): Promise<SavedMaps | undefined> => get<SavedMaps>(key, store());
export const saveMaps = (saved: SavedMaps): Promise<void> => set(saved.key, saved, store());
export const deleteMaps = (key: string): Promise<void> => del(key, store());
