import { LINE, type PlanCell, type PlanLayout } from '../book/layout.ts';

/** The map, and the plan on which a cell's run is replayed. */
export interface HeatLayout {
  readonly map: PlanCell;
  readonly plan: PlanCell;
  /** The plan is small and below the map, its words beside it. */
  readonly stacked: boolean;
  /** Widths that words have: above the map, and of the plan. */
  readonly rooms: readonly [map: number, plan: number];
}

/** A phone held upright. */
const [NARROW, HIGH] = [480, 320];
/** Beside and below a plot, for its numbers; between the two, and from the plan to its words. */
const [LEFT, RIGHT, BOTTOM, GAP] = [42, 12, 24, 14];
/** Of the height, and in pixels. */
const PLAN = { part: 0.25, least: 84, most: 120 } as const;

/**
 * Beside each other, equally large; where that would leave both small, the map is as wide as the room. `lines`: of words above it then, by the
 * pixels that they have. null where the figure has no two places.
 */
export function heatLayout(
  { width, height, cells, titleRoom }: PlanLayout,
  lines: (room: number) => number,
): HeatLayout | null {
  const [left, right] = cells;
  if (!left || !right) return null;
  if (width >= NARROW || height < HIGH)
    return { map: left, plan: right, stacked: false, rooms: [titleRoom, titleRoom] };
  const wide = width - LEFT - RIGHT;
  const side = Math.round(Math.min(Math.max(PLAN.part * height, PLAN.least), PLAN.most));
  const head = lines(wide) * LINE + 10;
  const high = Math.min(height - head - side - 2 * BOTTOM - GAP, wide);
  const top = Math.floor((height - head - high - side - 2 * BOTTOM - GAP) / 2);
  const y = top + head + high + BOTTOM + GAP;
  const beside = LEFT + side + 2 * GAP;
  return {
    map: { title: { x: LEFT, y: top + LINE }, plot: { x: LEFT, y: top + head, width: wide, height: high } },
    plan: { title: { x: beside, y: y + LINE }, plot: { x: LEFT, y, width: side, height: side } },
    stacked: true,
    rooms: [wide, width - beside],
  };
}
