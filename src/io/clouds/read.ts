import type { Stop } from '../../registration/types.ts';
import { assemble } from './assemble.ts';
import { CloudError } from './errors.ts';
import { formats } from './formats.ts';
import { limits } from './limits.ts';
import { saidBy, sniff, withoutMark } from './sniff.ts';
import type { CloudFile } from './types.ts';

export interface ReadOptions {
  /** Hears the part done, 0 … 1. */
  readonly progress?: (part: number) => void;
  readonly stop?: Stop;
}

/** A frame: so long may reading keep messages waiting. */
const BREATH_MS = 16;

/** Lets messages in: a stop, in a worker, comes as one. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/**
 * Reads a cloud or a mesh: PLY, PCD, OBJ, STL, and tables of numbers (XYZ, TXT, CSV, PTS). Everything is float64 from the first
 * digit on, which is why three's loaders (float32; other fields lost) are not used. Needs no DOM: meant for a worker.
 * @param name the file's; only its extension is looked at, and only to say that it lies
 * @returns null when it was stopped
 * @throws CloudError what is wrong with the file, where and what to do
 */
export async function readCloud(
  name: string,
  bytes: Uint8Array,
  { progress, stop }: ReadOptions = {},
): Promise<CloudFile | null> {
  if (bytes.length === 0) throw new CloudError('empty');
  if (bytes.length > limits.bytes) {
    throw new CloudError('too-large', null, { bytes: bytes.length, limit: limits.bytes });
  }
  const content = withoutMark(bytes);
  const said = saidBy(name);
  const format = sniff(content, said);
  const reading = formats[format].read(content);
  let breathed = performance.now();
  for (;;) {
    const step = reading.next();
    if (step.done) {
      const is = formats[format].label;
      const lies = said !== undefined && formats[said].extensions[0] !== formats[format].extensions[0];
      const notices = lies
        ? [...step.value.notices, { id: 'extension' as const, values: { said: formats[said].label, is } }]
        : step.value.notices;
      const file = assemble(name, format, { ...step.value, notices });
      progress?.(1);
      return file;
    }
    progress?.(step.value);
    if (performance.now() - breathed > BREATH_MS) {
      await breathe();
      breathed = performance.now();
    }
    if (stop?.aborted) return null;
  }
}
