import { maskBox, type Box2 } from '../crop.ts';
import { partsOf } from './parts.ts';
import { OBJECT_FROM, type Mask } from './types.ts';

/** What a mask looks like, whatever the picture. */
export interface Evidence {
  /** Share of the picture that it covers. */
  readonly covered: number;
  /** Share of the picture's frame that it touches. */
  readonly framed: number;
  /** Sides of the frame that it touches along more than a speck. */
  readonly sides: number;
  /** Connected parts with a tenth of the largest one's pixels or more. */
  readonly parts: number;
  /** Share of its pixels in the largest part. */
  readonly largest: number;
  /** Share of what it leaves free that the frame cannot be reached from: the hole of a mask that is inverted. */
  readonly enclosed: number;
  /** In pixels; null: it is empty. */
  readonly box: Box2 | null;
}

/** A part counts beside the largest one from this share on. */
const COUNTS = 0.1;
/** Of a side. */
const TOUCHES = 0.02;

export function evidenceOf({ alpha, width, height }: Mask): Evidence {
  const inside = alpha.map((value) => (value >= OBJECT_FROM ? 1 : 0));
  const count = inside.reduce((sum, one) => sum + one, 0);
  const { sizes, most } = partsOf(inside, width, height);
  const sides = sidesOf(inside, width, height);
  const free = partsOf(
    inside.map((one) => 1 - one),
    width,
    height,
  );
  const outer = new Set<number>();
  eachOfFrame(width, height, (at) => outer.add(free.label[at]!));
  const open = free.sizes.reduce((sum, size, part) => sum + (part > 0 && outer.has(part) ? size : 0), 0);
  const left = alpha.length - count;
  return {
    covered: count / alpha.length,
    framed: sides.reduce((sum, { touched }) => sum + touched, 0) / sides.reduce((sum, { length }) => sum + length, 0),
    sides: sides.filter(({ touched, length }) => touched > TOUCHES * length).length,
    parts: sizes.filter((size, part) => part > 0 && size >= COUNTS * most).length,
    largest: count > 0 ? most / count : 0,
    enclosed: left > 0 ? 1 - open / left : 0,
    box: maskBox(alpha, width, OBJECT_FROM) ?? null,
  };
}

function sidesOf(inside: Uint8Array, width: number, height: number) {
  const along = (length: number, place: (i: number) => number) => {
    let touched = 0;
    for (let i = 0; i < length; i++) touched += inside[place(i)]!;
    return { touched, length };
  };
  return [
    along(width, (i) => i),
    along(width, (i) => (height - 1) * width + i),
    along(height, (i) => i * width),
    along(height, (i) => i * width + width - 1),
  ];
}

function eachOfFrame(width: number, height: number, visit: (at: number) => void): void {
  for (let x = 0; x < width; x++) for (const y of [0, height - 1]) visit(y * width + x);
  for (let y = 0; y < height; y++) for (const x of [0, width - 1]) visit(y * width + x);
}

/** What two masks of one size have in common, of what either has. */
export function overlapOf(a: Mask, b: Mask): number {
  let [both, either] = [0, 0];
  for (let at = 0; at < a.alpha.length; at++) {
    const [inA, inB] = [a.alpha[at]! >= OBJECT_FROM, b.alpha[at]! >= OBJECT_FROM];
    if (inA && inB) both++;
    if (inA || inB) either++;
  }
  return either > 0 ? both / either : 1;
}
