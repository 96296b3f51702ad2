import { expose, transfer } from 'comlink';
import { ImageError } from '../../../src/io/images/errors.ts';
import { limits } from '../../../src/io/images/limits.ts';
import { readImageInPage } from '../../../src/io/images/readInPage.ts';
import { alphaMask } from '../../../src/reconstruction/cutout/alpha.ts';
import { cutByBox, cutByGuess, cutOut } from '../../../src/reconstruction/cutout/automatic.ts';
import { borderFill } from '../../../src/reconstruction/cutout/borderFill.ts';
import { cutByMask } from '../../../src/reconstruction/cutout/givenMask.ts';
import { CutoutError } from '../../../src/reconstruction/cutout/refusals.ts';
import type { CutAsk, CutRefusal, CutWorkerApi, FoundCut } from './cutApi.ts';

/* The page's reader of pictures, and what cuts their objects out. */

/** An error of ours as what can be sent; any other is none of ours. */
function refusalOf(error: unknown): CutRefusal {
  if (error instanceof ImageError) return { of: 'image', code: error.code, detail: error.detail };
  if (error instanceof CutoutError) return { of: 'cutout', code: error.code, detail: error.detail };
  throw error;
}

function find({ image, way, looseness, box }: CutAsk, onPart: (part: number) => void): FoundCut {
  const alpha = alphaMask(image);
  const transparent = alpha !== null;
  if (way === 'auto') return { ...cutOut(image), transparent };
  if (way === 'box' && box) return { ...cutByBox(image, box, onPart), transparent };
  if (way === 'box') return { ...cutByGuess(image, onPart), transparent };
  const byAlpha = way === 'alpha' ? alpha : null;
  const cut = cutByMask(image, byAlpha ?? borderFill(image, looseness).mask);
  return { ...cut, by: byAlpha ? 'alpha' : 'border', box: null, transparent };
}

expose({
  open: () => undefined,
  async read(file) {
    try {
      // Before a gigabyte is read into memory.
      if (file.size > limits.bytes) throw new ImageError('too-large', { bytes: file.size, limit: limits.bytes });
      const value = await readImageInPage(new Uint8Array(await file.arrayBuffer()));
      return transfer({ value, refused: null }, [value.image.data.buffer as ArrayBuffer]);
    } catch (error) {
      return { value: null, refused: refusalOf(error) };
    }
  },
  cut(ask, onPart) {
    try {
      return { value: find(ask, onPart), refused: null };
    } catch (error) {
      return { value: null, refused: refusalOf(error) };
    }
  },
} satisfies CutWorkerApi);
