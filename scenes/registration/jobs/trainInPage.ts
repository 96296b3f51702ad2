import { decodeMaps, encodeMaps } from '../../../src/registration/do/maps.ts';
import { isComplete, type DoModel, type DoTraining } from '../../../src/registration/do/types.ts';
import { openCoresCrew } from '../../../src/jobs/crew/page.ts';
import { loadMaps, mapsKey, saveMaps } from './mapStore.ts';
import { trainDo, type TrainProgress } from '../../../src/jobs/trainDo.ts';

export interface TrainOptions {
  readonly onProgress?: ((progress: TrainProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Hears once when this browser keeps no checkpoints (private windows, storage denied): the training goes on. */
  readonly onUnsaved?: ((error: unknown) => void) | undefined;
}

/** The command line's training on Web Workers, with its checkpoints and its result kept in IndexedDB. */
export async function trainInPage(
  training: DoTraining,
  model: DoModel,
  { onProgress = () => undefined, signal = new AbortController().signal, onUnsaved = () => undefined }: TrainOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const key = mapsKey(training, model);
  const { name, checksum } = model;
  let kept = true;
  const unsaved = (error: unknown) => {
    if (kept) onUnsaved(error);
    kept = false;
  };
  const keep = (bytes: Uint8Array<ArrayBuffer>, complete: boolean) =>
    saveMaps({ key, model: name, checksum, savedAt: Date.now(), complete, bytes }).catch(unsaved);

  const before = await loadMaps(key).catch(unsaved);
  const resume = before ? decodeMaps(before.bytes) : null;
  if (before && resume && isComplete(resume)) {
    await keep(before.bytes, true);
    return before.bytes;
  }
  const crew = await openCoresCrew();
  // One write after another, so that an older checkpoint never replaces a newer one.
  let writing: Promise<unknown> = Promise.resolve();
  try {
    const maps = await trainDo(training, model, crew, {
      onProgress,
      stop: signal,
      resume,
      onCheckpoint: (partial) => {
        const bytes = encodeMaps(partial);
        writing = writing.then(() => keep(bytes, false));
      },
    });
    const bytes = encodeMaps(maps);
    await writing;
    await keep(bytes, true);
    return bytes;
  } finally {
    crew.close();
    await writing;
  }
}
