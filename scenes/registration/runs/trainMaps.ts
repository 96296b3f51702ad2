import type { Stores } from './session.ts';
import type { RegistrationJobs } from '../jobs/client.ts';
import { deleteMaps, savedMaps } from '../jobs/mapStore.ts';
import { decodeMaps } from '../../../src/registration/do/maps.ts';
import { isComplete, type DoMaps, type DoModel, type DoTraining } from '../../../src/registration/do/types.ts';
import type { KeptMaps, Training, TrainingStore } from './training.ts';

/** Each file of maps has its own id in the jobs. */
let files = 0;

/** Lets the DO panes of the maps' model use them, in place of any others. */
export function putMapsToUse({ trained }: Pick<Stores, 'trained'>, bytes: Uint8Array<ArrayBuffer>): void {
  const { checksum } = decodeMaps(bytes).model;
  const { maps } = trained.getState();
  trained.setState({ maps: { ...maps, [checksum]: { id: `maps ${++files}`, bytes } } });
}

/** Back to the maps that ship, where some do. */
export function leaveMaps({ trained }: Pick<Stores, 'trained'>, checksum: string): void {
  const { [checksum]: _, ...maps } = trained.getState().maps;
  trained.setState({ maps });
}

/** Trains, saves and uses maps for a model; they are saved as they come, so that a cancelled training goes on from there. */
export async function trainMaps(
  stores: Pick<Stores, 'trained' | 'training'>,
  jobs: RegistrationJobs,
  training: DoTraining,
  model: DoModel,
): Promise<void> {
  const store = stores.training;
  store.getState().cancel();
  const controller = new AbortController();
  const { signal } = controller;
  const begin = performance.now();
  const say = (patch: Partial<Training>) => {
    store.setState({ ...patch, seconds: (performance.now() - begin) / 1000 });
  };
  const cancel = () => controller.abort();
  say({ outcome: 'running', progress: null, failure: null, unsaved: false, cancel });
  try {
    const bytes = await jobs.train(training, model, {
      signal,
      onProgress: (progress) => {
        if (!signal.aborted) say({ progress });
      },
      onUnsaved: () => say({ unsaved: true }),
    });
    putMapsToUse(stores, bytes);
    say({ outcome: 'done' });
  } catch (error) {
    const stopped = signal.aborted || (error instanceof DOMException && error.name === 'AbortError');
    // Another training may have taken its place.
    if (store.getState().cancel === cancel) {
      say(stopped ? { outcome: 'cancelled' } : { outcome: 'failed', failure: messageOf(error) });
    }
  }
  await lookForMaps(store);
}

/** Reads what this browser keeps. */
export async function lookForMaps(store: TrainingStore): Promise<void> {
  try {
    const kept = (await savedMaps()).flatMap(({ key, bytes }): KeptMaps[] => {
      const maps = read(bytes);
      return maps ? [{ key, maps, bytes }] : [];
    });
    store.setState({ kept });
  } catch {
    store.setState({ kept: [], unsaved: true });
  }
}

/** An older version's file is none that can be used. */
function read(bytes: Uint8Array): DoMaps | null {
  try {
    return decodeMaps(bytes);
  } catch {
    return null;
  }
}

export async function dropKept(store: TrainingStore, { key }: KeptMaps): Promise<void> {
  await deleteMaps(key);
  await lookForMaps(store);
}

/** How many maps are there of how many, and whether that is all. */
export const doneOf = (maps: DoMaps) => ({ done: maps.maps.length, of: maps.training.maps, whole: isComplete(maps) });

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
