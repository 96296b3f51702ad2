import { defaultsOf } from '../params/spec.ts';
import { compileRule } from './compile.ts';
import { preparePoint } from './point.ts';
import type { Rule } from './types.ts';

/**
 * What a piece of an optimizer's memory stands for.
 * `memory`: a mean or sum of gradients, which turns with them (m, b; the book's v, where −lr is baked in).
 * `scale`: a measure of their size, the same for g and −g (v, s, h, u).
 * `way`: how far x has come from its start (DoG's d), no gradient at all.
 */
export interface StateRole {
  readonly name: string;
  readonly role: 'memory' | 'scale' | 'way';
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
  const compiled = compileRule(rule);
  const { state, slot, perStep, perCoordinate } = compiled;
  const after = (sign: 1 | -1) => {
    const values = compiled.values(defaultsOf(rule.params));
    const memory = new Float64Array(state.length);
    const seen = new Float64Array(1);
    let x = 0;
    const load = (into: Float64Array) => {
      into[slot.x] = x;
      into[slot.g] = seen[0] as number;
      state.forEach(({ slot: place }, k) => (into[place] = memory[k] as number));
    };
    for (const t of [1, 2]) {
      values[slot.t] = t;
      perStep(values);
      seen[0] = sign * (2 * t - 1);
      preparePoint(compiled, values, seen, load, { f: 1, fmin: 0, gradient: () => undefined });
      load(values);
      perCoordinate(values);
      x = values[slot.x] as number;
      state.forEach(({ slot: place }, k) => (memory[k] = values[place] as number));
    }
    return { x, memory };
  };
  const [up, down] = [after(1), after(-1)];
  const found = state.map(({ name }, k): StateRole => {
    const [one, other] = [up.memory[k] as number, down.memory[k] as number];
    const odd = one !== 0 && one === -other;
    if (odd && one === up.x) return { name, role: 'way', baked: false };
    return { name, role: odd ? 'memory' : 'scale', baked: odd && one < 0 };
  });
  roles.set(rule, found);
  return found;
}
