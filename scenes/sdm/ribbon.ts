import type { Bundle } from '../../src/scene/parts/Threads.tsx';
import { shownRange, valuesAt, type SdmRun } from '../../src/sdm/reading.ts';
import type { SdmPaths } from '../../src/sdm/types.ts';
import type { Edge } from '../../src/view/clouds/Edges.tsx';

/** Half of the room, world units: updates go right, x goes up, starts stand in their order one behind the other, the least in front. */
export const HALF = [9.5, 5.5, 5] as const;
const [WIDE, TALL, DEEP] = HALF;
/** So many threads of one kind are drawn at most, spread over all starts. */
const MOST = 120;

function roomOf({ spec, record }: SdmRun) {
  const { maps } = spec;
  const [low, high] = shownRange(spec);
  const begins = [record.train, record.test].flatMap((paths) => [...valuesAt(paths, 0)]).sort((a, b) => a - b);
  const ranks = new Map(begins.map((start, rank) => [start, rank / Math.max(begins.length - 1, 1)]));
  const right = (update: number) => WIDE * ((2 * update) / maps - 1);
  const up = (x: number) => TALL * ((2 * (x - low)) / (high - low) - 1);
  const line = (k: number, x: number, z: number, k2: number, x2: number, z2: number): Edge => [
    [right(k), up(x), z],
    [right(k2), up(x2), z2],
  ];
  const across = (k: number, x: number) => line(k, x, DEEP, k, x, -DEEP);
  const sides = [DEEP, -DEEP];
  const level = (x: number) => [across(0, x), across(maps, x), ...sides.map((z) => line(0, x, z, maps, x, z))];
  const uprights = sides.flatMap((z) => [0, maps].map((k) => line(k, low, z, k, high, z)));
  const updates = Array.from({ length: maps + 1 }, (_, k) => k);
  return {
    ...{ maps, low, high, right, up },
    /** By where a start began. */
    depth: (start: number) => DEEP * (1 - 2 * (ranks.get(start) ?? 0)),
    box: [...level(low), ...level(high), ...uprights, ...updates.map((k) => across(k, record.answer))],
    /** Of the plane x = x*, on which threads are to end. */
    rim: level(record.answer),
    /** Where the starts of the training were drawn. */
    trained: sides.map((z) => line(0, spec.low, z, 0, spec.high, z)),
  };
}

type Room = ReturnType<typeof roomOf>;

/** The part of the way from `a` to `b`, within 0 … `until`, that lies in low … high; without length: none does. */
function partInside(a: number, b: number, { low, high }: Room, until: number): readonly [from: number, to: number] {
  if (a === b) return a >= low && a <= high ? [0, until] : [0, 0];
  const [p, q] = [(low - a) / (b - a), (high - a) / (b - a)];
  const [from, to] = [Math.max(Math.min(p, q), 0), Math.min(Math.max(p, q), until)];
  return from < to ? [from, to] : [0, 0];
}

/** The ways of `paths` through the room; of what has left the picture the head waits at its edge. */
function bundleOf(room: Room, { starts, x }: SdmPaths): Bundle {
  const { maps, low, high, right, up, depth } = room;
  const count = Math.min(starts, MOST);
  const firsts = Array.from({ length: count }, (_, i) => Math.floor((i * starts) / count) * (maps + 1));
  const depths = firsts.map((first) => depth(x[first]!));
  const within = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most);
  // That a start leaves, and on which side, is all there is to see.
  const far = 1e6 * (high - low);
  const valueOf = (i: number, k: number) => within(x[firsts[i]! + Math.min(k, maps)]!, -far, far);
  return {
    ...{ count, steps: maps },
    write(i, k, until, from, to, at) {
      const [a, b] = [valueOf(i, k), valueOf(i, k + 1)];
      const part = partInside(a, b, room, until);
      [from, to].forEach((out, end) => {
        const u = part[end as 0 | 1];
        // Of what is lost there is no line.
        out.set([right(k + u), up(within(a + u * (b - a), low, high)) || 0, depths[i]!], at);
      });
    },
    heads(row, out) {
      const k = Math.floor(row);
      for (let i = 0; i < count; i++) {
        const a = valueOf(i, k);
        const now = row === k ? a : a + (row - k) * (valueOf(i, k + 1) - a);
        out.set([right(row), up(Number.isNaN(now) ? high : within(now, low, high)), depths[i]!], 3 * i);
      }
    },
  };
}

/** The room and the threads in it. */
export function ribbonOf(run: SdmRun) {
  const room = roomOf(run);
  const { test, train, newton } = run.record;
  return { ...room, test: bundleOf(room, test), train: bundleOf(room, train), newton: bundleOf(room, newton) };
}

export type Ribbon = ReturnType<typeof ribbonOf>;
