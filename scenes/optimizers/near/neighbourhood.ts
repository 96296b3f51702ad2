import { contains } from '../../../src/surfaces/domain.ts';
import { objectiveOf } from '../../../src/surfaces/objective.ts';
import type { Domain, Point2 } from '../../../src/surfaces/types.ts';
import { lossFloorOf } from '../runs/lossFloor.ts';
import type { RunView } from '../runs/runViews.ts';
import { isDrawable } from '../state/fields.ts';
import type { LabState } from '../state/types.ts';

/** The surroundings of the place where the best run ends, and the level at which the surface is cut there. */
export interface Neighbourhood {
  readonly domain: Domain;
  readonly cut: number;
}

/** Of a run, this last part of its iterates is its end, and at least so many of them. */
const TAIL = 1 / 4;
const LEAST_TAIL = 3;
/** Runs that end this near to the best one's end, in parts of the domain's longer side, are in the knot. */
const KNOT = 0.15;
/** At most this part of the domain's longer side each way: else it is no closer look. */
const WIDEST = 0.12;
/** Room around the outermost iterate. */
const ROOM = 1.25;
/** Vertex buffers are float32: see `isDrawable`. */
const FINEST = 2e-3;

const inside = ({ record }: RunView, domain: Domain): Point2[] => {
  const from = Math.max(0, Math.min(record.count - LEAST_TAIL, Math.floor(record.count * (1 - TAIL))));
  return Array.from({ length: record.count - from }, (_, i): Point2 => {
    const row = from + i;
    return [record.x[2 * row] as number, record.x[2 * row + 1] as number];
  }).filter(([x, y]) => contains(domain, x, y));
};

const apart = ([ax, ay]: Point2, [bx, by]: Point2) => Math.max(Math.abs(ax - bx), Math.abs(ay - by));

/** Where the runs end: so small that the last iterates are told apart; null where none ends on the map. */
export function neighbourhoodOf(state: LabState, runs: readonly RunView[]): Neighbourhood | null {
  const { domain, minima, formula, params } = state.surface;
  const side = Math.max(domain[1] - domain[0], domain[3] - domain[2]);
  const ends = runs.flatMap((run) => {
    const { record } = run;
    const row = record.count - 1;
    const at: Point2 = [record.x[2 * row] as number, record.x[2 * row + 1] as number];
    return record.divergedAt === null && row >= 0 && contains(domain, ...at)
      ? [{ run, at, f: record.f[row] as number }]
      : [];
  });
  if (ends.length === 0) return null;
  const best = ends.reduce((a, b) => (b.f < a.f ? b : a)).at;
  const known = minima
    .map(({ at }) => at)
    .toSorted((a, b) => apart(a, best) - apart(b, best))
    .find((at) => apart(at, best) < KNOT * side);
  const centre = known ?? best;
  const tails = ends.filter(({ at }) => apart(at, centre) < KNOT * side).flatMap(({ run }) => inside(run, domain));
  // Where the best run ends beside every known minimum, in the knot there is itself alone.
  const reached = [...tails, best];
  const widest = Math.max(...reached.map((at) => apart(at, centre)));
  const finest = FINEST * Math.max(...centre.map(Math.abs), 1e-3);
  const radius = Math.min(Math.max(ROOM * widest, finest, 1e-6 * side), WIDEST * side);
  const [x, y] = centre;
  const box: Domain = [
    Math.max(x - radius, domain[0]),
    Math.min(x + radius, domain[1]),
    Math.max(y - radius, domain[2]),
    Math.min(y + radius, domain[3]),
  ];
  const objective = objectiveOf(formula, params);
  const floor = lossFloorOf(state, runs).value;
  const seen = reached.filter((at) => contains(box, ...at)).map((at) => objective.value(...at));
  const highest = Math.max(...seen.filter(Number.isFinite), floor);
  // All of them at the very bottom: as high as the border is.
  const cut = highest > floor ? floor + 1.15 * (highest - floor) : objective.value(box[1], box[3]);
  return Number.isFinite(cut) && cut > floor ? { domain: box, cut } : null;
}

/** Samples a side that say how high a window's surface is. */
const SAMPLES = 24;

/** The part of the domain that is looked at, cut no higher than it is; null where there is none, or the relief has no vertices for it. */
function windowOf({ zoom, view, cut, surface, drape }: LabState): Neighbourhood | null {
  // The map is what one zooms in on, and its card is what zooms out.
  if (zoom === null || drape === 'none' || (view === 'relief' && !isDrawable(zoom))) return null;
  if (!contains(surface.domain, zoom[0], zoom[2]) || !contains(surface.domain, zoom[1], zoom[3])) return null;
  const [x0, x1, y0, y1] = zoom;
  const objective = objectiveOf(surface.formula, surface.params);
  const heights = Array.from({ length: (SAMPLES + 1) ** 2 }, (_, i) => {
    const [u, v] = [(i % (SAMPLES + 1)) / SAMPLES, Math.floor(i / (SAMPLES + 1)) / SAMPLES];
    return objective.value(x0 + u * (x1 - x0), y0 + v * (y1 - y0));
  }).filter(Number.isFinite);
  const highest = Math.max(...heights);
  const lowest = Math.min(...heights);
  // Where all of it lies above the cut, the cut is what hides it.
  const level = lowest < cut ? Math.min(cut, highest) : highest;
  return Number.isFinite(level) && level > lowest ? { domain: zoom, cut: level } : null;
}

const seenBy = new WeakMap<LabState, LabState>();

/**
 * The state as it is drawn: while one looks at the end of the runs, or at a part of the domain, its surface is that neighbourhood. What is computed
 * follows the state itself.
 */
export function seenOf(state: LabState, runs: readonly RunView[]): LabState {
  if (!state.near && state.zoom === null) return state;
  const known = seenBy.get(state);
  if (known) return known;
  const near = state.near ? neighbourhoodOf(state, runs) : windowOf(state);
  const seen = near
    ? { ...state, cut: near.cut, surface: { ...state.surface, domain: near.domain, cut: near.cut } }
    : { ...state, near: false };
  seenBy.set(state, seen);
  return seen;
}
