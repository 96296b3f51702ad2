import { CutoutError } from '../../../src/reconstruction/cutout/refusals.ts';
import { partsOf } from '../../../src/reconstruction/cutout/parts.ts';
import { maskBox } from '../../../src/reconstruction/crop.ts';
import { DrawingError } from '../../../src/reconstruction/drawing/refusals.ts';
import { pictureOfSilhouette, silhouetteOf } from '../../../src/reconstruction/drawing/silhouette.ts';
import { writeDrawing } from '../../../src/reconstruction/drawing/text.ts';
import { OBJECT_FROM, type Mask } from '../../../src/reconstruction/cutout/types.ts';
import type { Picture } from '../../../src/reconstruction/types.ts';

/** What keeps a drawing from being an answer's picture. */
export type Lack = 'blank' | 'small' | 'thin';

/** What the network sees of a drawing; null with what it lacks. */
export type Sight =
  { readonly picture: Picture; readonly lack: null } | { readonly picture: null; readonly lack: Lack };

/** A drawing must be so long, as a part of the canvas's edge: a dab is no thing yet. */
const LEAST = 0.09;

export function sightOf(mask: Mask): Sight {
  const box = maskBox(mask.alpha, mask.width, OBJECT_FROM);
  if (!box) return { picture: null, lack: 'blank' };
  const longest = Math.max(box.right - box.left, box.bottom - box.top);
  if (longest < LEAST * mask.width) return { picture: null, lack: 'small' };
  try {
    return { picture: pictureOfSilhouette(silhouetteOf(mask)), lack: null };
  } catch (error) {
    // It is long enough: what is left of it is not.
    if (error instanceof CutoutError) return { picture: null, lack: 'thin' };
    throw error;
  }
}

/** What may be wrong with a drawing that is answered, and the numbers of the sentence that says so. */
export interface Remark {
  readonly is: 'full' | 'pieces' | 'intricate';
  readonly values: Readonly<Record<string, number>>;
}

/** From this part of its box on, a drawing that reaches every border of the canvas is a block. */
const FULL = 0.97;
/** More pieces than that are no one thing, nor are two that are this part of the whole each. */
const MOST_PIECES = 6;
const LARGE_PIECE = 0.2;

/** null: all is well. Takes some 50 ms: for when the pen rests. */
export function remarkOn(mask: Mask): Remark | null {
  const box = maskBox(mask.alpha, mask.width, OBJECT_FROM);
  if (!box) return null;
  const inside = mask.alpha.map((value) => (value >= OBJECT_FROM ? 1 : 0));
  const { sizes } = partsOf(inside, mask.width, mask.height);
  const all = sizes.reduce((sum, size) => sum + size, 0);
  const wide = box.right - box.left >= 0.98 * mask.width && box.bottom - box.top >= 0.98 * mask.height;
  if (wide && all >= FULL * mask.alpha.length) return { is: 'full', values: {} };
  const pieces = sizes.filter((size) => size > 0);
  const large = pieces.filter((size) => size >= LARGE_PIECE * all);
  if (pieces.length > MOST_PIECES || large.length > 1) return { is: 'pieces', values: { count: pieces.length } };
  return intricacyOf(mask);
}

function intricacyOf(mask: Mask): Remark | null {
  try {
    writeDrawing(silhouetteOf(mask));
    return null;
  } catch (error) {
    if (!(error instanceof DrawingError)) throw error;
    const { letters, most } = error.detail;
    return { is: 'intricate', values: { letters: Number(letters), most: Number(most) } };
  }
}
