import { useSyncExternalStore } from 'react';
import { reconstructionRules } from '../../state/reconstruction/rules.ts';
import type { ReconstructionOverrides, ReconstructionState } from '../../state/reconstruction/types.ts';
import { createSceneStore, type SceneStore } from '../../state/sceneStore.ts';
import { createRecordedStore, type RecordedStore } from '../recorded.ts';
import { createSession, useSession, type Session } from '../session.tsx';
import { createMoreStore, type MoreStore } from './more.ts';
import { createOwnPictureStore, type OwnPicture, type OwnPictureStore } from './own.ts';
import { createResultsStore, type Results, type ResultsStore } from './results.ts';

export type ReconstructionStore = SceneStore<ReconstructionOverrides, ReconstructionState>;

/** What every part of the reconstruction scene shares. */
export interface ReconstructionSession extends Session {
  readonly store: ReconstructionStore;
  readonly recorded: RecordedStore;
  readonly results: ResultsStore;
  readonly own: OwnPictureStore;
  readonly more: MoreStore;
}

export function openReconstruction(overrides: ReconstructionOverrides, framed: boolean): ReconstructionSession {
  return {
    ...createSession(createSceneStore(reconstructionRules, overrides), framed),
    recorded: createRecordedStore(),
    results: createResultsStore(),
    own: createOwnPictureStore(),
    more: createMoreStore(),
  };
}

function isReconstruction(session: Session): session is ReconstructionSession {
  return session.store.rules.id === reconstructionRules.id;
}

export function useReconstructionSession(): ReconstructionSession {
  const session = useSession();
  if (!isReconstruction(session)) throw new Error(`the scene ${session.store.rules.id} reconstructs nothing`);
  return session;
}

/** Re-renders when what `select` picks changes (Object.is): pick primitives or parts of the state, build nothing new. */
export function useReconstructionState<T>(select: (state: ReconstructionState) => T): T {
  const { store } = useReconstructionSession();
  return useSyncExternalStore(store.subscribe, () => select(store.get().state));
}

/** The same for what has been computed. */
export function useResults<T>(select: (results: Results) => T): T {
  const { results } = useReconstructionSession();
  return useSyncExternalStore(results.subscribe, () => select(results.getState()));
}

/** Takes a picture of the visitor's as the scene's picture: the experiment begins anew with it. */
export function showOwn({ store, own }: ReconstructionSession, picture: OwnPicture): void {
  own.setState({ picture });
  store.begin({ picture: 'own', category: undefined, seed: undefined, camera: undefined, card: undefined });
}

/** Takes a drawn shape, or a picture of the gallery by its id. */
export function showShape({ store }: ReconstructionSession, category: string, seed: number): void {
  store.begin({ picture: undefined, category, seed, camera: undefined, card: undefined });
}

export function showItem({ store }: ReconstructionSession, id: string): void {
  store.begin({ picture: id, category: undefined, seed: undefined, camera: undefined, card: undefined });
}
