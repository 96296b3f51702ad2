import { CutoutError } from './refusals.ts';
import { OBJECT_FROM, type Mask, type RgbaImage } from './types.ts';

/** This share of the pixels must be see-through for transparency to be meant: some writers leave a stray pixel or a rounded corner. */
const MEANT = 0.005;

/**
 * The picture's own transparency as the mask, or null where it has none to speak of.
 * @throws CutoutError `transparent`: there is nothing to see
 */
export function alphaMask({ data, width, height }: RgbaImage): Mask | null {
  const alpha = new Uint8Array(width * height);
  let most = 0;
  let clear = 0;
  for (let i = 0; i < alpha.length; i++) {
    const a = data[4 * i + 3]!;
    alpha[i] = a;
    if (a > most) most = a;
    if (a < OBJECT_FROM) clear++;
  }
  if (most < OBJECT_FROM) throw new CutoutError('transparent');
  return clear < MEANT * alpha.length ? null : { alpha, width, height };
}
