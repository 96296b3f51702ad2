import type { Points } from '../clouds/types.ts';
import { maskBox, type Crop } from './crop.ts';
import { CAMERA_DISTANCE } from './render.ts';
import { PICTURE_SIZE, type Picture } from './types.ts';
import { visiblePoints, type Surfels } from './visible.ts';

/** Points of a cloud that may reach beyond the object on each side without moving where all others are on the picture. */
const STRAYS = 3;
/** Pixels within which a point that lies beside the object still takes the nearest of its colours. */
const REACH = 3;
/** A pixel is the object's from here on. */
const COVERED = 128;

/** A picture's own colours: red, green and blue a pixel, 0 … 255, not premultiplied, 64 × 64 as the network's picture. */
export type PictureColours = Uint8Array;

export interface Pictured {
  /** 3n, 0 … 255: of points that are guessed, 0. */
  readonly colours: Uint8Array<ArrayBuffer>;
  /** n: 1 where the picture shows the point, 0 where it is hidden behind others, or lies where the picture has no object. */
  readonly seen: Uint8Array<ArrayBuffer>;
}

/**
 * Which points of a cloud (in the viewer's frame) the picture shows, and in what colour. A point behind others has none: what the picture shows at its place
 * is not it.
 */
export function pictured(cloud: Surfels, picture: Picture, colours: PictureColours | null = null): Pictured {
  const { points } = cloud;
  const visible = visiblePoints(cloud);
  const places = onPicture(points, picture.mask);
  const out = new Uint8Array(points.length);
  const seen = new Uint8Array(visible.length);
  for (let i = 0; i < seen.length; i++) {
    const pixel = visible[i] ? pixelNear(picture.mask, places[2 * i]!, places[2 * i + 1]!) : -1;
    if (pixel < 0) continue;
    seen[i] = 1;
    const gray = Math.round((255 * picture.gray[pixel]!) / picture.mask[pixel]!);
    for (let c = 0; c < 3; c++) out[3 * i + c] = colours ? colours[3 * pixel + c]! : gray;
  }
  return { colours: out, seen };
}

/**
 * Where each point is on the picture, x right and y down, in pixels: as the camera sees it, on the crop that lays the cloud's box on the object's. (Where the
 * camera's picture was cropped nobody knows; that its crop was tight one knows.)
 */
export function onPicture(points: Points, mask: Uint8Array): Float64Array {
  const places = new Float64Array((2 * points.length) / 3);
  for (let i = 0; i < points.length / 3; i++) {
    const nearness = 1 / (CAMERA_DISTANCE - points[3 * i + 2]!);
    places[2 * i] = points[3 * i]! * nearness;
    places[2 * i + 1] = -points[3 * i + 1]! * nearness;
  }
  const { scale, x, y } = cropOnto(places, mask);
  return places.map((value, k) => scale * value + (k % 2 === 0 ? x : y));
}

/** Picture's pixels ← the camera's plane. */
function cropOnto(places: Float64Array, mask: Uint8Array): Crop {
  const [left, right] = extent(places, 0);
  const [top, bottom] = extent(places, 1);
  const box = maskBox(mask, PICTURE_SIZE, COVERED) ?? { left: 0, right: PICTURE_SIZE, top: 0, bottom: PICTURE_SIZE };
  const scale =
    Math.max(box.right - box.left, box.bottom - box.top) / Math.max(right - left, bottom - top, Number.MIN_VALUE);
  return {
    scale,
    x: (box.left + box.right - scale * (left + right)) / 2,
    y: (box.top + box.bottom - scale * (top + bottom)) / 2,
  };
}

function extent(places: Float64Array, axis: 0 | 1): readonly [number, number] {
  const sorted = places.filter((_, k) => k % 2 === axis).sort();
  const strays = Math.min(STRAYS, Math.floor((sorted.length - 1) / 4));
  return [sorted[strays] ?? 0, sorted[sorted.length - 1 - strays] ?? 0];
}

/** Steps from a pixel to those around it, the nearest first. */
const around = Array.from({ length: (2 * REACH + 1) ** 2 }, (_, k) => [
  (k % (2 * REACH + 1)) - REACH,
  Math.floor(k / (2 * REACH + 1)) - REACH,
])
  .map(([x, y]) => ({ x: x!, y: y!, distanceSq: x! * x! + y! * y! }))
  .filter(({ distanceSq }) => distanceSq <= REACH * REACH)
  .sort((a, b) => a.distanceSq - b.distanceSq);

/** The object's pixel at a place, or the nearest one within REACH; −1: there is none. */
function pixelNear(mask: Uint8Array, x: number, y: number): number {
  const [column, row] = [Math.floor(x), Math.floor(y)];
  for (const step of around) {
    const [u, v] = [column + step.x, row + step.y];
    if (u < 0 || v < 0 || u >= PICTURE_SIZE || v >= PICTURE_SIZE) continue;
    if (mask[v * PICTURE_SIZE + u]! >= COVERED) return v * PICTURE_SIZE + u;
  }
  return -1;
}
