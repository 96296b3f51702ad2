import type { Points } from '../../clouds/types.ts';
import { readBank } from './bank.ts';
import { neighbourPoints, retrieve, type Neighbour } from './retrieve.ts';
import type { Picture } from '../types.ts';

/** The training shape whose mask is most like a picture's, mirrored ones too. */
export interface Found extends Neighbour {
  /** Its even-numbered 1,024 points in the viewer's frame, mirrored where the mask was. */
  readonly points: Points;
}

export type LookUp = (picture: Picture) => Found;

/** @param bytes of bank.bin. Throws AssetError; the look-up itself throws CutoutError where a mask is empty or tiny. */
export function lookUpIn(bytes: Uint8Array): LookUp {
  const bank = readBank(bytes);
  return (picture) => {
    const neighbour = retrieve(bank, picture);
    return { ...neighbour, points: neighbourPoints(neighbour) };
  };
}
