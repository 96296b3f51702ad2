import { defaultsOf } from '../params/spec.ts';
import { compileRule } from './compile.ts';
import type { Rule } from './types.ts';

/**
 * What a piece of an optimizer's memory stands for.
 * `memory`: a mean or sum of gradients, which turns with them (m, b; the book's v, where −lr is baked in).
 * `scale`: a measure of their size, the same for g and −g (v, s, h, u).
 */
export interface StateRole {
  readonly name: string;
  readonly role: 'memory' | 'scale';
  /** The memory holds lr and the minus sign already: it is a step. */
  readonly baked: boolean;
}

const roles = new WeakMap<Rule, readonly StateRole[]>();

/**
 * Told from the rule itself, by two updates from nothing, at g = 1, 3 and at g = −1, −3: what changes its sign is memory. Two, for a mean of the
 * gradient's changes is still 0 after the first.
 */
export function stateRoles(rule: Rule): readonly StateRole[] {
  const known = roles.get(rule);
  if (known) return known;
  const { state, slot, perStep, perCoordinate, values: fresh } = compileRule(rule);
  const after = (sign: 1 | -1) => {
    const values = fresh(defaultsOf(rule.params));
    for (const t of [1, 2]) {
      values[slot.t] = t;
      perStep(values);
      values[slot.g] = sign * (2 * t - 1);
      perCoordinate(values);
    }
    return state.map(({ slot: place }) => values[place] as number);
  };
  const [up, down] = [after(1), after(-1)];
  const found = state.map(({ name }, k): StateRole => {
    const odd = (up[k] as number) !== 0 && (up[k] as number) === -(down[k] as number);
    return { name, role: odd ? 'memory' : 'scale', baked: odd && (up[k] as number) < 0 };
  });
  roles.set(rule, found);
  return found;
}
