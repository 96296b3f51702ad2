import { crossings } from './sight.ts';
import { along, dot, type Eye } from './camera.ts';
import { pixelsAround, type Place, type Rgb } from './dots.ts';
import type { Picture } from './png.ts';
import type { Surface, SurfaceData, Transform, Vec3 } from './reference.ts';

/** The rules whose arrows are checked, as papers and book have them, written a second time. */
export interface ArrowPlan {
  readonly rule: 'momentum' | 'adam';
  readonly lr: number;
  readonly start: readonly [number, number];
  readonly steps: number;
}

type Pair = readonly [number, number];

export interface ArrowsByHand {
  /** Iterates 0 … `update`. */
  readonly points: readonly Pair[];
  /** From iterate `update` − 1, in units of the domain. */
  readonly gradient: Pair;
  readonly memory: Pair;
  readonly step: Pair;
}

const pairOf = (at: (k: 0 | 1) => number): Pair => [at(0), at(1)];

/**
 * Update number `update`: −η∇f, −η times the memory that it leaves (PyTorch's b ← 0.9 b + g; Adam's m ← 0.9 m + 0.1 g), and the step made
 * (x ← x − ηb; Kingma & Ba 2015, algorithm 1).
 */
export function arrowsByHand(surface: Surface, { rule, lr, start }: ArrowPlan, update: number): ArrowsByHand {
  const points: Pair[] = [start];
  let m: Pair = [0, 0];
  let v: Pair = [0, 0];
  for (let t = 1; ; t++) {
    const x = points[t - 1] as Pair;
    const g = surface.gradient(...x);
    const [m0, v0] = [m, v];
    m = pairOf((k) => 0.9 * m0[k] + (rule === 'adam' ? 0.1 : 1) * g[k]);
    v = pairOf((k) => 0.999 * v0[k] + 0.001 * g[k] ** 2);
    const step = pairOf((k) =>
      rule === 'adam' ? (-lr * (m[k] / (1 - 0.9 ** t))) / (Math.sqrt(v[k] / (1 - 0.999 ** t)) + 1e-8) : -lr * m[k],
    );
    points.push(pairOf((k) => x[k] + step[k]));
    if (t === update) return { points, step, gradient: pairOf((k) => -lr * g[k]), memory: pairOf((k) => -lr * m[k]) };
  }
}

/** An arrow's last stretch on the screen. */
export interface Tip {
  readonly place: Place;
  /** Unit vector in which the arrow points, pixels (y down). */
  readonly along: Place;
  /** Length of the whole arrow in pixels. */
  readonly length: number;
}

export interface Ground {
  readonly surface: Surface;
  readonly data: SurfaceData;
  readonly transform: Transform;
  readonly eye: Eye;
}

const placeOf = ({ surface, transform, eye }: Ground, x: number, y: number): Place =>
  eye.project(transform.world(x, y, surface.value(x, y)));

/** Where an arrow from (x, y), laid on the surface, ends on the screen. */
export function tipOf(ground: Ground, [x, y]: Pair, [dx, dy]: Pair): Tip {
  const [from, before, place] = [0, 0.95, 1].map((u) => placeOf(ground, x + u * dx, y + u * dy)) as [
    Place,
    Place,
    Place,
  ];
  const size = Math.hypot(place.x - before.x, place.y - before.y);
  return {
    place,
    along: { x: (place.x - before.x) / size, y: (place.y - before.y) / size },
    length: Math.hypot(place.x - from.x, place.y - from.y),
  };
}

/** Pixels. An arrow's line is 3 wide with a round end; its halo reaches 3 to the side and beyond the end. */
const CORE = 0.7;
const BACK = 7;
const AHEAD = [3.5, 7] as const;
const REACH = 5;
const STEP = 0.5;
/** Squares of distances in RGB: half the way from one arrow's colour to the next is 23 (Adam's gradient and memory). */
const NEAR = 20 ** 2;
/** Share of the line's last pixels in its colour, less the share of those ahead of it. */
const ENOUGH = 0.8;

/** How far from where it should be (pixels) an arrow of this colour ends, or Infinity: none within REACH. */
export function distanceToTip(picture: Picture, { place, along: to }: Tip, colour: Rgb): number {
  const within = (fits: (forth: number, aside: number) => boolean) =>
    pixelsAround(place, AHEAD[1] + 1, () => true).filter((p) => {
      const [x, y] = [p.x - place.x, p.y - place.y];
      return fits(x * to.x + y * to.y, Math.abs(x * to.y - y * to.x));
    });
  const core = within((forth, aside) => forth <= 0 && forth >= -BACK && aside <= CORE);
  const ahead = within((forth, aside) => forth >= AHEAD[0] && forth <= AHEAD[1] && aside <= forth);
  const isNear = (p: Place, dx: number, dy: number) => {
    const at = picture.at(Math.floor(p.x + dx), Math.floor(p.y + dy));
    return at.reduce((sum, value, k) => sum + (value - (colour[k] as number)) ** 2, 0) <= NEAR;
  };
  const share = (part: readonly Place[], dx: number, dy: number) =>
    part.filter((p) => isNear(p, dx, dy)).length / Math.max(part.length, 1);
  let nearest = Infinity;
  for (let dy = -REACH; dy <= REACH; dy += STEP) {
    for (let dx = -REACH; dx <= REACH; dx += STEP) {
      const off = Math.hypot(dx, dy);
      if (off < nearest && share(core, dx, dy) - share(ahead, dx, dy) >= ENOUGH) nearest = off;
    }
  }
  return nearest;
}

/** World units before a tip within which the mesh decides. */
const OWN = 0.3;

/** Whether the surface shows its opaque face there, and nothing of it, not even glass, stands before it. */
export function isInSight({ surface, data, transform, eye }: Ground, [x, y]: Pair): boolean {
  const world: Vec3 = transform.world(x, y, surface.value(x, y));
  const sight = along(world, eye.place, -1);
  const distance = Math.sqrt(dot(sight, sight));
  const { x: px, y: py } = eye.project(world);
  const hits = crossings(surface, data, transform, eye, eye.through(px, py));
  return hits[0]?.face === 'inside' && hits[0].distance > distance - OWN;
}

/** Distance of a place from a stretch, pixels. */
export function gapTo(place: Place, a: Place, b: Place): number {
  const [x, y] = [b.x - a.x, b.y - a.y];
  const u = ((place.x - a.x) * x + (place.y - a.y) * y) / Math.max(x * x + y * y, 1e-12);
  const s = Math.min(Math.max(u, 0), 1);
  return Math.hypot(place.x - a.x - s * x, place.y - a.y - s * y);
}
