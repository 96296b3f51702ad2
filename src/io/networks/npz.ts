import { zipSync } from 'fflate';
import { readNpy, writeNpy } from './npy.ts';
import type { Tensor, Tensors } from './tensor.ts';
import { unzipped } from './zip.ts';

/**
 * The arrays of a .npz, by their names without `.npy`; what else lies in the archive is left out.
 * @throws NetFileError
 */
export function readNpz(bytes: Uint8Array): Tensors {
  const tensors = new Map<string, Tensor>();
  for (const [file, content] of unzipped(bytes)) {
    if (!file.endsWith('.npy')) continue;
    const name = file.slice(0, -'.npy'.length);
    tensors.set(name, readNpy(content, { part: name }));
  }
  return tensors;
}

/** The oldest date that zip knows, so that the same arrays are the same bytes. In local time, as fflate reads it. */
const mtime = new Date(1980, 0, 1);

/** As numpy.savez_compressed writes it: an archive of .npy files, in the arrays' order. */
export function writeNpz(tensors: Tensors): Uint8Array<ArrayBuffer> {
  const files = Object.fromEntries(Array.from(tensors, ([name, tensor]) => [`${name}.npy`, writeNpy(tensor)]));
  return zipSync(files, { level: 6, mtime });
}
