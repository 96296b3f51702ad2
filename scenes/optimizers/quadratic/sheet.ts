import { valueAt, type LocalModel } from './localModel.ts';

/** A sheet of the model: rings around a centre, each of SPOKES places. */
export interface ModelSheet {
  readonly centre: Place;
  /** (RINGS + 1) × SPOKES × 3: x, y, f; ring 0 is the centre. */
  readonly places: Float64Array;
  /** Of a bowl or a dome: where the model is as high as the iterate, SPOKES × 3; null else. */
  readonly level: Float64Array | null;
  /** Along the eigenvectors through the centre, the steeper first: both ends, x, y, f. */
  readonly axes: readonly (readonly [Place, Place])[];
}

type Place = readonly [x: number, y: number, f: number];

export const RINGS = 10;
export const SPOKES = 64;

/** How far over the iterate's level a bowl goes on. */
const RIM = 1.35;

/**
 * `least`: the height of the sheet at least, in units of f, so that there is something to see of a model at its own bottom. `side`: of
 * the domain; without a bottom or a top the sheet is a disc around the iterate, between SMALL and LARGE of it.
 */
export function sheetOf(model: LocalModel, side: number, least: number): ModelSheet {
  const { shape, turning, eigen, f } = model;
  const { smallest, largest, steepest } = eigen;
  const round = turning && (shape === 'bowl' || shape === 'dome') ? turning : null;
  const rise = round ? Math.abs(f - round.f) : 0;
  const height = Math.max(RIM * rise, least);
  const radius = discRadius(model, side);
  // Half the axis of the ellipse on which the model is `up` above (below) its turning point.
  const half = (curvature: number, up: number) => Math.sqrt((2 * up) / Math.abs(curvature));
  const centre = round ?? model;
  const at = (along: number, across: number): Place => {
    const x = centre.x + along * steepest[0] - across * steepest[1];
    const y = centre.y + along * steepest[1] + across * steepest[0];
    return [x, y, valueAt(model, x, y)];
  };
  const [a, b] = round ? [half(largest, height), half(smallest, height)] : [radius, radius];
  const places = new Float64Array(3 * (RINGS + 1) * SPOKES);
  for (let i = 0; i < (RINGS + 1) * SPOKES; i++) {
    const [share, angle] = [Math.floor(i / SPOKES) / RINGS, (2 * Math.PI * (i % SPOKES)) / SPOKES];
    places.set(at(share * a * Math.cos(angle), share * b * Math.sin(angle)), 3 * i);
  }
  return {
    centre: at(0, 0),
    places,
    level: round && rise > 0 ? ringOf(at, half(largest, rise), half(smallest, rise)) : null,
    axes: [
      [at(-a, 0), at(a, 0)],
      [at(0, -b), at(0, b)],
    ],
  };
}

const SMALL = 0.08;
const LARGE = 0.3;

/** Wide enough to show where the model's slope is 0, where that is near. */
function discRadius({ x, y, turning }: LocalModel, side: number): number {
  const way = turning ? 1.25 * Math.hypot(turning.x - x, turning.y - y) : 0;
  return Math.min(Math.max(way, SMALL * side), LARGE * side);
}

function ringOf(at: (along: number, across: number) => Place, a: number, b: number): Float64Array {
  const ring = new Float64Array(3 * SPOKES);
  for (let k = 0; k < SPOKES; k++) {
    const angle = (2 * Math.PI * k) / SPOKES;
    ring.set(at(a * Math.cos(angle), b * Math.sin(angle)), 3 * k);
  }
  return ring;
}
