import type { Box2 } from '../crop.ts';
import { fitBackground } from './background.ts';
import { OBJECT_FROM, type Mask, type RgbaImage } from './types.ts';

/** Of the object's longest edge: so far from the outline its own colour and the background's are looked at, near to it and farther off. */
const NEAR = 0.008;
const FAR = 0.05;

/**
 * How sharp an outline is: of the step in colour from well inside to well outside, the part that is made close to it. A median over the outline; near 1 where it lies on
 * an edge of the picture, near NEAR / FAR on a slope.
 */
export function sharpnessOf(image: RgbaImage, mask: Mask, box: Box2): number {
  const { data, width, height } = image;
  const edge = Math.max(box.right - box.left, box.bottom - box.top);
  const near = Math.max(1, Math.round(NEAR * edge));
  const far = Math.max(near + 2, Math.round(FAR * edge));
  const inside = (at: number) => mask.alpha[at]! >= OBJECT_FROM;
  const between = (a: number, b: number) => Math.hypot(...[0, 1, 2].map((c) => data[4 * a + c]! - data[4 * b + c]!));
  const parts: number[] = [];
  /** The outline between pixel `at` and the next one along an axis, of which `behind` and `before` pixels are left. */
  const cross = (at: number, step: number, behind: number, before: number) => {
    if (inside(at) === inside(at + step) || behind < far || before < far + 1) return;
    const whole = between(at - far * step, at + (far + 1) * step);
    // Across a thin part one comes out on its other side.
    if (inside(at - far * step) === inside(at + (far + 1) * step) || whole < 12) return;
    parts.push(Math.min(1.5, between(at - near * step, at + (near + 1) * step) / whole));
  };
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      if (x < width - 1) cross(at, 1, x, width - 1 - x);
      if (y < height - 1) cross(at, width, y, height - 1 - y);
    }
  }
  parts.sort((a, b) => a - b);
  return parts[parts.length >> 1] ?? 1;
}

/** A shadow takes from and to so much of the background's light, and leaves its colour. */
const SHADED = [0.12, 0.85] as const;
const SAME_COLOUR = 0.06;

/** The share of a mask that looks like the background behind it in a shadow. */
export function shadedOf(image: RgbaImage, mask: Mask): number {
  const background = fitBackground(image);
  const expected = new Float64Array(3);
  let [all, shaded] = [0, 0];
  for (let at = 0; at < mask.alpha.length; at++) {
    if (mask.alpha[at]! < OBJECT_FROM) continue;
    all++;
    background.at(at % mask.width, Math.floor(at / mask.width), expected);
    const own = image.data.subarray(4 * at, 4 * at + 3);
    const light = (own[0]! + own[1]! + own[2]!) / (expected[0]! + expected[1]! + expected[2]!);
    if (!(light > SHADED[0] && light < SHADED[1])) continue;
    const off = Math.max(...own.map((value, c) => Math.abs(value / light - expected[c]!)));
    if (off < SAME_COLOUR * 255) shaded++;
  }
  return all > 0 ? shaded / all : 0;
}
