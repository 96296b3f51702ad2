import type { Box2 } from '../crop.ts';
import type { RgbaImage } from './types.ts';

/** Levels within which a bar has one colour: JPEG leaves noise at its edge. */
const ALIKE = 10;
/** A bar has at least this part of the picture's edge, and a pair at most that. */
const LEAST = 0.02;
const MOST = 0.7;
/** A plain background goes on beside the object: of the row behind a bar at most this part has the bar's colour. */
const GOES_ON = 0.35;

/**
 * What is left of a picture inside letterbox bars: pairs of bands of one colour, top and bottom or left and right, behind which another picture begins all at
 * once. null: there are none.
 */
export function withoutBars(image: RgbaImage): Box2 | null {
  const { width, height } = image;
  const [top, bottom] = pairOf(image, height, width, (line, along) => line * width + along);
  const [left, right] = pairOf(image, width, height, (line, along) => along * width + line);
  return top + bottom + left + right === 0 ? null : { left, top, right: width - right, bottom: height - bottom };
}

/** Lines of the bands at both ends of an axis of `lines`; 0 0 where they are no bars. */
function pairOf(
  { data }: RgbaImage,
  lines: number,
  length: number,
  place: (line: number, along: number) => number,
): readonly [number, number] {
  const colour = 4 * place(0, 0);
  /** Of a line, the part that has the first corner's colour. */
  const alike = (line: number): number => {
    let count = 0;
    for (let along = 0; along < length; along++) {
      const at = 4 * place(line, along);
      let most = 0;
      for (let c = 0; c < 3; c++) most = Math.max(most, Math.abs(data[at + c]! - data[colour + c]!));
      if (most <= ALIKE) count++;
    }
    return count / length;
  };
  const band = (lineAt: (i: number) => number): number => {
    let thick = 0;
    while (thick < lines && alike(lineAt(thick)) === 1) thick++;
    // The bar's edge may be blurred over two lines.
    const beyond = thick + 2 < lines ? alike(lineAt(thick + 2)) : 1;
    return thick >= Math.max(2, LEAST * lines) && beyond <= GOES_ON ? thick : 0;
  };
  const first = band((i) => i);
  const last = band((i) => lines - 1 - i);
  return first > 0 && last > 0 && first + last <= MOST * lines ? [first, last] : [0, 0];
}
