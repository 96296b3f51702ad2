import { FLAT_GRAY } from '../cutout/toPicture.ts';
import { tightCrop, type Box2 } from '../crop.ts';
import { PICTURE_SIZE, type Picture } from '../types.ts';
import type { Outline, Ring } from './types.ts';

/** Straight pieces between two points of a curve. */
const PIECES = 8;
/** Rows of samples in a pixel; along a row coverage is exact. */
const ROWS = 8;

/** An outline on its tight crop, flat, as training shows silhouettes. */
export function drawOutline(outline: Outline, size = PICTURE_SIZE): Picture {
  const lines = outline.map(lineOf);
  const { scale, x, y } = tightCrop(boxOf(lines), size);
  const placed = lines.map((line) => line.map((value, k) => scale * value + (k % 2 === 0 ? x : y)));
  const covered = coverage(placed, size);
  const mask = Uint8Array.from(covered, (part) => Math.round(255 * Math.min(1, part)));
  return { gray: mask.map((value) => Math.round(FLAT_GRAY * value)), mask };
}

/** The ring's corners, its curve broken into pieces. */
function lineOf({ points, curved = false }: Ring): readonly number[] {
  if (!curved) return points;
  const count = points.length / 2;
  const out: number[] = [];
  for (let i = 0; i < count; i++) {
    const at = (k: number, axis: number) => points[2 * ((i + k + count) % count) + axis]!;
    for (let piece = 0; piece < PIECES; piece++) {
      const t = piece / PIECES;
      for (const axis of [0, 1]) out.push(catmullRom(at(-1, axis), at(0, axis), at(1, axis), at(2, axis), t));
    }
  }
  return out;
}

function catmullRom(a: number, b: number, c: number, d: number, t: number): number {
  return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t);
}

function boxOf(lines: readonly (readonly number[])[]): Box2 {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const line of lines) {
    for (let k = 0; k < line.length; k += 2) {
      left = Math.min(left, line[k]!);
      right = Math.max(right, line[k]!);
      top = Math.min(top, line[k + 1]!);
      bottom = Math.max(bottom, line[k + 1]!);
    }
  }
  return { left, right, top, bottom };
}

/** The part of each pixel that lies inside, by the even-odd rule. */
function coverage(lines: readonly (readonly number[])[], size: number): Float64Array {
  const out = new Float64Array(size * size);
  for (let row = 0; row < ROWS * size; row++) {
    const y = (row + 0.5) / ROWS;
    const crossings = lines.flatMap((line) => crossingsOf(line, y)).sort((a, b) => a - b);
    const first = Math.floor(y) * size;
    for (let k = 0; k + 1 < crossings.length; k += 2) {
      const [from, to] = [Math.max(0, crossings[k]!), Math.min(size, crossings[k + 1]!)];
      for (let x = Math.floor(from); x < to; x++) {
        out[first + x]! += Math.max(0, Math.min(x + 1, to) - Math.max(x, from)) / ROWS;
      }
    }
  }
  return out;
}

function crossingsOf(line: readonly number[], y: number): number[] {
  const out: number[] = [];
  for (let k = 0; k < line.length; k += 2) {
    const next = (k + 2) % line.length;
    const [ay, by] = [line[k + 1]!, line[next + 1]!];
    if (ay <= y === by <= y) continue;
    out.push(line[k]! + ((y - ay) / (by - ay)) * (line[next]! - line[k]!));
  }
  return out;
}
