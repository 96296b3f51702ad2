import { NetFileError } from '../../io/networks/errors.ts';
import { readNpz } from '../../io/networks/npz.ts';
import { readRun } from '../../io/networks/run/read.ts';
import { isSafetensors, readSafetensors } from '../../io/networks/safetensors.ts';
import type { NetRun } from '../../io/networks/run/types.ts';
import { Refusal } from '../refusal.ts';
import { bytesOf } from '../registration/files.ts';

/** What is wrong with the file at `path` becomes one line that names it. */
export function refusing<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof NetFileError) throw new Refusal(`${path}: ${error.message}`);
    throw error;
  }
}

/** A run of `koubai train` or of the PyTorch snippet. Throws Refusal. */
export function runAt(path: string): NetRun {
  const bytes = bytesOf(path);
  return refusing(path, () => readRun(isSafetensors(bytes) ? readSafetensors(bytes) : readNpz(bytes)));
}
