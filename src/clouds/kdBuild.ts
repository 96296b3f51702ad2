import type { Points } from './types.ts';

/**
 * A k-d tree over 3-D points, flat. Nodes are in preorder: the left child of node i is i + 1. All coordinates must be finite (importers refuse
 * others): a NaN would be found by no query.
 */
export interface KdTree {
  /** 3n: the points in the order of the leaves. */
  readonly points: Points;
  /** n: where each of them stands in the cloud. */
  readonly indices: Int32Array;
  /** 6 a node: minimum and maximum of x, y, z over its points. */
  readonly boxes: Float64Array;
  /** A node: its right child; 0 for a leaf. */
  readonly right: Int32Array;
  /** A node that is no leaf: its axis and where it is cut. */
  readonly axes: Uint8Array;
  readonly cuts: Float64Array;
  /** A node: its first point, and the one after its last. */
  readonly first: Int32Array;
  readonly last: Int32Array;
}

const LEAF = 20;

/** Median splits of the widest axis until at most 20 points are left (a leaf). O(n log n). */
export function buildKdTree(cloud: Points): KdTree {
  const n = cloud.length / 3;
  const indices = Int32Array.from({ length: n }, (_, i) => i);
  const leaves = 1 << Math.max(0, Math.ceil(Math.log2(n / LEAF)));
  const nodes = 2 * leaves - 1;
  const boxes = new Float64Array(6 * nodes);
  const right = new Int32Array(nodes);
  const axes = new Uint8Array(nodes);
  const cuts = new Float64Array(nodes);
  const first = new Int32Array(nodes);
  const last = new Int32Array(nodes);
  let used = 0;
  const grow = (from: number, to: number): void => {
    const node = used++;
    first[node] = from;
    last[node] = to;
    const axis = fitBox(cloud, indices, from, to, boxes, 6 * node);
    if (to - from <= LEAF) return;
    const middle = (from + to) >> 1;
    select(cloud, indices, from, to - 1, middle, axis);
    axes[node] = axis;
    cuts[node] = cloud[3 * indices[middle]! + axis]!;
    grow(from, middle);
    right[node] = used;
    grow(middle, to);
  };
  grow(0, n);
  const points = new Float64Array(3 * n);
  for (let i = 0; i < n; i++) {
    const at = 3 * indices[i]!;
    points[3 * i] = cloud[at]!;
    points[3 * i + 1] = cloud[at + 1]!;
    points[3 * i + 2] = cloud[at + 2]!;
  }
  return { points, indices, boxes, right, axes, cuts, first, last };
}

/** Writes the box of the points; returns its widest axis. */
function fitBox(cloud: Points, indices: Int32Array, from: number, to: number, boxes: Float64Array, at: number): number {
  let widest = 0;
  let width = -1;
  for (let axis = 0; axis < 3; axis++) {
    let min = Infinity;
    let max = -Infinity;
    for (let i = from; i < to; i++) {
      const value = cloud[3 * indices[i]! + axis]!;
      if (value < min) min = value;
      if (value > max) max = value;
    }
    boxes[at + axis] = min;
    boxes[at + 3 + axis] = max;
    if (max - min > width) {
      width = max - min;
      widest = axis;
    }
  }
  return widest;
}

/** Hoare's quickselect with the median of three: the k-th smallest at place k, none larger before it, none smaller behind it. */
function select(cloud: Points, indices: Int32Array, from: number, to: number, k: number, axis: number): void {
  let lo = from;
  let hi = to;
  while (lo < hi) {
    const a = cloud[3 * indices[lo]! + axis]!;
    const b = cloud[3 * indices[(lo + hi) >> 1]! + axis]!;
    const c = cloud[3 * indices[hi]! + axis]!;
    const pivot = Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    let i = lo;
    let j = hi;
    while (i <= j) {
      while (cloud[3 * indices[i]! + axis]! < pivot) i++;
      while (cloud[3 * indices[j]! + axis]! > pivot) j--;
      if (i > j) break;
      const swap = indices[i]!;
      indices[i++] = indices[j]!;
      indices[j--] = swap;
    }
    if (k <= j) hi = j;
    else if (k >= i) lo = i;
    else return;
  }
}
