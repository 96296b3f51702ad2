import { useSyncExternalStore } from 'react';
import { reconstructionParams } from '../state/defaults.ts';
import { nextSeed } from '../state/nextSeed.ts';
import { reconstructionRules } from '../state/rules.ts';
import type { ReconstructionOverrides, ReconstructionState } from '../state/types.ts';
import { createSceneStore, type SceneStore } from '../../../src/state/sceneStore.ts';
import { createRecordedStore, type RecordedStore } from '../../../src/runs/recorded.ts';
import { createSession, useSession, type Session } from '../../../src/runs/session.tsx';
import { createMoreStore, type MoreStore } from './more.ts';
import { createOwnPictureStore, type OwnPicture, type OwnPictureStore } from './own.ts';
import { createResultsStore, type Results, type ResultsStore } from './results.ts';
import { withdraw } from './tickets.ts';

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

/** Takes a picture of the visitor's as the scene's picture, while files and cuts may be under way: the experiment begins anew with it. */
export function putOwn({ store, own }: ReconstructionSession, picture: OwnPicture): void {
  own.setState({ picture });
  store.begin({ picture: 'own', category: undefined, seed: undefined, camera: undefined, card: undefined });
}

/* What is chosen stays: a file or a cut that is still under way does not take its place. */

/** Takes the visitor's picture again. */
export function showOwn(session: ReconstructionSession, picture: OwnPicture): void {
  withdraw(session);
  putOwn(session, picture);
}

/** Takes a drawn shape, or a picture of the gallery by its id. */
export function showShape(session: ReconstructionSession, category: string, seed: number): void {
  withdraw(session);
  session.store.begin({ picture: undefined, category, seed, camera: undefined, card: undefined });
}

/** The next shape of the category; a question that is open is asked of it, too. */
export function anotherShape(session: ReconstructionSession): void {
  withdraw(session);
  const { category, seed } = session.store.get().state;
  const next = nextSeed(reconstructionParams.seed, seed);
  session.store.begin({ picture: undefined, category, seed: next, camera: undefined });
}

export function showItem(session: ReconstructionSession, id: string): void {
  withdraw(session);
  session.store.begin({ picture: id, category: undefined, seed: undefined, camera: undefined, card: undefined });
}
