import type { SdmPaths } from '../../src/sdm/types.ts';
import type { Run } from './model.ts';
import { shownRange, valuesAt } from './read.ts';

export type Place = readonly [x: number, y: number, z: number];
type Edge = readonly [Place, Place];

/** World units from side to side: updates, values of x, starts. */
const [WIDTH, HEIGHT, DEPTH] = [19, 11, 10] as const;
/** So many threads of one kind are drawn at most, spread over all starts. */
export const MOST = 300;

/** The room of the picture: updates go right, x goes up, the starts stand in their order one behind the other, the least in front. */
export interface Ribbon {
  readonly maps: number;
  readonly low: number;
  readonly high: number;
  readonly front: number;
  readonly back: number;
  readonly right: (update: number) => number;
  readonly up: (x: number) => number;
  /** By where a start began. */
  readonly depth: (start: number) => number;
  readonly box: readonly Edge[];
  /** The threads are to end on the plane x = x*: its lines from start to start, and its rim. */
  readonly plane: readonly Edge[];
  readonly rim: readonly Edge[];
  /** Where the starts of the training were drawn. */
  readonly trained: readonly Edge[];
}

export function ribbonOf({ spec, record }: Run): Ribbon {
  const { maps } = spec;
  const [low, high] = shownRange({ spec });
  const begins = [record.train, record.test].flatMap((paths) => [...valuesAt(paths, 0)]).sort((a, b) => a - b);
  const ranks = new Map(begins.map((start, rank) => [start, rank / Math.max(begins.length - 1, 1)]));
  const ends = [DEPTH / 2, -DEPTH / 2] as const;
  const [front, back] = ends;
  const right = (update: number) => WIDTH * (update / maps - 0.5);
  const up = (x: number) => HEIGHT * ((x - low) / (high - low) - 0.5);
  const across = (k: number, x: number): Edge => [
    [right(k), up(x), front],
    [right(k), up(x), back],
  ];
  const level = (x: number): Edge[] => [
    across(0, x),
    across(maps, x),
    ...ends.map((z): Edge => [
      [right(0), up(x), z],
      [right(maps), up(x), z],
    ]),
  ];
  const upright = (k: number, z: number, from: number, to: number): Edge => [
    [right(k), up(from), z],
    [right(k), up(to), z],
  ];
  return {
    ...{ maps, low, high, front, back, right, up },
    depth: (start) => front - DEPTH * (ranks.get(start) ?? 0),
    box: [...level(low), ...level(high), ...[0, maps].flatMap((k) => ends.map((z) => upright(k, z, low, high)))],
    plane: Array.from({ length: Math.max(maps - 1, 0) }, (_, k) => across(k + 1, record.answer)),
    rim: level(record.answer),
    trained: ends.map((z) => upright(0, z, spec.low, spec.high)),
  };
}

/** The part of the way from `a` to `b`, within 0 … `until`, on which the value lies in low … high; null: none of it. */
export function partInside(a: number, b: number, low: number, high: number, until: number) {
  if (Number.isNaN(b - a)) return null;
  if (a === b) return a >= low && a <= high ? ([0, until] as const) : null;
  const [p, q] = [(low - a) / (b - a), (high - a) / (b - a)];
  const [from, to] = [Math.max(Math.min(p, q), 0), Math.min(Math.max(p, q), until)];
  return from < to ? ([from, to] as const) : null;
}

/** The threads of `paths`, update after update, so that whole updates are whole blocks of lines. */
export function threadsOf({ maps, low, high, right, up, depth }: Ribbon, { starts, x }: SdmPaths) {
  const count = Math.min(starts, MOST);
  const drawn = Array.from({ length: count }, (_, j) => Math.floor((j * starts) / count) * (maps + 1));
  const depths = drawn.map((first) => depth(x[first]!));
  // That it leaves, and on which side, is all there is to see.
  const far = 1e6 * (high - low);
  const within = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most);
  const valueOf = (j: number, k: number) => within(x[drawn[j]! + Math.min(k, maps)]!, -far, far);
  /** As many updates as are written whole. */
  let whole = 0;
  return {
    ...{ count, maps },
    /** Writes the lines up to `row` (fractional while an update is under way), those that are new; returns how many there are. */
    write(row: number, from: Float32Array, to: Float32Array): number {
      const last = Math.ceil(row);
      for (let k = Math.min(whole, Math.floor(row)); k < last; k++) {
        for (let j = 0; j < count; j++) {
          const [a, b] = [valueOf(j, k), valueOf(j, k + 1)];
          const part = partInside(a, b, low, high, Math.min(row - k, 1));
          [from, to].forEach((ends, i) => {
            const u = part?.[i as 0 | 1] ?? 0;
            ends.set(part ? [right(k + u), up(a + u * (b - a)), depths[j]!] : [0, 0, 0], 3 * (k * count + j));
          });
        }
      }
      whole = Math.floor(row);
      return last * count;
    },
    /** Where the heads are, flat; at the edge of the picture where a start has left it. */
    headsAt(row: number, out = new Float64Array(3 * count)): Float64Array<ArrayBuffer> {
      const k = Math.floor(row);
      for (let j = 0; j < count; j++) {
        const a = valueOf(j, k);
        const now = a + (row - k) * (valueOf(j, k + 1) - a);
        out.set([right(row), up(Number.isNaN(now) ? high : within(now, low, high)), depths[j]!], 3 * j);
      }
      return out;
    },
  };
}
