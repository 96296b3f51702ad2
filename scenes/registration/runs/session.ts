import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SceneSession } from '../../../src/scene/model.ts';
import { createShown, type Shown } from '../../../src/scene/results/results.ts';
import type { table } from '../state/table.ts';
import { createBesideStore, type BesideStore } from './beside.ts';
import { createHandStore, type HandStore } from './hand.ts';
import { createOwnStore, type OwnStore } from './own.ts';
import type { Pair } from './pair.ts';
import { viewsOf, type PaneRun, type PaneView } from './paneRuns.ts';
import type { Agreement } from './truth.ts';
import { createTrainingStore, type TrainingStore } from './training.ts';

/** A map file as it is used. */
export interface MapFile {
  /** Another file has another id. */
  readonly id: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Maps that were trained or opened here, by their model's checksum: they go before those that ship. */
export interface Trained {
  readonly maps: Readonly<Record<string, MapFile>>;
}

/** What is registered, as far as it is there. */
export interface Subject {
  /** null until the data has been read. */
  readonly pair: Pair | null;
  /** Part of the data that has been read; null: nothing is being read. */
  readonly loading: number | null;
  /** Why the data could not be had. */
  readonly failure: string | null;
}

export const noSubject: Subject = { pair: null, loading: null, failure: null };

/** What no link holds. */
export interface Stores {
  readonly subject: StoreApi<Subject>;
  /** By the panes' indices. */
  readonly shown: StoreApi<Shown<PaneRun>>;
  readonly clouds: OwnStore;
  readonly trained: StoreApi<Trained>;
  readonly hand: HandStore;
  readonly beside: BesideStore;
  readonly training: TrainingStore;
  /** Of every run that was judged here and whose truth is known, by its key: what the verdict was worth. */
  readonly agreements: StoreApi<ReadonlyMap<string, Agreement>>;
}

export function openStores(): Stores {
  return {
    subject: createStore(() => noSubject),
    shown: createShown<PaneRun>(),
    clouds: createOwnStore(),
    trained: createStore<Trained>(() => ({ maps: {} })),
    hand: createHandStore(),
    beside: createBesideStore(),
    training: createTrainingStore(),
    agreements: createStore<ReadonlyMap<string, Agreement>>(() => new Map()),
  };
}

/** What every part of the registration scene shares. */
export type RegistrationSession = SceneSession<typeof table.entries, Readonly<Record<string, never>>, Stores>;

/** What each pane shows at this moment. */
export function panesNow({ store, own: { subject, shown } }: RegistrationSession): readonly PaneView[] {
  return viewsOf(store.get().state, subject.getState().pair, shown.getState());
}
