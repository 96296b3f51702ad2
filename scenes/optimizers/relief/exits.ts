import type { RunEvent } from '../runs/events.ts';
import type { RunView } from '../runs/runViews.ts';
import { contains } from '../../../src/surfaces/domain.ts';
import { clipToBox } from '../../../src/view/pathGeometry.ts';
import type { SceneModel } from './model.ts';

/** Where a path stops to be drawn: `left` at the domain's border, `rim` at the highest cut. Row is that of the crossing; f may lie above that cut at the border. */
export interface Exit {
  readonly kind: 'left' | 'rim';
  readonly x: number;
  readonly y: number;
  readonly f: number;
  readonly row: number;
  /** The step that ends beyond. */
  readonly step: number;
  /** f at that step; may be huge. */
  readonly fBeyond: number;
}

/** The first time a path leaves the map and the first time it climbs beyond the highest cut, if it does. */
export function exitsOf({ record }: RunView, { display, objective, cuts, partial }: SceneModel): readonly Exit[] {
  const exits: Exit[] = [];
  // From a part of the map a path comes and goes.
  if (partial) return exits;
  const highest = cuts[cuts.length - 1] as number;
  for (let row = 0; row + 1 < record.count && exits.length < 2; row++) {
    const [px, py, qx, qy] = record.x.subarray(2 * row, 2 * row + 4) as unknown as [number, number, number, number];
    if (!contains(display.domain, px, py)) continue;
    const from = record.f[row] as number;
    const to = record.f[row + 1] as number;
    const add = (kind: Exit['kind'], u: number) => {
      if (exits.some((exit) => exit.kind === kind)) return;
      const [x, y] = [px + u * (qx - px), py + u * (qy - py)];
      exits.push({ kind, x, y, f: objective.value(x, y), row: row + u, step: row + 1, fBeyond: to });
    };
    const inside = contains(display.domain, qx, qy);
    if (from <= highest && to > highest && inside) add('rim', crossing(objective, highest, px, py, qx, qy, 1));
    if (!inside) {
      const end = clipToBox(display.domain, px, py, qx, qy)?.[1] ?? 0;
      const border = objective.value(px + end * (qx - px), py + end * (qy - py));
      if (border > highest && from <= highest) add('rim', crossing(objective, highest, px, py, qx, qy, end));
      add('left', end);
      break;
    }
  }
  return exits;
}

/** Where in the picture an event stands. */
export interface ExitPlace {
  readonly kind: 'rim' | 'left';
  readonly event: RunEvent;
  readonly x: number;
  readonly y: number;
  readonly f: number;
  /** On the plan, for want of a path above it. */
  readonly flat: boolean;
  /** When the path gets there. */
  readonly row: number;
}

/**
 * The rim stands where the path passes `cut`. The map is left where the drawn path ends: at the border or, where it climbs out
 * of the picture on its way there, at that point; one that never was in it leaves by its shadow on the plan.
 */
export function exitPlaces(
  run: RunView,
  model: SceneModel,
  events: readonly RunEvent[],
  cut: number,
): readonly ExitPlace[] {
  const { record } = run;
  if (model.partial) return [];
  const exits = exitsOf(run, model);
  return events.flatMap((event): ExitPlace[] => {
    if (event.kind === 'left') {
      const left = exits.find(({ kind }) => kind === 'left');
      if (!left) return [];
      const seen = standsOnPlan(left, model) ? lastSeen(run, model, left) : left;
      return [{ ...(seen ?? left), kind: 'left', event, flat: seen === null }];
    }
    if (event.kind === 'rim') {
      const row = Math.max(event.step - 1, 0);
      const [px, py, qx, qy] = record.x.subarray(2 * row, 2 * row + 4) as unknown as [number, number, number, number];
      // A start above the rim stands there itself.
      const u = event.step === 0 ? 0 : crossing(model.objective, cut, px, py, qx, qy, 1);
      const [x, y] = [px + u * (qx - px), py + u * (qy - py)];
      return [{ kind: 'rim', event, x, y, f: model.objective.value(x, y), flat: false, row: row + u }];
    }
    return [];
  });
}

/** How finely the way out is searched: a whole step may be above the highest cut at both ends and below it between. */
const PIECES = 256;

/** Where the step on which a path leaves the map climbs above the highest cut for the last time; null where it never was below. */
function lastSeen(
  { record }: RunView,
  { objective, cuts }: SceneModel,
  left: Exit,
): { readonly x: number; readonly y: number; readonly f: number; readonly row: number } | null {
  const highest = cuts[cuts.length - 1] as number;
  const row = left.step - 1;
  const [px, py] = [record.x[2 * row] as number, record.x[2 * row + 1] as number];
  const along = (u: number) => [px + u * (left.x - px), py + u * (left.y - py)] as const;
  for (let k = PIECES - 1; k >= 0; k--) {
    const [ax, ay] = along(k / PIECES);
    if (objective.value(ax, ay) > highest) continue;
    const [bx, by] = along((k + 1) / PIECES);
    const u = (k + crossing(objective, highest, ax, ay, bx, by, 1)) / PIECES;
    const [x, y] = along(u);
    return { x, y, f: objective.value(x, y), row: row + u * (left.row - row) };
  }
  return null;
}

/** A path that leaves the map above the rim is seen leaving by its shadow only. */
export function standsOnPlan({ f }: Exit, { cuts }: SceneModel): boolean {
  const highest = cuts[cuts.length - 1] as number;
  return f > highest + 1e-9 * Math.abs(highest);
}

/** The u in [0, end] at which f first passes `level` on the straight step p → q, by bisection. */
function crossing(
  objective: SceneModel['objective'],
  level: number,
  px: number,
  py: number,
  qx: number,
  qy: number,
  end: number,
): number {
  let [low, high] = [0, end];
  for (let i = 0; i < 50; i++) {
    const middle = (low + high) / 2;
    if (objective.value(px + middle * (qx - px), py + middle * (qy - py)) <= level) low = middle;
    else high = middle;
  }
  return low;
}
