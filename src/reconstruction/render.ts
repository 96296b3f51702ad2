import { noJitter, tightCrop } from './crop.ts';
import { PICTURE_SIZE } from './types.ts';
import type { Jitter } from './crop.ts';
import type { Picture } from './types.ts';

/** From the object's centre, in its longest edges. */
export const CAMERA_DISTANCE = 2.6;

export interface Light {
  /** To the light, in the viewer's axes; any length but 0. */
  readonly direction: readonly [number, number, number];
  /** Share of the light that comes from everywhere, 0 … 1. */
  readonly ambient: number;
  /** 0 … 1. */
  readonly albedo: number;
}

export interface RenderOptions {
  readonly light: Light;
  /** Edge of the picture in pixels. */
  readonly size?: number;
  readonly jitter?: Jitter;
  /** One even gray (the albedo) instead of shading. */
  readonly flat?: boolean;
  /** A factor of the albedo for each triangle, 0 … 1. */
  readonly tints?: Float32Array;
}

/** Samples along each edge of a pixel. */
const SUPER = 2;

interface Scratch {
  readonly size: number;
  /** 1/depth of what is seen at each sample, 0 where nothing is. */
  readonly nearness: Float32Array;
  readonly shade: Float32Array;
}

let scratch: Scratch | undefined;
let projected = new Float64Array(4096);

/**
 * A picture of `triangles` (in the viewer's frame) by a perspective camera on their tight crop: z-buffer, 2 × 2 samples a pixel, both sides lit
 * after Lambert.
 */
export function render(
  triangles: Float64Array,
  { light, size = PICTURE_SIZE, jitter = noJitter, flat = false, tints }: RenderOptions,
): Picture {
  const fine = SUPER * size;
  scratch = scratch?.size === fine ? scratch : { size: fine, nearness: new Float32Array(fine * fine), shade: new Float32Array(fine * fine) }; // prettier-ignore
  scratch.nearness.fill(0);
  const corners = project(triangles, fine, jitter);
  const [lx, ly, lz] = unit(light.direction);
  for (let o = 0; o < triangles.length; o += 9) {
    const shade = flat ? 1 : light.ambient + (1 - light.ambient) * lambert(triangles, o, lx, ly, lz);
    fill(corners, o, light.albedo * (tints ? tints[o / 9]! : 1) * shade, scratch);
  }
  return average(scratch, size);
}

/** Every corner as x, y (samples, y down) and 1/depth. */
function project(triangles: Float64Array, fine: number, jitter: Jitter): Float64Array {
  if (projected.length < triangles.length) projected = new Float64Array(2 * triangles.length);
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let o = 0; o < triangles.length; o += 3) {
    const nearness = 1 / (CAMERA_DISTANCE - triangles[o + 2]!);
    const x = triangles[o]! * nearness;
    const y = -triangles[o + 1]! * nearness;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
    projected[o] = x;
    projected[o + 1] = y;
    projected[o + 2] = nearness;
  }
  const { scale, x, y } = tightCrop({ left, right, top, bottom }, fine, jitter);
  for (let o = 0; o < triangles.length; o += 3) {
    projected[o] = scale * projected[o]! + x;
    projected[o + 1] = scale * projected[o + 1]! + y;
  }
  return projected;
}

function unit([x, y, z]: readonly [number, number, number]): [number, number, number] {
  const length = Math.sqrt(x * x + y * y + z * z);
  return [x / length, y / length, z / length];
}

/** Cosine between the light and the normal on the viewer's side of the triangle from `o` on, at least 0. */
function lambert(t: Float64Array, o: number, lx: number, ly: number, lz: number): number {
  const x = t[o]!;
  const y = t[o + 1]!;
  const z = t[o + 2]!;
  const ax = t[o + 3]! - x;
  const ay = t[o + 4]! - y;
  const az = t[o + 5]! - z;
  const bx = t[o + 6]! - x;
  const by = t[o + 7]! - y;
  const bz = t[o + 8]! - z;
  const nx = ay * bz - az * by;
  const ny = az * bx - ax * bz;
  const nz = ax * by - ay * bx;
  const length = Math.sqrt(nx * nx + ny * ny + nz * nz);
  if (length === 0) return 0;
  const towards = (CAMERA_DISTANCE - z) * nz - x * nx - y * ny < 0 ? -1 : 1;
  const cosine = (towards * (nx * lx + ny * ly + nz * lz)) / length;
  return cosine > 0 ? cosine : 0;
}

/** Draws the projected triangle from `o` on, row by row: of each row the samples between its edges. */
function fill(p: Float64Array, o: number, shade: number, { size, nearness, shade: shades }: Scratch): void {
  const x0 = p[o]!;
  const y0 = p[o + 1]!;
  const w0 = p[o + 2]!;
  const ux = p[o + 3]! - x0;
  const uy = p[o + 4]! - y0;
  const vx = p[o + 6]! - x0;
  const vy = p[o + 7]! - y0;
  const area = ux * vy - vx * uy;
  if (area < 1e-9 && area > -1e-9) return; // seen edge on
  // A sample is (x0, y0) + a·u + b·v, inside where a, b and 1 − a − b are not negative; each is linear along a row.
  const ax = vy / area;
  const ay = -vx / area;
  const bx = -uy / area;
  const by = ux / area;
  const du = p[o + 5]! - w0;
  const dv = p[o + 8]! - w0;
  const along = ax * du + bx * dv;
  const low = y0 + Math.min(0, uy, vy);
  const high = y0 + Math.max(0, uy, vy);
  const left = Math.max(0, x0 + Math.min(0, ux, vx) - 0.5);
  const right = Math.min(size - 1, x0 + Math.max(0, ux, vx) - 0.5);
  const last = Math.min(size - 1, Math.floor(high - 0.5));
  for (let y = Math.max(0, Math.ceil(low - 0.5)); y <= last; y++) {
    const dy = y + 0.5 - y0;
    const a = ay * dy - ax * (x0 - 0.5);
    const b = by * dy - bx * (x0 - 0.5);
    let from = left;
    let to = right;
    // a + ax·x ≥ 0, b + bx·x ≥ 0, (a + b) + (ax + bx)·x ≤ 1
    if (ax > 0) from = Math.max(from, -a / ax);
    else if (ax < 0) to = Math.min(to, -a / ax);
    else if (a < 0) continue;
    if (bx > 0) from = Math.max(from, -b / bx);
    else if (bx < 0) to = Math.min(to, -b / bx);
    else if (b < 0) continue;
    const c = ax + bx;
    if (c > 0) to = Math.min(to, (1 - a - b) / c);
    else if (c < 0) from = Math.max(from, (1 - a - b) / c);
    else if (a + b > 1) continue;
    const base = w0 + a * du + b * dv;
    const end = Math.floor(to);
    for (let x = Math.ceil(from); x <= end; x++) {
      const w = base + along * x;
      const i = y * size + x;
      if (w > nearness[i]!) {
        nearness[i] = w;
        shades[i] = shade;
      }
    }
  }
}

function average({ size: fine, nearness, shade }: Scratch, size: number): Picture {
  const gray = new Uint8Array(size * size);
  const mask = new Uint8Array(size * size);
  const share = 255 / (SUPER * SUPER);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const i = SUPER * (y * fine + x);
      let covered = 0;
      let sum = 0;
      for (let k = 0; k < SUPER * SUPER; k++) {
        const j = i + (k >> 1) * fine + (k & 1);
        if (nearness[j]! === 0) continue;
        covered++;
        sum += shade[j]!;
      }
      gray[y * size + x] = Math.round(share * sum);
      mask[y * size + x] = Math.round(share * covered);
    }
  }
  return { gray, mask };
}
