import { optimizerOf } from '../../optimizers/index.ts';
import { placeOn } from '../../tuning/axis.ts';
import { edgeLine, type MapPoint } from '../../tuning/edge.ts';
import type { TrainingMapSpec } from './duty.ts';
import { valueIn, varyTraining } from './vary.ts';

/** λmax at the first weights: by what changes it, or one for all. */
export interface Bends {
  readonly along: 'x' | 'y' | null;
  readonly values: Float64Array;
}

/** What makes another network, or another loss of it. */
const BENDS: ReadonlySet<string> = new Set(['width', 'depth', 'decay']);

/** Which axis changes λmax at the first weights. Both: not drawn, see `hasEdge`. */
export function bendsWith({ x, y }: Pick<TrainingMapSpec, 'x' | 'y'>): 'x' | 'y' | null {
  return BENDS.has(x.name) ? 'x' : BENDS.has(y.name) ? 'y' : null;
}

/** Whether a learning rate is known below which the first updates are stable: gradient descent, with momentum or not, of one loss in every update. */
export function hasEdge({ run, x, y }: TrainingMapSpec, samples: number): boolean {
  const { optimizer, network, batch } = run;
  const names = [x.name, y.name];
  const isWhole = batch === 0 || batch >= samples;
  if (optimizer === 'muon' || !optimizerOf(optimizer).stableBelow) return false;
  if (!isWhole || network.dropout > 0 || network.batchNorm) return false;
  return !names.some((name) => name === 'batch' || name === 'dropout') && !names.every((name) => BENDS.has(name));
}

/** The edge of stability at the first weights, as a line in axis values: 2/λmax for gradient descent. */
export function trainingEdge({ run, x, y }: TrainingMapSpec, bends: Bends | null): readonly MapPoint[] {
  if (!bends || run.optimizer === 'muon') return [];
  const { stableBelow } = optimizerOf(run.optimizer);
  if (!stableBelow) return [];
  const { along, values } = bends;
  const at = (xValue: number, yValue: number) => {
    const given = [[x.name, xValue] as const, [y.name, yValue] as const];
    return varyTraining(run, Object.fromEntries(given.filter(([, value]) => !Number.isNaN(value))));
  };
  const curvature = (xValue: number, yValue: number) => {
    if (along === null) return values[0]!;
    const place = along === 'x' ? placeOn(x, xValue) : placeOn(y, yValue);
    return values[Math.min(Math.max(Math.round(place), 0), values.length - 1)]!;
  };
  const lrAt = (...place: MapPoint) => valueIn(at(...place), 'lr', NaN);
  return edgeLine({ x, y, lrAt }, (...place) => stableBelow(at(...place).params, curvature(...place)));
}
