import type { Box2 } from '../../reconstruction/crop.ts';
import { readNumbers } from '../../state/urlNumbers.ts';
import { Refusal } from '../refusal.ts';

/** `x,y,w,h` in shares of a picture, or in its pixels where one of them is above 1; the part of it within the picture. Throws Refusal. */
export function boxOf(text: string): (width: number, height: number) => Box2 {
  const numbers = readNumbers(text, 4);
  const [x = 0, y = 0, w = 0, h = 0] = numbers ?? [];
  if (!(w > 0 && h > 0)) {
    throw new Refusal(
      `--box must be left,top,width,height with a width and a height above 0, as in --box 0.2,0.1,0.6,0.8, not "${text}"`,
    );
  }
  const shares = [x, y, w, h].every((value) => value <= 1);
  return (width, height) => {
    const [across, down] = shares ? [width, height] : [1, 1];
    const left = Math.max(0, x * across);
    const top = Math.max(0, y * down);
    const right = Math.min(width, (x + w) * across);
    const bottom = Math.min(height, (y + h) * down);
    if (right <= left || bottom <= top) {
      throw new Refusal(`--box ${text} lies beside the picture, which has ${width} × ${height} pixels`);
    }
    return { left, top, right, bottom };
  };
}
