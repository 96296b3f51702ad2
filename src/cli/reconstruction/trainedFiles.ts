import { existsSync } from 'node:fs';
import { AssetError } from '../../reconstruction/network/weights.ts';
import type { AssetSource } from '../../reconstruction/network/trained.ts';
import { asset } from '../assets.ts';
import { Refusal } from '../refusal.ts';
import { bytesOf } from '../registration/files.ts';

const pathOf = (name: string): string => asset(`reconstruction/${name}`);

/** The repository's trained files. Throws Refusal where one is missing. */
export const trainedFiles: AssetSource = {
  file: (name) => ({
    manifest: JSON.parse(new TextDecoder().decode(bytesOf(pathOf(`${name}.json`)))) as unknown,
    bytes: bytesOf(pathOf(`${name}.bin`)),
  }),
  bank: () => bytesOf(pathOf('bank.bin')),
};

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
