/** At most so many dots stay wherever they lie, at equal steps, so that one sees how the run goes on within a knot. */
const MARKS = 20;
const LEAST_EVERY = 10;

/** Every so many of `count` dots stays whatever else. */
export function everyOf(count: number): number {
  return Math.max(LEAST_EVERY, Math.ceil(count / MARKS));
}

const CELLS = 128;
const head = new Int32Array(CELLS * CELLS);
let next = new Int32Array(0);

/**
 * Which dots of one path are drawn: both ends, every k-th, and of the rest those that are at least `diameter` pixels from any other that
 * is. `xy`: pixels, not finite where a dot is nowhere; `keep` (count) takes 1 or 0. Allocates nothing but once.
 */
export function thinDots(xy: Float64Array, count: number, diameter: number, keep: Uint8Array): void {
  if (next.length < count) next = new Int32Array(count);
  head.fill(-1);
  const cell = Math.max(diameter, 1e-3);
  // Cells wrap around: what meets in one by chance is told apart by its distance.
  const slot = (i: number, j: number) => (((j % CELLS) + CELLS) % CELLS) * CELLS + (((i % CELLS) + CELLS) % CELLS);
  const put = (k: number) => {
    keep[k] = 1;
    const at = slot(Math.floor((xy[2 * k] as number) / cell), Math.floor((xy[2 * k + 1] as number) / cell));
    next[k] = head[at] as number;
    head[at] = k;
  };
  const isFree = (k: number) => {
    const [x, y] = [xy[2 * k] as number, xy[2 * k + 1] as number];
    const [i, j] = [Math.floor(x / cell), Math.floor(y / cell)];
    for (let dj = -1; dj <= 1; dj++) {
      for (let di = -1; di <= 1; di++) {
        for (let other = head[slot(i + di, j + dj)] as number; other >= 0; other = next[other] as number) {
          const [dx, dy] = [(xy[2 * other] as number) - x, (xy[2 * other + 1] as number) - y];
          if (dx * dx + dy * dy < diameter * diameter) return false;
        }
      }
    }
    return true;
  };
  const isSomewhere = (k: number) => Number.isFinite((xy[2 * k] as number) + (xy[2 * k + 1] as number));
  const every = everyOf(count);
  const stays = (k: number) => k === 0 || k === count - 1 || k % every === 0;
  for (let k = 0; k < count; k++) {
    keep[k] = 0;
    if (stays(k) && isSomewhere(k)) put(k);
  }
  for (let k = 0; k < count; k++) if (!stays(k) && isSomewhere(k) && isFree(k)) put(k);
}
