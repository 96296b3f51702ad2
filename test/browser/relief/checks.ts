import { along, dot, type Eye } from './camera.ts';
import { distanceToDot, pixelsAround, type DotLook, type Place, type Rgb } from './dots.ts';
import type { Picture } from './png.ts';
import type { Surface, SurfaceData, Transform, Vec3 } from './reference.ts';
import { crossings } from './sight.ts';

/** One picture and all that is known about it without the app. */
export interface Shot {
  readonly picture: Picture;
  readonly eye: Eye;
  readonly surface: Surface;
  readonly data: SurfaceData;
  readonly transform: Transform;
  readonly points: readonly (readonly [number, number])[];
  readonly colour: Rgb;
  /** 0 for dots that are left out since another lies on their place. */
  readonly drawn: readonly number[];
}

export interface DotVerdict {
  readonly row: number;
  readonly place: Place;
  /** `hidden`: the surface's opaque face lies before it. `covered`: a later mark does. */
  readonly seen: 'yes' | 'hidden' | 'covered' | 'left out';
  /** Pixels from its place; Infinity: no dot there. Of one left out: from the nearest that is drawn. */
  readonly off: number;
}

/** Pixels. A selected path's dots are 7 wide with a pale ring of 1, its head 17, the mark at its start 15. */
const dotRadius = 3.5;
const headRadius = 8.5;
const startRadius = 7.5;
/** Ring and antialiasing of a mark. */
const margin = 1.5;
/** Fewer open pixels of a dot's core (of about 26) show nothing either way. */
const LEAST = 6;
/** World units: a mark's own surface, seen at a flat angle, passes this near before it; marks are drawn lifted by more. */
const OWN = 0.15;
/** World units before a mark within which mesh and lift decide. */
const DOUBT = 1;
/** Pixels beside the outline of what hides a dot within which antialiasing, mesh and rim line decide. */
const OUTLINE = 2;

export function checkDots(shot: Shot): DotVerdict[] {
  const { eye, surface, transform, points } = shot;
  const worlds = points.map(([x, y]) => transform.world(x, y, surface.value(x, y)));
  const places = worlds.map((world) => eye.project(world));
  const last = places.length - 1;
  const [start, head] = [places[0] as Place, places[last] as Place];
  return places.map((place, row): DotVerdict => {
    if (!shot.drawn[row]) {
      const others = places.filter((_, other) => shot.drawn[other]);
      return {
        row,
        place,
        seen: 'left out',
        off: Math.min(...others.map((other) => Math.hypot(other.x - place.x, other.y - place.y))),
      };
    }
    const isHead = row === last;
    // Heads have shapes of their own; a disc of this radius is common to SGD's and Adam's.
    const look: DotLook = {
      colour: shot.colour,
      radius: isHead ? 5.5 : dotRadius,
      ring: isHead ? null : dotRadius + 0.5,
    };
    const free = (p: Place) =>
      isHead ||
      (!near(p, head, headRadius + 2 * margin) &&
        (row === 0 || !near(p, start, startRadius + margin)) &&
        places.slice(row + 1, last).every((later) => !near(p, later, dotRadius + margin)));
    const clear = clearAround(shot, place, distanceOf(eye, worlds[row] as Vec3), dotRadius + look.radius);
    const open = (p: Place) => free(p) && clear(p);
    const core = pixelsAround(place, look.radius, (gap) => gap <= look.radius - 0.6);
    const seen = core.filter(free).length < LEAST ? 'covered' : core.filter(open).length < LEAST ? 'hidden' : 'yes';
    return { row, place, seen, off: distanceToDot(shot.picture, place, look, seen === 'yes' ? open : free) };
  });
}

/** Whether neither a pixel's sight line nor one beside it meets the opaque face before `distance`. */
function clearAround(shot: Shot, place: Place, distance: number, reach: number): (pixel: Place) => boolean {
  const blocked = pixelsAround(place, reach + OUTLINE, () => true).filter(
    (p) => opaqueBefore(shot, p, distance) < distance - OWN,
  );
  return (pixel) => blocked.every((p) => !near(p, pixel, OUTLINE));
}

/** True where the opaque face lies so far before all of a hidden dot that the drawing cannot be in doubt. */
export function isDeep(shot: Shot, { row, place }: DotVerdict): boolean {
  const [x, y] = shot.points[row] as readonly [number, number];
  const distance = distanceOf(shot.eye, shot.transform.world(x, y, shot.surface.value(x, y)));
  return pixelsAround(place, 6, (gap) => gap <= 5).every((p) => opaqueBefore(shot, p, distance) < distance - DOUBT);
}

const distanceOf = ({ place }: Eye, world: Vec3) => Math.sqrt(squared(along(world, place, -1)));
const squared = (v: Vec3) => dot(v, v);

/** Distance to the first opaque face before `distance`, or Infinity. */
function opaqueBefore({ surface, data, transform, eye }: Shot, pixel: Place, distance: number): number {
  const hit = crossings(surface, data, transform, eye, eye.through(pixel.x, pixel.y)).find(
    ({ face }) => face === 'inside',
  );
  return hit && hit.distance < distance ? hit.distance : Infinity;
}

export interface RimVerdict {
  readonly place: Place;
  readonly found: boolean;
}

/** Strength of the rim's and border's line is 0.75 before antialiasing, of contour lines at most 0.44. */
const STRONG = 0.5;
const RIM_REACH = 2.5;

/** Sampled points of the rim (f = cut) and of the domain's border below it, where they are seen from inside and nothing lies before them. */
export function checkRim(shot: Shot, ink: Rgb): RimVerdict[] {
  const { eye, surface, data, transform, picture } = shot;
  const verdicts: RimVerdict[] = [];
  for (const { x, y, inward } of rimPoints(surface, data)) {
    const world = transform.world(x, y, surface.value(x, y));
    const sight = along(eye.place, world, -1);
    const distance = Math.sqrt(squared(sight));
    if (facing(shot, x, y, world, sight) < 0.2) continue;
    const place = eye.project(world);
    const inside = { x: x + inward[0] * 1e-3, y: y + inward[1] * 1e-3 };
    const next = eye.project(transform.world(inside.x, inside.y, surface.value(inside.x, inside.y)));
    const length = Math.hypot(next.x - place.x, next.y - place.y);
    const step = { x: (next.x - place.x) / length, y: (next.y - place.y) / length };
    const at = (s: number): Place => ({ x: place.x + s * step.x, y: place.y + s * step.y });
    // In view, with room for looking, nothing before it and no path beside it.
    if (place.x < 20 || place.y < 20 || place.x > picture.width - 20 || place.y > picture.height - 20) continue;
    const around = [at(0), at(-4), at(4), at(8)];
    const blocked = around.some((p) =>
      crossings(surface, data, transform, eye, eye.through(p.x, p.y)).some((hit) => hit.distance < distance - 1),
    );
    if (
      blocked ||
      shot.points.some(([px, py]) => near(eye.project(transform.world(px, py, surface.value(px, py))), place, 16))
    )
      continue;
    const ground = Math.max(...[3, 4, 5, 6, 7].map((s) => lightness(picture, at(s))));
    const inkLightness = lightnessOf(ink);
    const strength = (p: Place) => (ground - lightness(picture, p)) / Math.max(ground - inkLightness, 1);
    const found = pixelsAround(place, RIM_REACH, (gap) => gap <= RIM_REACH).some((p) => strength(p) >= STRONG);
    verdicts.push({ place, found });
  }
  return verdicts;
}

const near = (a: Place, b: Place, reach: number) => Math.hypot(a.x - b.x, a.y - b.y) < reach;
const lightnessOf = ([r, g, b]: Rgb) => 0.3 * r + 0.59 * g + 0.11 * b;
const lightness = (picture: Picture, p: Place) => lightnessOf(picture.at(Math.floor(p.x), Math.floor(p.y)));

/** Cosine between the surface's upper side and the way to the eye. */
function facing({ surface, transform }: Shot, x: number, y: number, world: Vec3, sight: Vec3): number {
  const h = 1e-5;
  const east = along(transform.world(x + h, y, surface.value(x + h, y)), world, -1);
  const north = along(transform.world(x, y + h, surface.value(x, y + h)), world, -1);
  const up: Vec3 = [
    east[1] * north[2] - east[2] * north[1],
    east[2] * north[0] - east[0] * north[2],
    east[0] * north[1] - east[1] * north[0],
  ];
  return dot(up, sight) / Math.sqrt(squared(up) * squared(sight));
}

interface RimPoint {
  readonly x: number;
  readonly y: number;
  /** In the domain, into the drawn part. */
  readonly inward: readonly [number, number];
}

const LINES = 24;
const SCAN = 200;

/** Where parallels of both axes meet the end of the drawn surface. */
function rimPoints(surface: Surface, { domain: [x0, x1, y0, y1], cut }: SurfaceData): RimPoint[] {
  const points: RimPoint[] = [];
  for (const axis of [0, 1] as const) {
    const [from, to] = axis === 0 ? [x0, x1] : [y0, y1];
    const [low, high] = axis === 0 ? [y0, y1] : [x0, x1];
    const size = high - low;
    for (let k = 1; k < LINES; k++) {
      const fixed = from + ((to - from) * k) / LINES;
      const point = (s: number): [number, number] => (axis === 0 ? [fixed, s] : [s, fixed]);
      const inside = (s: number) => s >= low && s <= high && surface.value(...point(s)) <= cut;
      for (let i = -1; i <= SCAN; i++) {
        let [a, b] = [low + (size * i) / SCAN, low + (size * (i + 1)) / SCAN];
        if (inside(a) === inside(b)) continue;
        const into = inside(b) ? 1 : -1;
        for (let n = 0; n < 40; n++) {
          const middle = (a + b) / 2;
          if (inside(middle) === inside(a)) a = middle;
          else b = middle;
        }
        const [x, y] = point(into > 0 ? b : a);
        points.push({ x, y, inward: axis === 0 ? [0, into * size] : [into * size, 0] });
      }
    }
  }
  return points;
}
