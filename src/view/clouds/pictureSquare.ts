import { maskBox } from '../../reconstruction/crop.ts';

/** A square across the z axis, in the clouds' frame and unit. */
export interface PictureSquare {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly edge: number;
}

/** Pixels that are drawn around the object's box: the rest of the square is empty and would make the scene small. */
const MARGIN = 3;

/** The object's box and a little more, as parts of the picture's edge from its top left; without an object all of it. */
export function drawnPart(mask: Uint8Array) {
  const size = Math.round(Math.sqrt(mask.length));
  const box = maskBox(mask, size, 1) ?? { left: 0, right: size, top: 0, bottom: size };
  return {
    left: Math.max(box.left - MARGIN, 0) / size,
    right: Math.min(box.right + MARGIN, size) / size,
    top: Math.max(box.top - MARGIN, 0) / size,
    bottom: Math.min(box.bottom + MARGIN, size) / size,
  };
}

/** Where the drawn part's corners stand: flat x, y, z from its bottom left, against the clock. */
export function drawnCorners(mask: Uint8Array, { x, y, z, edge }: PictureSquare): readonly number[] {
  const { left, right, top, bottom } = drawnPart(mask);
  const across = (u: number) => x + (u - 0.5) * edge;
  const up = (v: number) => y - (v - 0.5) * edge;
  return [
    ...[across(left), up(bottom), z, across(right), up(bottom), z],
    ...[across(right), up(top), z, across(left), up(top), z],
  ];
}
