import { useSyncExternalStore } from 'react';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { registrationRules } from '../state/rules.ts';
import type { RegistrationOverrides, RegistrationState } from '../state/types.ts';
import { createSceneStore, type SceneStore } from '../../../src/state/sceneStore.ts';
import { createRecordedStore, type RecordedStore } from '../../../src/runs/recorded.ts';
import { createSession, useSession, type Session } from '../../../src/runs/session.tsx';
import { createHandStore, type HandStore } from './hand.ts';
import { createOwnStore, type OwnStore } from './own.ts';
import { createTrainingStore, type TrainingStore } from './training.ts';
import { createRunsStore, type Runs, type RunsStore } from './runs.ts';

export type RegistrationStore = SceneStore<RegistrationOverrides, RegistrationState>;

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

/** What every part of the registration scene shares. */
export interface RegistrationSession extends Session {
  readonly store: RegistrationStore;
  readonly recorded: RecordedStore;
  readonly runs: RunsStore;
  readonly own: OwnStore;
  readonly trained: StoreApi<Trained>;
  readonly hand: HandStore;
  readonly training: TrainingStore;
}

export function openRegistration(overrides: RegistrationOverrides, framed: boolean): RegistrationSession {
  return {
    ...createSession(createSceneStore(registrationRules, overrides), framed),
    recorded: createRecordedStore(),
    runs: createRunsStore(),
    own: createOwnStore(),
    trained: createStore<Trained>(() => ({ maps: {} })),
    hand: createHandStore(),
    training: createTrainingStore(),
  };
}

function isRegistration(session: Session): session is RegistrationSession {
  return session.store.rules.id === registrationRules.id;
}

export function useRegistrationSession(): RegistrationSession {
  const session = useSession();
  if (!isRegistration(session)) throw new Error(`the scene ${session.store.rules.id} registers nothing`);
  return session;
}

/** Re-renders when what `select` picks changes (Object.is): pick primitives or parts of the state, build nothing new. */
export function useRegistrationState<T>(select: (state: RegistrationState) => T): T {
  const { store } = useRegistrationSession();
  return useSyncExternalStore(store.subscribe, () => select(store.get().state));
}

/** The same for what has been computed. */
export function useRuns<T>(select: (runs: Runs) => T): T {
  const { runs } = useRegistrationSession();
  return useSyncExternalStore(runs.subscribe, () => select(runs.getState()));
}
