import { existsSync } from 'node:fs';
import { AssetError } from '../../reconstruction/network/weights.ts';
import type { AssetSource } from '../../reconstruction/network/trained.ts';
import { asset } from '../assets.ts';
import { Refusal } from '../refusal.ts';
import { bytesOf } from '../registration/files.ts';

const pathOf = (name: string): string => asset(`reconstruction/${name}`);

/** Trained files, each by the path that its name has. Throws Refusal where one is missing. */
export const trainedBy = (path: (name: string) => string): AssetSource => ({
  file: (name) => ({
    manifest: JSON.parse(new TextDecoder().decode(bytesOf(path(`${name}.json`)))) as unknown,
    bytes: bytesOf(path(`${name}.bin`)),
  }),
  bank: () => bytesOf(path('bank.bin')),
});

/** The repository's own. */
export const trainedFiles = trainedBy(pathOf);

export const isThere = (name: 'kin' | 'many' | 'bank'): boolean => existsSync(pathOf(`${name}.bin`));

/** What is wrong with a trained file is said in one line. */
export function refusingAssets<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof AssetError) throw new Refusal(error.message);
    throw error;
  }
}
