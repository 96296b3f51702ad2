import { disturbedLr } from '../../../src/optimizers/disturbance.ts';
import { ruleOrNull } from '../../../src/optimizers/index.ts';
import { stateRoles } from '../../../src/optimizers/roles.ts';
import { gradientAt } from '../../../src/optimizers/update.ts';
import type { RunView } from './runViews.ts';
import { shownUpdateOf, type ShownUpdate } from './shownUpdate.ts';

/** One vector of an update, in units of the domain, from the iterate on. */
export interface UpdateArrow {
  /** `gradient`: −lr·∇f, the step that plain descent would take. `memory`: −lr times the remembered gradient. `step`: what the rule does. */
  readonly kind: 'gradient' | 'memory' | 'step';
  /** The symbol of the rule that it shows. */
  readonly symbol: string;
  /** The memory is a step already (the book's v). */
  readonly baked: boolean;
  readonly dx: number;
  readonly dy: number;
}

export interface UpdateArrows {
  readonly which: ShownUpdate['which'];
  /** Where the update starts. */
  readonly x: number;
  readonly y: number;
  readonly arrows: readonly UpdateArrow[];
  /** The square root of a rule's measure of gradient size along x and y, or null where it has none or it is still 0. */
  readonly scale: { readonly symbol: string; readonly x: number; readonly y: number } | null;
}

/**
 * The update of `shownUpdateOf` at step `shown`, read off the record: the gradient that it saw, the memory and the scale that it renewed,
 * the step that it made. null where there is none.
 */
export function updateArrowsOf({ record, spec }: Pick<RunView, 'record' | 'spec'>, shown: number): UpdateArrows | null {
  const update = shownUpdateOf(record, shown);
  if (!update) return null;
  const { step, which } = update;
  const row = step - 1;
  const at = (column: Float64Array, i: number): [number, number] => [
    column[2 * i] as number,
    column[2 * i + 1] as number,
  ];
  const [x, y] = at(record.x, row);
  const [nextX, nextY] = at(record.x, step);
  const disturbance = spec.disturbance ?? {};
  // A rule that finds its own rate calls it so.
  const lr = record.point?.scalars['rate']?.[step] ?? disturbedLr(spec.params['lr'] ?? NaN, disturbance, step);
  const [gx, gy] = ([0, 1] as const).map((axis) => gradientAt(record, step, axis, disturbance)) as [number, number];
  const arrows: UpdateArrow[] = [{ kind: 'gradient', symbol: 'g', baked: false, dx: -lr * gx, dy: -lr * gy }];
  let scale: UpdateArrows['scale'] = null;
  const rule = ruleOrNull(spec.optimizer, spec.semantics);
  for (const { name, role, baked } of rule ? stateRoles(rule) : []) {
    const [mx, my] = at(record.state[name] as Float64Array, step);
    if (role === 'memory') {
      const factor = baked ? 1 : -lr;
      arrows.push({ kind: 'memory', symbol: name, baked, dx: factor * mx, dy: factor * my });
    } else if (role === 'scale' && scale === null && mx > 0 && my > 0)
      scale = { symbol: name, x: Math.sqrt(mx), y: Math.sqrt(my) };
  }
  arrows.push({ kind: 'step', symbol: 'x', baked: false, dx: nextX - x, dy: nextY - y });
  return { which, x, y, arrows, scale };
}
