import { proxy } from 'comlink';
import { CloudError } from '../../io/clouds/errors.ts';
import type { CloudFile } from '../../io/clouds/types.ts';
import { abortError } from '../newestWins.ts';
import { openWorker, WorkerBrokenError } from '../remote.ts';
import type { ReaderApi } from './readApi.ts';

export interface ReadOptions {
  /** 0 … 1. */
  readonly onProgress?: ((fraction: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** One file, one worker: it is ended with the signal and when it has answered. */
export async function readInWorker(
  spawn: () => Worker,
  name: string,
  file: Blob,
  { onProgress = () => undefined, signal = new AbortController().signal }: ReadOptions,
): Promise<CloudFile> {
  const done = new AbortController();
  const aborted = new Promise<never>((_, reject) => {
    const abort = () => reject(abortError('aborted'));
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true, signal: done.signal });
  });
  const read = async () => {
    const { api, alive } = await openWorker<ReaderApi>(spawn, (api) => api.open(), done.signal);
    const answer = await alive(
      api.read(
        name,
        file,
        proxy((fraction: number) => {
          if (!done.signal.aborted) onProgress(fraction);
        }),
      ),
    );
    if (answer.file) return answer.file;
    if (!answer.refused) throw new Error('the reader gave no answer');
    const { code, where, detail } = answer.refused;
    throw new CloudError(code, where, detail);
  };
  try {
    return await Promise.race([read(), aborted]);
  } catch (error) {
    if (error instanceof WorkerBrokenError && !signal.aborted)
      throw new Error(`${name}: the reader died`, { cause: error });
    throw error;
  } finally {
    done.abort();
  }
}
