import type { DataTexture } from 'three';
import type { Domain } from '../surfaces/types.ts';
import { heightTexture, type SharedUniforms } from './uniforms.ts';

/** A surface that is known on a grid alone, as it is drawn: the texels, and its value between them. */
export interface Heights {
  readonly size: number;
  readonly domain: Domain;
  readonly texels: Float32Array;
  value(x: number, y: number): number;
}

/** size × size values over the domain, row by row from the lowest y up. */
export function heightsOf(values: ArrayLike<number>, size: number, domain: Domain): Heights {
  const texels = new Float32Array(CHANNELS * size * size);
  fill(texels, values, size, domain);
  return { size, domain, texels, value: (x, y) => hermite(texels, size, domain, x, y) };
}

/** What of it is on the GPU now. */
export interface HeightMap {
  show(heights: Heights): void;
  /** size × size over the domain, row by row from the lowest y up. Finite ones only are drawn. */
  set(values: ArrayLike<number>, size: number, domain: Domain): void;
  value(x: number, y: number): number;
  dispose(): void;
}

const CHANNELS = 4;

/** Fills the height texture of `shared` from values; slopes are differences of neighbours. The GLSL twin of `value` is shaders/chunks/heightfield.glsl. */
export function createHeightMap(shared: SharedUniforms): HeightMap {
  let texels = new Float32Array(CHANNELS * 4);
  let side = 2;
  let area: Domain = [0, 1, 0, 1];
  let texture: DataTexture | null = null;

  /** Where the texels of the next picture are written. */
  function room(size: number, domain: Domain): Float32Array {
    area = domain;
    if (size !== side || !texture) {
      texture?.dispose();
      texels = new Float32Array(CHANNELS * size * size);
      side = size;
      texture = heightTexture(texels, size);
    }
    texture.needsUpdate = true;
    shared.uHeights.value = texture;
    shared.uSize.value = size;
    return texels;
  }

  return {
    show({ size, domain, texels: own }) {
      room(size, domain).set(own);
    },
    set(values, size, domain) {
      fill(room(size, domain), values, size, domain);
    },
    value: (x, y) => hermite(texels, side, area, x, y),
    dispose: () => texture?.dispose(),
  };
}

function fill(texels: Float32Array, values: ArrayLike<number>, size: number, [x0, x1, y0, y1]: Domain): void {
  const [dx, dy] = [(x1 - x0) / (size - 1), (y1 - y0) / (size - 1)];
  const last = size - 1;
  for (let row = 0, at = 0; row < size; row++) {
    const [south, north] = [Math.max(row - 1, 0), Math.min(row + 1, last)];
    for (let column = 0; column < size; column++, at += CHANNELS) {
      const [west, east] = [Math.max(column - 1, 0), Math.min(column + 1, last)];
      texels[at] = values[row * size + column]!;
      texels[at + 1] = (values[row * size + east]! - values[row * size + west]!) / ((east - west) * dx);
      texels[at + 2] = (values[north * size + column]! - values[south * size + column]!) / ((north - south) * dy);
    }
  }
}

/** f between texels by Hermite's cubic, twist taken as zero. */
function hermite(texels: Float32Array, size: number, [x0, x1, y0, y1]: Domain, x: number, y: number): number {
  const cellX = ((x - x0) / (x1 - x0)) * (size - 1);
  const cellY = ((y - y0) / (y1 - y0)) * (size - 1);
  const column = Math.min(Math.max(Math.floor(cellX), 0), size - 2);
  const row = Math.min(Math.max(Math.floor(cellY), 0), size - 2);
  const u = Math.min(Math.max(cellX - column, 0), 1);
  const v = Math.min(Math.max(cellY - row, 0), 1);
  const [hx, hy] = [(x1 - x0) / (size - 1), (y1 - y0) / (size - 1)];
  const one = (3 - 2 * u) * u * u;
  const [slope0, slope1] = [hx * u * (1 - u) * (1 - u), -hx * u * u * (1 - u)];
  const up = (3 - 2 * v) * v * v;
  const [up0, up1] = [hy * v * (1 - v) * (1 - v), -hy * v * v * (1 - v)];
  const a = CHANNELS * (row * size + column);
  const b = a + CHANNELS;
  const c = a + CHANNELS * size;
  const d = c + CHANNELS;
  const at = (i: number) => texels[i]!;
  const south = (1 - one) * at(a) + one * at(b) + slope0 * at(a + 1) + slope1 * at(b + 1);
  const north = (1 - one) * at(c) + one * at(d) + slope0 * at(c + 1) + slope1 * at(d + 1);
  const southSlope = (1 - one) * at(a + 2) + one * at(b + 2);
  const northSlope = (1 - one) * at(c + 2) + one * at(d + 2);
  return (1 - up) * south + up * north + up0 * southSlope + up1 * northSlope;
}
