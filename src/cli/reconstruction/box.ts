import type { Box2 } from '../../reconstruction/crop.ts';
import { LEAST_OBJECT } from '../../reconstruction/cutout/toPicture.ts';
import { readNumbers } from '../../state/urlNumbers.ts';
import { Refusal } from '../refusal.ts';

/** Pixels: so far beyond the picture a box may reach by rounding alone. */
const ROUNDING = 0.5;

/** `x,y,w,h` in shares of a picture, or in its pixels where one of them is above 1, as a box in pixels within the picture. Throws Refusal. */
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
    const refused = (what: string) =>
      new Refusal(
        `--box ${text}, in ${shares ? 'shares' : 'pixels'}, ${what} the picture, which has ${width} × ${height} pixels`,
      );
    const [across, down] = shares ? [width, height] : [1, 1];
    const [left, top, right, bottom] = [x * across, y * down, (x + w) * across, (y + h) * down];
    if (right <= 0 || bottom <= 0 || left >= width || top >= height) throw refused('lies beside');
    if (Math.max(-left, -top, right - width, bottom - height) > ROUNDING) throw refused('reaches beyond');
    const longest = Math.max(right - left, bottom - top);
    if (longest < LEAST_OBJECT) throw refused(`is less than ${LEAST_OBJECT} pixels long and wide in`);
    return {
      left: Math.max(0, left),
      top: Math.max(0, top),
      right: Math.min(width, right),
      bottom: Math.min(height, bottom),
    };
  };
}
