import type { NudgeAxis } from '../../math/nudge.ts';

/** `view`: moves in the plane of the window. */
export type HandleId = NudgeAxis | 'view';

/** A handle in the gizmo's own unit, around its origin, axes as the target's. */
export interface Handle {
  readonly id: HandleId;
  /** What is drawn: segments, six numbers each. */
  readonly segments: readonly number[];
  /** What is taken hold of: points, three numbers each, close together. */
  readonly grips: readonly number[];
}

export const RING = 1;
const RING_PIECES = 72;
/** The outer part of an arrow: within the rings it would be in their way. */
const ARROW = { from: 1.1, to: 1.42, barb: 0.12, spread: 0.055 } as const;
const BALL = 0.09;

type Vector = readonly [number, number, number];

/** The direction of axis k (0: x …), and the two that follow it, so that a turn about it takes the first into the second. */
const along = (k: number, first: number, second: number, third: number): Vector => {
  const out: [number, number, number] = [0, 0, 0];
  out[k % 3] = first;
  out[(k + 1) % 3] = second;
  out[(k + 2) % 3] = third;
  return out;
};

/** The place at `angleRad` on the ring of axis k: growing angles turn right-handed about the axis. */
export function onRing(k: number, angleRad: number, radius = RING): Vector {
  return along(k, 0, radius * Math.cos(angleRad), radius * Math.sin(angleRad));
}

function ring(k: number, radius: number): { readonly segments: number[]; readonly grips: number[] } {
  const segments: number[] = [];
  const grips: number[] = [];
  for (let i = 0; i < RING_PIECES; i++) {
    const [a, b] = [i, i + 1].map((j) => onRing(k, (2 * Math.PI * j) / RING_PIECES, radius)) as [Vector, Vector];
    segments.push(...a, ...b);
    grips.push(...a);
  }
  return { segments, grips };
}

/** Both ends of an axis, so that one of them always points away from the picture's depth. */
function arrows(k: number): { readonly segments: number[]; readonly grips: number[] } {
  const segments: number[] = [];
  const grips: number[] = [];
  for (const sign of [1, -1]) {
    const tip = along(k, sign * ARROW.to, 0, 0);
    segments.push(...along(k, sign * ARROW.from, 0, 0), ...tip);
    for (const [u, v] of [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ] as const) {
      segments.push(...tip, ...along(k, sign * (ARROW.to - ARROW.barb), u * ARROW.spread, v * ARROW.spread));
    }
    for (const u of [0, 0.25, 0.5, 0.75, 1]) {
      grips.push(...along(k, sign * (ARROW.from + u * (ARROW.to - ARROW.from)), 0, 0));
    }
  }
  return { segments, grips };
}

const AXES = ['x', 'y', 'z'] as const;

/** Three rings that turn, three axes with arrows and a ball that move. */
export const handles: readonly Handle[] = [
  ...AXES.map((axis, k): Handle => ({ id: `r${axis}`, ...ring(k, RING) })),
  ...AXES.map((axis, k): Handle => ({ id: `t${axis}`, ...arrows(k) })),
  { id: 'view', segments: AXES.flatMap((_, k) => ring(k, BALL).segments), grips: [0, 0, 0] },
];

/** 0, 1, 2 for a handle's axis. */
export const axisOf = (id: NudgeAxis) => AXES.indexOf(id[1] as (typeof AXES)[number]);
