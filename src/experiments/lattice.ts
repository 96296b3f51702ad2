import { objectiveOf, type Objective } from '../surfaces/objective.ts';
import type { Domain, Point2 } from '../surfaces/types.ts';

/** Samples a side. */
const SIDE = 41;
/** Beyond it float32, in which surfaces are drawn and swarms computed, runs out of room: the same bound as a run's divergence. */
const TALLEST = 1e30;

interface Sample {
  readonly at: Point2;
  readonly f: number;
}

/** f on a SIDE × SIDE lattice over the domain where it is a drawable number, lowest first. */
export function samplesOf(objective: Objective, [x0, x1, y0, y1]: Domain): readonly Sample[] {
  const samples: Sample[] = [];
  for (let j = 0; j < SIDE; j++) {
    for (let i = 0; i < SIDE; i++) {
      const at = [x0 + (i / (SIDE - 1)) * (x1 - x0), y0 + (j / (SIDE - 1)) * (y1 - y0)] as const;
      const f = objective.value(...at);
      if (Math.abs(f) <= TALLEST) samples.push({ at, f });
    }
  }
  return samples.sort((a, b) => a.f - b.f);
}

/** Whether f is a drawable number anywhere on the lattice: else there would be nothing to see. */
export function isSomewhereFinite(formula: string, domain: Domain): boolean {
  return samplesOf(objectiveOf(formula, {}), domain).length > 0;
}

/** The 80th percentile, so that a single pole or a steep corner does not flatten all the rest. */
export function cutOf(samples: readonly Sample[]): number {
  const lowest = samples[0]?.f ?? 0;
  const highest = samples[samples.length - 1]?.f ?? 1;
  const cut = samples[Math.floor(samples.length * 0.8)]?.f ?? 1;
  if (cut > lowest) return cut;
  return highest > lowest ? highest : lowest + Math.max(1, Math.abs(lowest));
}

/** A fifth of the way in from the left, seven tenths up; where no path can begin there, the nearest sample from which one can. */
export function startOf(
  samples: readonly Sample[],
  cut: number,
  objective: Objective,
  [x0, x1, y0, y1]: Domain,
): Point2 {
  const wish: Point2 = [short(x0 + 0.2 * (x1 - x0)), short(y0 + 0.7 * (y1 - y0))];
  const sample = new Float64Array(3);
  const serves = ([x, y]: Point2) => {
    objective.evaluate(x, y, sample);
    return Math.abs(sample[0]!) <= TALLEST && sample[0]! <= cut && Number.isFinite(sample[1]! + sample[2]!);
  };
  if (serves(wish)) return wish;
  const distance = ({ at: [x, y] }: Sample) => Math.hypot((x - wish[0]) / (x1 - x0), (y - wish[1]) / (y1 - y0));
  const inside = samples.filter(({ at: [x, y] }) => x > x0 && x < x1 && y > y0 && y < y1);
  const nearest = [...inside]
    .sort((a, b) => distance(a) - distance(b))
    .map(({ at: [x, y] }): Point2 => [short(x), short(y)]);
  return nearest.find(serves) ?? wish;
}

/** Without the last digits, which only say that 0.2 is no binary fraction: the panel shows a start in full. */
function short(value: number): number {
  return Number(value.toPrecision(10));
}
