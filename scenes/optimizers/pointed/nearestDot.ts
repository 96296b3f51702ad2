import type { RunView } from '../runs/runViews.ts';

/** An iterate of a run. */
export interface Dot {
  readonly id: string;
  readonly row: number;
}

type Pixels = readonly [x: number, y: number];

/**
 * The drawn iterate nearest to the pointer, of those up to `row` and at most `reach` pixels away; the later one where they coincide.
 * `placesOf`: where one is drawn, on the surface and on the plan; nowhere where it is not.
 */
export function nearestDot(
  runs: readonly Pick<RunView, 'id' | 'record'>[],
  row: number,
  placesOf: (x: number, y: number, f: number) => readonly Pixels[],
  [px, py]: Pixels,
  reach: number,
): Dot | null {
  let best: Dot | null = null;
  let least = reach;
  for (const { id, record } of runs) {
    const last = Math.min(Math.floor(row), record.count - 1);
    for (let i = 0; i <= last; i++) {
      for (const [x, y] of placesOf(record.x[2 * i] as number, record.x[2 * i + 1] as number, record.f[i] as number)) {
        const distance = Math.hypot(x - px, y - py);
        // Behind the eye it is nowhere.
        if (!(distance <= least)) continue;
        best = { id, row: i };
        least = distance;
      }
    }
  }
  return best;
}
