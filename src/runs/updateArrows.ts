import { disturbedLr } from '../optimizers/disturbance.ts';
import { ruleOf } from '../optimizers/index.ts';
import { stateRoles } from '../optimizers/roles.ts';
import type { RunView } from './runViews.ts';

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
  readonly x: number;
  readonly y: number;
  readonly arrows: readonly UpdateArrow[];
  /** The square root of a rule's measure of gradient size along x and y, or null where it has none or it is still 0. */
  readonly scale: { readonly symbol: string; readonly x: number; readonly y: number } | null;
}

/**
 * The update that leaves row `row`, read off the record. Memory and scale are those that the update has just renewed;
 * at the record's last row nothing follows: there the gradient and what memory is left. null for an empty record.
 */
export function updateArrowsOf({ record, spec }: RunView, row: number): UpdateArrows | null {
  if (row >= record.count) return null;
  const next = Math.min(row + 1, record.count - 1);
  const at = (column: Float64Array, i: number): [number, number] => [
    column[2 * i] as number,
    column[2 * i + 1] as number,
  ];
  const [x, y] = at(record.x, row);
  const [nextX, nextY] = at(record.x, next);
  const disturbance = spec.disturbance ?? {};
  const lr = disturbedLr(spec.params['lr'] ?? NaN, disturbance, row + 1);
  const added = disturbance.inject?.step === row + 1 ? disturbance.inject.gradient : ([0, 0] as const);
  const [gx, gy] = at(record.g, row);
  const arrows: UpdateArrow[] = [
    { kind: 'gradient', symbol: 'g', baked: false, dx: -lr * (gx + added[0]), dy: -lr * (gy + added[1]) },
  ];
  let scale: UpdateArrows['scale'] = null;
  for (const { name, role, baked } of stateRoles(ruleOf(spec.optimizer, spec.semantics))) {
    const [mx, my] = at(record.state[name] as Float64Array, next);
    if (role === 'memory') {
      const factor = baked ? 1 : -lr;
      arrows.push({ kind: 'memory', symbol: name, baked, dx: factor * mx, dy: factor * my });
    } else if (scale === null && mx > 0 && my > 0) scale = { symbol: name, x: Math.sqrt(mx), y: Math.sqrt(my) };
  }
  if (next > row) arrows.push({ kind: 'step', symbol: 'x', baked: false, dx: nextX - x, dy: nextY - y });
  return { x, y, arrows, scale };
}
