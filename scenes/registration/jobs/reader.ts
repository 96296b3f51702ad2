import { expose, transfer } from 'comlink';
import { writeAlignedPly } from '../../../src/io/clouds/alignedPly.ts';
import { CloudError } from '../../../src/io/clouds/errors.ts';
import { readCloud } from '../../../src/io/clouds/read.ts';
import type { ReaderApi } from './readApi.ts';

/* The page's reader of cloud files: the only registration bundle that holds three's loaders. */

expose({
  open: () => undefined,
  async read(name, blob, onProgress) {
    try {
      const bytes = new Uint8Array(await blob.arrayBuffer());
      const file = await readCloud(name, bytes, { progress: onProgress });
      if (!file) throw new Error('nobody stops this reader: its worker is ended');
      const arrays = [
        file.positions,
        file.normals,
        file.rowOf,
        file.mesh?.triangles,
        ...file.fields.map((f) => f.values),
      ];
      const buffers = new Set(arrays.flatMap((array) => (array ? [array.buffer as ArrayBuffer] : [])));
      return transfer({ file, refused: null }, [...buffers]);
    } catch (error) {
      if (!(error instanceof CloudError)) throw error;
      const { code, where, detail } = error;
      return { file: null, refused: { code, where, detail } };
    }
  },
  align(file, targetFromSource) {
    const bytes = writeAlignedPly(file, targetFromSource) as Uint8Array<ArrayBuffer>;
    return transfer(bytes, [bytes.buffer]);
  },
} satisfies ReaderApi);
