import type { Edge } from '../../../../src/view/clouds/Edges.tsx';

/** Cells of one layer, upright across the depth axis, row by row from the top left. World units. */
export interface SheetPlace {
  readonly columns: number;
  readonly rows: number;
  readonly cell: number;
  /** Its top left corner. */
  readonly left: number;
  readonly top: number;
  readonly z: number;
  /** How far a cell stands out towards the viewer where its value is 1. */
  readonly deep: number;
}

/** The edge of the picture's sheet, and of a hidden layer's at most. */
const PICTURE = 9;
const HIDDEN = 7.4;
const LARGEST = 0.74;
/** From the picture in front to the outputs' bars behind. */
export const [FRONT, BACK] = [10, -10] as const;
/** How high the bar of what is certain stands, and how wide a bar is, of the way to its neighbour. */
export const TALL = 6;
const STEP = 1.5;
const BAR = 0.62;
const DEEP = 0.9;
/** Between two cells, of a cell. */
const GAP = 0.1;

function gridOf(count: number): readonly [columns: number, rows: number] {
  const columns = count % 10 === 0 && count <= 100 ? 10 : Math.ceil(Math.sqrt(count));
  return [columns, Math.ceil(count / columns)];
}

/** The floor of the outputs' bars: over the sheet before them. */
export const FLOOR = 4.4;
/** How high the middle of a sheet lies, from the picture to the outputs. */
const [LOW, HIGH] = [0, 3.4] as const;

/** Where the sheets of the inputs and the hidden layers stand: each a step higher than the one before. */
export function sheetPlaces(widths: readonly number[]): readonly SheetPlace[] {
  const apart = (FRONT - BACK) / (widths.length - 1);
  return widths.slice(0, -1).map((count, layer) => {
    const [columns, rows] = gridOf(count);
    const cell = layer === 0 ? PICTURE / columns : Math.min(HIDDEN / Math.max(columns, rows), LARGEST);
    return {
      ...{ columns, rows, cell, deep: layer === 0 ? DEEP / 2 : DEEP },
      left: (-columns * cell) / 2,
      top: (rows * cell) / 2 + LOW + (HIGH - LOW) * (layer / (widths.length - 1)),
      z: FRONT - layer * apart,
    };
  });
}

/** The low left and the high right corner of a cell, without the gap around it. */
export function cellAt({ columns, cell, left, top }: SheetPlace, index: number) {
  const [u, v] = [index % columns, Math.floor(index / columns)];
  const inset = (GAP * cell) / 2;
  return {
    left: left + u * cell + inset,
    right: left + (u + 1) * cell - inset,
    low: top - (v + 1) * cell + inset,
    high: top - v * cell - inset,
  };
}

/** The bar of a class at probability 1. */
export function barAt(index: number, count: number) {
  const middle = (index - (count - 1) / 2) * STEP;
  const half = (BAR * STEP) / 2;
  return { middle, left: middle - half, right: middle + half, near: BACK + half, far: BACK - half };
}

/** Frames of the sheets, and the way from one to the next. */
export function edgesOf(places: readonly SheetPlace[], outputs: number) {
  const corners = ({ left, top, columns, rows, cell, z }: SheetPlace) => {
    const right = left + columns * cell;
    const low = top - rows * cell;
    return [[left, low, z], [right, low, z], [right, top, z], [left, top, z]] as const; // prettier-ignore
  };
  const last = { ...barAt(0, outputs), other: barAt(outputs - 1, outputs) };
  const floor: Edge = [
    [last.left, FLOOR, BACK],
    [last.other.right, FLOOR, BACK],
  ];
  const ring = places.map(corners);
  const frames = ring.flatMap((four) => four.map((from, i): Edge => [from, four[(i + 1) % 4]!]));
  const ways = ring.slice(1).flatMap((four, k) => four.map((to, i): Edge => [ring[k]![i]!, to]));
  const end = ring.at(-1)!;
  const on: Edge[] = [
    [end[0], floor[0]],
    [end[1], floor[1]],
  ];
  return { frames: [...frames, floor], ways: [...ways, ...on] };
}
