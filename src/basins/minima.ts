import { createMemo } from '../math/memo.ts';
import type { ParamValues } from '../params/spec.ts';
import { surfaces } from '../surfaces/index.ts';
import type { Domain, Minimum, Point2, SurfaceDef } from '../surfaces/types.ts';
import { bendOf, type Bend } from './bend.ts';
import { descend, isLowest } from './descend.ts';
import { MOST_MINIMA, REACH } from './types.ts';

/** Descents a side. */
const SIDE = 48;
/** No step is longer than this part of the domain's shorter side. */
const STRIDE = 1 / 64;

/** A surface to be searched for minima. */
export interface Searched {
  readonly formula: string;
  readonly params: ParamValues;
  readonly domain: Domain;
}

const memo = createMemo<readonly Minimum[]>(16);

/**
 * The minima in a domain, by descents from a grid of points: the lowest first, those of one height from left to right. No optimizer, learning rate or
 * window has a say in it, so that a minimum keeps its place in the list and with it its hue. Shared and remembered.
 */
export function minimaIn({ formula, params, domain }: Searched): readonly Minimum[] {
  return memo(JSON.stringify([formula, params, domain]), () => {
    const bend = bendOf(formula, params);
    const [x0, x1, y0, y1] = domain;
    const found: Minimum[] = [];
    const add = (at: Point2): void => {
      const [x, y] = at;
      const inside = x >= x0 - REACH && x <= x1 + REACH && y >= y0 - REACH && y <= y1 + REACH;
      const minimum = { at, f: heightAt(bend, ...at) };
      if (!inside || found.some((other) => isSame(bend, other, minimum)) || !isLowest(bend, at, REACH)) return;
      found.push(minimum);
    };
    for (let i = 0; i < SIDE * SIDE && found.length < MOST_MINIMA; i++) {
      const start: Point2 = [
        x0 + (((i % SIDE) + 0.5) * (x1 - x0)) / SIDE,
        y0 + ((Math.floor(i / SIDE) + 0.5) * (y1 - y0)) / SIDE,
      ];
      const at = descend(bend, start, strideIn(domain));
      if (at) add(at);
    }
    // At the foot of a crease no descent arrives.
    for (const { at } of Object.values<SurfaceDef>(surfaces).find((def) => def.formula === formula)?.minima ?? [])
      add(at);
    return found.sort(lowestFirst);
  });
}

export const strideIn = ([x0, x1, y0, y1]: Domain): number => STRIDE * Math.min(x1 - x0, y1 - y0);

/** The minimum that one comes to downhill from a point, if any. */
export function minimumBelow(bend: Bend, start: Point2, stride: number): Minimum | null {
  const at = descend(bend, start, stride);
  if (!at || !isLowest(bend, at, REACH)) return null;
  return { at, f: heightAt(bend, ...at) };
}

/** Both within reach of one another, or joined by a level floor, as the points of a trough are. */
export function isSame(bend: Bend, a: Minimum, b: Minimum): boolean {
  const [[ax, ay], [bx, by]] = [a.at, b.at];
  if (Math.hypot(bx - ax, by - ay) <= REACH) return true;
  const level = 1e-9 * Math.max(1, Math.abs(a.f), Math.abs(b.f));
  if (Math.abs(a.f - b.f) > level) return false;
  for (const u of betweens) if (heightAt(bend, ax + u * (bx - ax), ay + u * (by - ay)) > a.f + level) return false;
  return true;
}

/** Places between two points at no regular distances, which would meet a wave in its troughs alone. */
const betweens = Array.from({ length: 32 }, (_, k) => ((k + 1) * 0.6180339887498949) % 1);

const sample = new Float64Array(6);

function heightAt(bend: Bend, x: number, y: number): number {
  bend(x, y, sample);
  return sample[0]!;
}

/** Heights equal but for roundings are one: then x decides, then y. */
function lowestFirst(a: Minimum, b: Minimum): number {
  const level = 1e-9 * Math.max(1, Math.abs(a.f), Math.abs(b.f));
  if (Math.abs(a.f - b.f) > level) return a.f - b.f;
  return Math.abs(a.at[0] - b.at[0]) > REACH ? a.at[0] - b.at[0] : a.at[1] - b.at[1];
}
