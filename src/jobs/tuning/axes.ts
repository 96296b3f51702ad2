import { paramsOf } from '../../optimizers/index.ts';
import type { ParamSpec, ParamSpecs } from '../../params/spec.ts';
import { isSurfaceId, surfaces } from '../../surfaces/index.ts';
import type { Minimum, SurfaceDef } from '../../surfaces/types.ts';
import type { Axis } from '../../tuning/axis.ts';
import type { OptimizeSpec } from '../specs.ts';
import { limitOf } from './limit.ts';

/** What a name of `varied` may be; for the number of updates the bounds of the command line. */
export function specFor({ optimizer, semantics, surface }: OptimizeSpec, name: string): ParamSpec | undefined {
  const def: SurfaceDef | null = isSurfaceId(surface.id) ? surfaces[surface.id] : null;
  const specs: ParamSpecs = { steps: STEPS_SPEC, ...def?.params, ...paramsOf(optimizer, semantics) };
  return specs[name];
}

const STEPS_SPEC: ParamSpec = {
  ...{ default: 100, min: 1, max: 2000, scale: 'log', integer: true },
  accepts: { min: 1, max: 100_000 },
};

/** Below what is worth its place beside a learning rate. */
const GUARDS: ReadonlySet<string> = new Set(['lr', 'eps', 'weight_decay']);

/** What a map of a run varies where nobody says: the learning rate, and what the rule remembers by. null where there are not two things to vary. */
export function namesFor(run: OptimizeSpec): readonly [x: string, y: string] | null {
  const rule = Object.keys(run.params);
  const others = [...rule.filter((name) => !GUARDS.has(name)), ...Object.keys(run.surface.params)];
  const last = [...rule.filter((name) => name !== 'lr'), 'steps'];
  const [first, second] = [...new Set([...(rule.includes('lr') ? ['lr'] : []), ...others, ...last])];
  return first === undefined || second === undefined ? null : [first, second];
}

/** What an axis is laid out by. */
interface Layout {
  /** A learning rate that suits the run, which the axis is laid about. */
  readonly rate: number;
  /** Of the surface: see `limitOf`. */
  readonly minima: readonly Minimum[];
  readonly count: number;
  readonly digits?: number;
}

/** An axis that is worth looking at: of the learning rate three decades about one that suits, and up to where it is too large; of anything else the range of its slider. */
export function axisFor(run: OptimizeSpec, name: string, { rate, minima, ...rest }: Layout): Axis {
  if (name === 'lr') {
    const limit = limitOf(run, minima);
    const to = Math.max(10 * rate, Number.isFinite(limit) ? 3 * limit : 0);
    const round = (value: number) => Number(value.toPrecision(1));
    return { name, from: round(rate / 100), to: round(to), scale: 'log', ...rest };
  }
  const { min, max, scale, integer, default: usual } = specFor(run, name)!;
  // A decay's last steps to 1 are one cell of an even axis.
  const to = scale === 'linear' && max < 1 && max > 0.99 && usual <= 0.99 ? 0.99 : max;
  return { name, from: min, to, scale, ...(integer && { integer }), ...rest };
}
