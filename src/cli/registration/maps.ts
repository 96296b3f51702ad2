import { registrationMethods, type MethodId } from '../../registration/methods/index.ts';
import { decodeMaps, DoMapsError } from '../../registration/do/maps.ts';
import { isComplete, type DoMaps } from '../../registration/do/types.ts';
import { asset } from '../assets.ts';
import { Refusal } from '../refusal.ts';
import type { ReadFile } from './clouds.ts';
import { bytesOf } from './files.ts';

/** Trained maps and the file they stand in. */
export interface ReadMaps {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly maps: DoMaps;
}

/** A map file, complete. Throws Refusal. */
function readMaps(path: string): ReadMaps {
  const bytes = bytesOf(path);
  let maps: DoMaps;
  try {
    maps = decodeMaps(bytes);
  } catch (error) {
    if (error instanceof DoMapsError) throw new Refusal(`${path}: ${error.message}`);
    throw error;
  }
  if (isComplete(maps)) return { bytes, maps };
  const { length } = maps.maps;
  throw new Refusal(`${path} is a checkpoint with ${length} of ${maps.training.maps} maps: go on with train-do first`);
}

/**
 * The maps for `model` where one of `methods` needs some: those of `path`, which must be trained with that very file, else
 * the shipped ones if it is the shipped model byte for byte. Throws Refusal.
 */
export function mapsFor(model: ReadFile, path: string | undefined, methods: readonly MethodId[]): ReadMaps | null {
  const needs = methods.find((id) => registrationMethods[id].takes.includes('maps'));
  if (needs === undefined) return null;
  const read = readMaps(path ?? asset('maps/spot-do.bin'));
  const trained = read.maps.model;
  if (trained.checksum === model.checksum) return read;
  if (path === undefined) {
    throw new Refusal(
      `${needs} needs --maps trained for ${model.path} (koubai train-do ${model.path} --out FILE); ` +
        `the shipped maps are for ${trained.name} alone, byte for byte`,
    );
  }
  throw new Refusal(
    `${path} was trained with ${trained.name} (sha256 ${trained.checksum.slice(0, 12)}…), ` +
      `not with ${model.path} (sha256 ${model.checksum.slice(0, 12)}…)`,
  );
}
