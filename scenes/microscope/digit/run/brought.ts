import { NetFileError } from '../../../../src/io/networks/errors.ts';
import { fileBytes } from '../../../../src/io/networks/fileBytes.ts';
import type { NetRefusal } from '../own.ts';
import type { Reader } from './look.ts';
import { readerOf } from './reader.ts';

/** Networks of the reader's own by their numbers, and why those that are none are refused. */
export function createBrought() {
  const readers = new Map<number, Reader>();
  const refusals = new Map<number, NetRefusal>();
  return {
    async bring(net: number, name: string, file: Blob): Promise<void> {
      try {
        readers.set(net, readerOf(await fileBytes(name, file)));
      } catch (error) {
        if (!(error instanceof NetFileError)) throw error;
        const { code, detail, message } = error;
        refusals.set(net, { code, detail, message });
      }
    },
    reader: (net: number): Reader | null => readers.get(net) ?? null,
    refusal: (net: number): NetRefusal | null => refusals.get(net) ?? null,
    forget(net: number): void {
      readers.delete(net);
      refusals.delete(net);
    },
  };
}
