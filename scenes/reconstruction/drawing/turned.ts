import type { Points } from '../../../src/clouds/types.ts';

/** Dots as they are seen: x right and y down in parts of the picture's edge about its middle, z to the viewer, in edges of the object; and how large each is. */
export interface SeenDots {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly z: Float32Array;
  readonly radius: Float32Array;
  /** From the farthest on. */
  readonly order: Uint32Array;
  /** 0 … 1: how deep each lies behind what is beside it. */
  readonly shade: Float32Array;
}

interface Look {
  /** Radians about the object's upright axis. */
  readonly turn: number;
  /** How far the viewer stood above it, radians: so far the frame's up leans. */
  readonly rise: number;
  /** Of the picture's edge for an edge of the object. */
  readonly scale: number;
  readonly centre: readonly [x: number, y: number, z: number];
  /** Of a dot, edges of the object; its share that is there (it grows). */
  readonly dot: number;
}

/** Edges of the object between its middle and the eye. */
const DISTANCE = 3.2;

/** Points as the viewer sees them, who goes about their upright axis. `grown`: 0 … 1, of each dot. */
export function seenDots(points: Points, grown: (i: number) => number, look: Look): SeenDots {
  const count = points.length / 3;
  const [x, y, z, radius] = Array.from({ length: 4 }, () => new Float32Array(count)) as [
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  const { turn, rise, scale, centre, dot } = look;
  const [cos, sin, up, lean] = [Math.cos(turn), Math.sin(turn), Math.cos(rise), Math.sin(rise)];
  for (let i = 0; i < count; i++) {
    const [px, py, pz] = [0, 1, 2].map((k) => points[3 * i + k]! - centre[k]!) as [number, number, number];
    // Upright, turned, and seen from the viewer's height again.
    const [high, deep] = [py * up + pz * lean, pz * up - py * lean];
    const [right, near] = [px * cos + deep * sin, deep * cos - px * sin];
    const depth = near * up + high * lean;
    const size = (scale * DISTANCE) / (DISTANCE - depth);
    x[i] = size * right;
    y[i] = -size * (high * up - near * lean);
    z[i] = depth;
    radius[i] = size * dot * grown(i);
  }
  const order = Uint32Array.from({ length: count }, (_, i) => i).sort((a, b) => z[a]! - z[b]!);
  return { x, y, z, radius, order, shade: shaded(x, y, z, count) };
}

/** Cells an edge in which the nearest depth is noted. */
const CELLS = 56;
/** Edges of the object: what lies so far behind its neighbourhood is quite dark. */
const DEEP = 0.35;

/** Eye-dome lighting, coarsely: what has something nearer beside it is darker. */
function shaded(x: Float32Array, y: Float32Array, z: Float32Array, count: number): Float32Array {
  const nearest = new Float32Array((CELLS + 2) ** 2).fill(-Infinity);
  const cell = (value: number) => 1 + Math.min(CELLS - 1, Math.max(0, Math.floor((value + 0.5) * CELLS)));
  const cellOf = (i: number) => cell(y[i]!) * (CELLS + 2) + cell(x[i]!);
  for (let i = 0; i < count; i++) nearest[cellOf(i)] = Math.max(nearest[cellOf(i)]!, z[i]!);
  const around = [-CELLS - 3, -CELLS - 2, -CELLS - 1, -1, 0, 1, CELLS + 1, CELLS + 2, CELLS + 3];
  return Float32Array.from({ length: count }, (_, i) => {
    let sum = 0;
    for (const step of around) sum += Math.min(DEEP, Math.max(0, nearest[cellOf(i) + step]! - z[i]!));
    return Math.min(1, (2 * sum) / (DEEP * around.length));
  });
}
