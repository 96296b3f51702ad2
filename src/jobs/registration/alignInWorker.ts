import type { CloudFile } from '../../io/clouds/types.ts';
import type { Matrix4 } from '../../math/matrix4.ts';
import { openWorker } from '../remote.ts';
import type { ReaderApi } from './readApi.ts';

/** A whole file, moved and written as PLY, in a worker of its own: millions of rows take a second. */
export async function alignInWorker(
  spawn: () => Worker,
  file: CloudFile,
  targetFromSource: Matrix4,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const done = new AbortController();
  try {
    const ending = AbortSignal.any([signal, done.signal]);
    const { api, alive } = await openWorker<ReaderApi>(spawn, (worker) => worker.open(), ending);
    return await alive(api.align(file, targetFromSource));
  } finally {
    done.abort();
  }
}
