import { OBJECT_FROM, type Mask } from './types.ts';

/** Connected parts (4-neighbours) of the pixels where `inside` is 1. */
export interface Parts {
  /** width · height: the part's number, from 1; 0 outside. */
  readonly label: Int32Array;
  /** Pixels of each part; `sizes[0]` is unused. */
  readonly sizes: readonly number[];
  /** Pixels of the largest one; 0: there is none. */
  readonly most: number;
}

export function partsOf(inside: Uint8Array, width: number, height: number): Parts {
  const label = new Int32Array(width * height);
  const sizes = [0];
  const stack = new Int32Array(width * height);
  for (let first = 0; first < label.length; first++) {
    if (inside[first] !== 1 || label[first] !== 0) continue;
    const own = sizes.length;
    let size = 0;
    let top = 0;
    label[first] = own;
    stack[top++] = first;
    while (top > 0) {
      const at = stack[--top]!;
      size++;
      const x = at % width;
      const visit = (next: number) => {
        if (inside[next] !== 1 || label[next] !== 0) return;
        label[next] = own;
        stack[top++] = next;
      };
      if (x > 0) visit(at - 1);
      if (x < width - 1) visit(at + 1);
      if (at >= width) visit(at - width);
      if (at < label.length - width) visit(at + width);
    }
    sizes.push(size);
  }
  // No spread into Math.max: a dithered mask has more parts than a call takes arguments.
  return { label, sizes, most: sizes.reduce((most, size) => Math.max(most, size), 0) };
}

/** Of the largest part: smaller ones are specks. */
const SPECK = 0.01;

/** A mask without parts that are specks beside its largest one. */
export function withoutSpecks(mask: Mask): Mask {
  const { label, sizes, most } = partsOf(
    mask.alpha.map((value) => (value >= OBJECT_FROM ? 1 : 0)),
    mask.width,
    mask.height,
  );
  const least = SPECK * most;
  return { ...mask, alpha: mask.alpha.map((value, at) => (sizes[label[at]!]! < least ? 0 : value)) };
}
