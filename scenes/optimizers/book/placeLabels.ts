import { spread } from '../../../src/ui/spread.ts';
import { clipSegment, type Rect, type Segment } from './plane.ts';

export interface HeadPlace {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

export interface PlacedLabel {
  readonly x: number;
  /** Middle of the text. */
  readonly y: number;
  readonly anchor: 'start' | 'end';
  /** From the text to the head (cut at the plan's border). */
  readonly leader: Segment;
}

/** Pixels between the middles of two labels. */
const APART = 19;
/** From the outermost head to its column of labels. */
const AWAY = 30;
const EDGE = 12;
/** Width of a name at 14 px bold, from above. */
const widthOf = (name: string) => name.length * 9 + 4;

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}

function boxOf({ x, y, anchor }: PlacedLabel, name: string): Rect {
  const width = widthOf(name);
  return { x: anchor === 'start' ? x - 2 : x - width + 2, y: y - APART / 2, width, height: APART };
}

/**
 * One column of labels in the heads' vertical order, kept apart: right or left of all heads or along an edge of the plan,
 * wherever it covers fewest of the `lines` (the paths, in pixels), in that order of preference. Heads off the plan count as on its border.
 * The figure's names are read as one list, so the column is chosen as a whole; names one by one over a picture: `view/labels.ts`.
 */
export function placeLabels(
  heads: readonly HeadPlace[],
  rect: Rect,
  lines: readonly Segment[],
): readonly PlacedLabel[] {
  if (heads.length === 0) return [];
  const right = rect.x + rect.width;
  const bottom = rect.y + rect.height;
  const onPlan = heads.map(({ x, y }) => ({ x: clamp(x, rect.x, right), y: clamp(y, rect.y, bottom) }));
  const widest = Math.max(...heads.map(({ name }) => widthOf(name)));
  const ys = spread(
    onPlan.map(({ y }) => y),
    APART,
    rect.y + EDGE,
    bottom - EDGE,
  );
  const column = (x: number, anchor: 'start' | 'end') =>
    onPlan.map((head, k): PlacedLabel => {
      const y = ys[k] as number;
      return { x, y, anchor, leader: [anchor === 'start' ? x - 3 : x + 3, y, head.x, head.y] };
    });
  const columns = [
    column(Math.max(...onPlan.map(({ x }) => x)) + AWAY, 'start'),
    column(Math.min(...onPlan.map(({ x }) => x)) - AWAY, 'end'),
    column(right - widest - 4, 'start'),
    column(rect.x + widest + 4, 'end'),
  ].filter(([label]) => label && (label.anchor === 'start' ? label.x + widest <= right : label.x - widest >= rect.x));
  const covered = (labels: readonly PlacedLabel[]) => {
    const boxes = labels.map((label, k) => boxOf(label, (heads[k] as HeadPlace).name));
    return lines.filter((line) => boxes.some((box) => clipSegment(line, box) !== null)).length;
  };
  const counts = columns.map(covered);
  // The plan may be too narrow for any column: then its right edge.
  return columns[counts.indexOf(Math.min(...counts))] ?? column(right - widest, 'start');
}
