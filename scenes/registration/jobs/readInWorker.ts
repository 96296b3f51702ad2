import { proxy, type Remote } from 'comlink';
import { CloudError } from '../../../src/io/clouds/errors.ts';
import type { CloudFile } from '../../../src/io/clouds/types.ts';
import { askOnce } from '../../../src/jobs/asking.ts';
import { WorkerBrokenError } from '../../../src/jobs/remote.ts';
import type { ReadAnswer, ReaderApi } from './readApi.ts';

export interface ReadOptions {
  /** 0 … 1. */
  readonly onProgress?: ((fraction: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export const greetReader = (api: Remote<ReaderApi>) => api.open();

/** One file, one worker: it is ended with the signal and when it has answered. */
export async function readInWorker(
  spawn: () => Worker,
  name: string,
  file: Blob,
  { onProgress = () => undefined, signal = new AbortController().signal }: ReadOptions,
): Promise<CloudFile> {
  let done = false;
  try {
    const read = (api: Remote<ReaderApi>, heard: () => void) => {
      const say = proxy((fraction: number) => {
        heard();
        if (!done && !signal.aborted) onProgress(fraction);
      });
      return api.read(name, file, say);
    };
    const answer = await askOnce<ReaderApi, ReadAnswer>(spawn, greetReader, read, signal);
    if (answer.file) return answer.file;
    if (!answer.refused) throw new Error('the reader gave no answer');
    const { code, where, detail } = answer.refused;
    throw new CloudError(code, where, detail);
  } catch (error) {
    if (error instanceof WorkerBrokenError && !signal.aborted)
      throw new Error(`${name}: the reader died`, { cause: error });
    throw error;
  } finally {
    done = true;
  }
}
