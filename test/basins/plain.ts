/*
 * What basin maps are held against: SGD on Himmelblau's function as one writes it by hand, in doubles, sharing nothing with the project.
 */

/** Where it ends from the centres of size × size cells over [−6, 6]², row by row from below. */
export interface PlainMap {
  /** size² × 2 */
  readonly ends: Float64Array;
  /** Updates until the path no longer leaves the disc of 1e-3 about where it then is: size². */
  readonly rests: Uint16Array;
  /** Which of `plainMinima` lies within 1e-3 of the end; 255: none. */
  readonly labels: Uint8Array;
}

/** Lowest first, and from left to right: they all have f = 0. Of Himmelblau's own equations by Newton's method in 30 digits, rounded. */
export const plainMinima = [
  [-3.779310253377747, -3.283185991286169],
  [-2.805118086952745, 3.131312518250573],
  [3, 2],
  [3.584428340330492, -1.848126526964404],
] as const;

export function plainBasins(size: number, steps: number, lr: number): PlainMap {
  const ends = new Float64Array(2 * size * size);
  const rests = new Uint16Array(size * size);
  const labels = new Uint8Array(size * size).fill(255);
  for (let cell = 0; cell < size * size; cell++) {
    let x = -6 + (((cell % size) + 0.5) * 12) / size;
    let y = -6 + ((Math.floor(cell / size) + 0.5) * 12) / size;
    let atX = x;
    let atY = y;
    let rest = 0;
    for (let t = 1; t <= steps; t++) {
      const a = x * x + y - 11;
      const b = x + y * y - 7;
      x -= lr * (4 * x * a + 2 * b);
      y -= lr * (2 * a + 4 * y * b);
      const [dx, dy] = [x - atX, y - atY];
      if (dx * dx + dy * dy > 1e-6) {
        atX = x;
        atY = y;
        rest = t;
      }
    }
    ends[2 * cell] = x;
    ends[2 * cell + 1] = y;
    rests[cell] = rest;
    plainMinima.forEach(([mx, my], k) => {
      if ((x - mx) ** 2 + (y - my) ** 2 <= 1e-6) labels[cell] = k;
    });
  }
  return { ends, rests, labels };
}
