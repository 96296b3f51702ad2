import { existsSync, renameSync, rmSync } from 'node:fs';
import { decodeMaps, DoMapsError, encodeMaps } from '../../registration/do/maps.ts';
import type { DoMaps } from '../../registration/do/types.ts';
import { Refusal } from '../refusal.ts';
import { bytesOf, writeBytes } from './files.ts';

/** Where a training stands when it is interrupted: FILE.part beside the file that it is to become. */
export interface Checkpoint {
  readonly path: string;
  /** null: there is none. Throws Refusal where it cannot be read. */
  read(): DoMaps | null;
  write(partial: DoMaps): void;
  remove(): void;
}

export function checkpointOf(out: string): Checkpoint {
  const path = `${out}.part`;
  return {
    path,
    read() {
      if (!existsSync(path)) return null;
      try {
        return decodeMaps(bytesOf(path));
      } catch (error) {
        if (error instanceof DoMapsError) throw new Refusal(`${path} is no checkpoint (${error.message}): remove it`);
        throw error;
      }
    },
    write: (partial) => writeWhole(path, encodeMaps(partial)),
    remove: () => rmSync(path, { force: true }),
  };
}

/** The file appears by one rename: whoever stops the program leaves the old one or the new one, never a half. Throws Refusal. */
export function writeWhole(path: string, bytes: Uint8Array): void {
  writeBytes(`${path}.tmp`, bytes);
  renameSync(`${path}.tmp`, path);
}
