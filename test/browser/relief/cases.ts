import { surfaces } from '../../../src/surfaces/index.ts';
import type { LinkCamera } from './camera.ts';
import type { Plan, surfacesByHand } from './reference.ts';

export type SurfaceId = keyof typeof surfacesByHand;

/** mulberry32: small, seeded, good enough to choose cameras. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Steps long enough that dots stand apart, on the map and below the cut: no event, and the picture is framed by the surface alone. */
export const plans: Readonly<Record<SurfaceId, readonly [Plan, Plan]>> = {
  bowl: [
    { rule: 'sgd', lr: 0.96, start: [-9.7, 1.4], steps: 18 },
    { rule: 'adam', lr: 0.55, start: [9.7, -1.1], steps: 18 },
  ],
  rosenbrock: [
    { rule: 'sgd', lr: 0.0021, start: [-1.1, 1.3], steps: 14 },
    { rule: 'adam', lr: 0.45, start: [-0.6, 0.2], steps: 14 },
  ],
  himmelblau: [
    { rule: 'sgd', lr: 0.021, start: [-2, -3.7], steps: 16 },
    { rule: 'adam', lr: 1.4, start: [4.9, -2.2], steps: 16 },
  ],
};

/** Two views without zoom and pan, from which what the page frames by itself follows. */
export const plainCameras: readonly [LinkCamera, LinkCamera] = [
  { azimuth: -20, elevation: 40, zoom: 1, pan: [0, 0, 0] },
  { azimuth: 75, elevation: 60, zoom: 1, pan: [0, 0, 0] },
];

/** Cameras from a seed, endlessly; the caller keeps those that have the path in the window. */
export function* camerasOf(seed: number): Generator<LinkCamera, never> {
  const random = randomOf(seed);
  const between = (low: number, high: number, digits: number) =>
    Number((low + (high - low) * random()).toFixed(digits));
  for (;;) {
    yield {
      azimuth: between(-180, 180, 1),
      elevation: between(20, 75, 1),
      zoom: between(0.7, 1.2, 2),
      pan: [between(-1, 1, 2), between(-1, 1, 2), between(-1, 1, 2)],
    };
  }
}

export interface Case {
  readonly surface: SurfaceId;
  readonly plan: Plan;
  readonly camera: LinkCamera;
  readonly exaggeration: number;
  readonly log: boolean;
}

/** What a link needs of a case, whatever its rule. */
type Linked = Omit<Case, 'plan'> & { readonly plan: Omit<Plan, 'rule'> & { readonly rule: string } };

/** The link of a picture at rest on its last step (or on `more.t`), with one path and nothing else that could be mistaken for it. */
export function linkOf(
  { surface, plan, camera, exaggeration, log }: Linked,
  more: Readonly<Record<string, string | number>> = {},
): string {
  const { azimuth, elevation, zoom, pan } = camera;
  const off = ['sgd', 'momentum', 'adagrad', 'adam'].filter((id) => id !== plan.rule).map((id) => `-${id}`);
  const fields = {
    s: surface,
    x: plan.start.join(','),
    n: plan.steps,
    h: log ? 'log' : 'linear',
    ex: exaggeration,
    plan: 0,
    swarm: 0,
    labels: 0,
    c: [azimuth, elevation, zoom, ...pan].join(','),
    t: plan.steps,
    theme: 'light',
    o: [`${plan.rule}.torch;lr:${plan.lr}`, ...off].join(','),
    ...more,
  };
  return `v=1&${Object.entries(fields)
    .map(([key, value]) => `${key}=${value}`)
    .join('&')}`;
}

export const dataOf = (surface: SurfaceId) => surfaces[surface];
