import { maskBox, type Crop } from '../crop.ts';
import { CAMERA_DISTANCE } from '../render.ts';
import { PICTURE_SIZE } from '../types.ts';

/** A pixel that the object covers by a quarter is the object's: what is beside it moves there. */
const OBJECT = 64;
/** Where the object covers anything at all, a point may stay. */
const TOUCHED = 1;
/** Part of the points, at each side of their box, that may be strays: the picture's own box is taken to be that of the others. */
const STRAYS = 0.003;

/**
 * Moves the points that would be seen where the mask (64 × 64) shows nothing of the object to the nearest pixel of it, along the picture's plane: their depth stays. In place, for all `clouds`
 * together.
 *
 * The picture is a perspective one on the object's tight crop, so it tells neither the object's size nor its place. Both are taken from the answer: the crop that makes the box of its points
 * the mask's.
 */
export function pullOnto(mask: Uint8Array, clouds: readonly Float64Array[]): void {
  const crop = cropOf(clouds, mask);
  if (!crop) return;
  const pixels = Int32Array.from(mask.keys()).filter((i) => mask[i]! >= OBJECT);
  for (const points of clouds) {
    for (let i = 0; i < points.length; i += 3) {
      const depth = CAMERA_DISTANCE - points[i + 2]!;
      const x = (crop.scale * points[i]!) / depth + crop.x;
      const y = (-crop.scale * points[i + 1]!) / depth + crop.y;
      if (covers(mask, x, y)) continue;
      const nearest = nearestOf(pixels, x, y);
      const left = nearest % PICTURE_SIZE;
      const top = (nearest - left) / PICTURE_SIZE;
      points[i] = ((within(x, left) - crop.x) * depth) / crop.scale;
      points[i + 1] = (-(within(y, top) - crop.y) * depth) / crop.scale;
    }
  }
}

/** From the points' plane at distance 1 (y down) to the picture's pixels; null where there is nothing to go by. */
function cropOf(clouds: readonly Float64Array[], mask: Uint8Array): Crop | null {
  const box = maskBox(mask, PICTURE_SIZE, OBJECT);
  if (!box) return null;
  const [left, right] = spanOf(clouds, 0, 1);
  const [top, bottom] = spanOf(clouds, 1, -1);
  const scale = Math.max(box.right - box.left, box.bottom - box.top) / Math.max(right - left, bottom - top);
  if (!(scale > 0 && scale < Infinity)) return null;
  return {
    scale,
    x: (box.left + box.right - scale * (left + right)) / 2,
    y: (box.top + box.bottom - scale * (top + bottom)) / 2,
  };
}

/** From where to where the points reach along an axis of the plane at distance 1, strays aside. */
function spanOf(clouds: readonly Float64Array[], axis: 0 | 1, sign: 1 | -1): readonly [number, number] {
  const seen = clouds.flatMap((points) =>
    Array.from(
      { length: points.length / 3 },
      (_, i) => (sign * points[3 * i + axis]!) / (CAMERA_DISTANCE - points[3 * i + 2]!),
    ),
  );
  const sorted = Float64Array.from(seen).sort();
  const stray = Math.round(STRAYS * (sorted.length - 1));
  return [sorted[stray]!, sorted[sorted.length - 1 - stray]!];
}

function covers(mask: Uint8Array, x: number, y: number): boolean {
  const [column, row] = [Math.floor(x), Math.floor(y)];
  if (column < 0 || row < 0 || column >= PICTURE_SIZE || row >= PICTURE_SIZE) return false;
  return mask[row * PICTURE_SIZE + column]! >= TOUCHED;
}

/** Of `pixels` the one whose middle is nearest to (x, y). */
function nearestOf(pixels: Int32Array, x: number, y: number): number {
  let [nearest, least] = [0, Infinity];
  for (const pixel of pixels) {
    const column = pixel % PICTURE_SIZE;
    const dx = column + 0.5 - x;
    const dy = (pixel - column) / PICTURE_SIZE + 0.5 - y;
    const distance = dx * dx + dy * dy;
    if (distance >= least) continue;
    least = distance;
    nearest = pixel;
  }
  return nearest;
}

/** What is nearest to `value` in the pixel that begins at `from`. */
const within = (value: number, from: number): number => Math.min(Math.max(value, from), from + 1);
