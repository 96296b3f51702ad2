import type { Box, Viewport } from '../math/box.ts';

/** Labels over a picture are data, placed by one pure layout for all scenes, so that the page's and an exported picture's agree. CSS pixels. */
export interface Label {
  readonly id: string;
  readonly text: string;
  readonly kind: 'head' | 'start' | 'tick' | 'axis' | 'event' | 'swarm' | 'minimum' | 'group';
  readonly colour?: string;
  readonly anchorX: number;
  readonly anchorY: number;
  readonly width: number;
  readonly height: number;
  /** Where the label's middle would like to be, from the anchor. */
  readonly wishX: number;
  readonly wishY: number;
  /** How far it may stray from there; 0: there or nowhere. */
  readonly reach: number;
  /** A line leads from it to its anchor, which rests while labels do. */
  readonly led?: boolean;
  /** What it names is lit up. */
  readonly lit?: boolean;
}

export interface PlacedLabel {
  readonly label: Label;
  /** The label's middle. */
  readonly x: number;
  readonly y: number;
}

const CELL = 6;

/** Which cells of the window are taken; boxes are asked for by summed areas. */
export class Occupancy {
  private readonly columns: number;
  private readonly rows: number;
  private readonly cells: Uint8Array;
  private readonly sums: Int32Array;
  private stale = true;

  constructor({ width, height }: Viewport) {
    this.columns = Math.max(1, Math.ceil(width / CELL));
    this.rows = Math.max(1, Math.ceil(height / CELL));
    this.cells = new Uint8Array(this.columns * this.rows);
    this.sums = new Int32Array((this.columns + 1) * (this.rows + 1));
  }

  addPoint(x: number, y: number, radius: number): void {
    this.addBox({ left: x - radius, top: y - radius, right: x + radius, bottom: y + radius });
  }

  addBox(box: Box): void {
    const [i0, i1] = this.span(box.left, box.right, this.columns);
    const [j0, j1] = this.span(box.top, box.bottom, this.rows);
    for (let j = j0; j <= j1; j++) this.cells.fill(1, j * this.columns + i0, j * this.columns + i1 + 1);
    this.stale = true;
  }

  /** Points along a straight line, close enough to leave no gap. */
  addLine(ax: number, ay: number, bx: number, by: number, radius: number): void {
    const steps = Math.min(Math.max(1, Math.ceil(Math.hypot(bx - ax, by - ay) / CELL)), 400);
    for (let i = 0; i <= steps; i++) this.addPoint(ax + ((bx - ax) * i) / steps, ay + ((by - ay) * i) / steps, radius);
  }

  isFree(box: Box): boolean {
    if (box.left < 0 || box.top < 0 || box.right > this.columns * CELL || box.bottom > this.rows * CELL) return false;
    if (this.stale) this.sum();
    const [i0, i1] = this.span(box.left, box.right, this.columns);
    const [j0, j1] = this.span(box.top, box.bottom, this.rows);
    const at = (i: number, j: number) => this.sums[j * (this.columns + 1) + i] as number;
    return at(i1 + 1, j1 + 1) - at(i0, j1 + 1) - at(i1 + 1, j0) + at(i0, j0) === 0;
  }

  private span(from: number, to: number, cells: number): [number, number] {
    const clamp = (value: number) => Math.min(Math.max(Math.floor(value / CELL), 0), cells - 1);
    return [clamp(from), clamp(to)];
  }

  private sum(): void {
    const width = this.columns + 1;
    for (let j = 0; j < this.rows; j++) {
      let row = 0;
      for (let i = 0; i < this.columns; i++) {
        row += this.cells[j * this.columns + i] as number;
        this.sums[(j + 1) * width + i + 1] = row + (this.sums[j * width + i + 1] as number);
      }
    }
    this.stale = false;
  }
}

/**
 * Places labels in the order given, the first choosing first, each as near to its wish as it can without touching what is taken; one that finds no room is left out.
 * The names at the heads are what one reads the picture by: one of them looks twice as far, and lies across a path rather
 * than stay away. `firm` is what even then nothing may cover: panels, heads, labels.
 * `before`: where they stood last; staying there is preferred, so that labels do not jump about.
 */
export function placeLabels(
  labels: readonly Label[],
  taken: Occupancy,
  before: ReadonlyMap<string, { readonly x: number; readonly y: number }>,
  firm: Occupancy = taken,
): PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  for (const label of labels) {
    const stood = before.get(label.id);
    const far = { ...label, reach: 2 * label.reach };
    const spot =
      bestSpot(label, taken, stood) ??
      (label.kind === 'head' ? (bestSpot(far, taken, stood) ?? bestSpot(far, firm, stood)) : null);
    if (!spot) continue;
    placed.push({ label, ...spot });
    for (const occupancy of new Set([taken, firm])) occupancy.addBox(boxOf(label, spot.x, spot.y));
  }
  return placed;
}

/** A label on its way: its middle now and where it goes. */
export interface MovingLabel {
  x: number;
  y: number;
  readonly toX: number;
  readonly toY: number;
  readonly width: number;
  readonly height: number;
}

/**
 * On their way labels may meet: those that touch another one, or a panel, are put where they go at once. Their places touch
 * nothing, so that afterwards nothing does.
 */
export function keepApart(labels: readonly MovingLabel[], panels: readonly Box[]): void {
  const box = (label: MovingLabel) => boxOf(label, label.x, label.y);
  const arrive = (label: MovingLabel) => {
    const moved = label.x !== label.toX || label.y !== label.toY;
    [label.x, label.y] = [label.toX, label.toY];
    return moved;
  };
  // Whoever arrives may stand in the way of another one.
  for (let again = true; again;) {
    again = false;
    labels.forEach((label, i) => {
      if (panels.some((panel) => touch(box(label), panel))) again = arrive(label) || again;
      for (const other of labels.slice(0, i)) {
        if (touch(box(label), box(other))) again = [arrive(label), arrive(other)].some(Boolean) || again;
      }
    });
  }
}

function touch(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

export function boxOf(
  { width, height }: { readonly width: number; readonly height: number },
  x: number,
  y: number,
): Box {
  return { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 };
}

function bestSpot(label: Label, taken: Occupancy, before: { readonly x: number; readonly y: number } | undefined) {
  const [wishX, wishY] = [label.anchorX + label.wishX, label.anchorY + label.wishY];
  let best: { x: number; y: number } | null = null;
  let bestCost = Infinity;
  const consider = (x: number, y: number, bonus: number) => {
    const cost =
      Math.hypot(x - wishX, (y - wishY) * 1.2) + 0.35 * Math.hypot(x - label.anchorX, y - label.anchorY) - bonus;
    if (cost >= bestCost || !taken.isFree(boxOf(label, x, y))) return;
    best = { x, y };
    bestCost = cost;
  };
  if (before && label.reach > 0) consider(before.x, before.y, 18);
  const step = CELL * 1.5;
  const n = Math.floor(label.reach / step);
  for (let j = -n; j <= n; j++) {
    for (let i = -n; i <= n; i++) consider(wishX + i * step, wishY + j * step, 0);
  }
  return best as { x: number; y: number } | null;
}
