import { FormulaError } from '../../formula/index.ts';
import { createMemo } from '../../math/memo.ts';
import { asksForLeast } from '../compile.ts';
import type { OptimizerDef } from '../types.ts';
import { readRule, type OwnRule } from './rule.ts';
import { compactText } from './text.ts';

export { readRule } from './rule.ts';
export { compactText, ruleText, spreadText } from './text.ts';

const PREFIX = 'own:';

/** What stands for a rule of somebody's own wherever the registry's ids stand: it holds the rule itself. */
export type OwnId = `${typeof PREFIX}${string}`;

export function isOwnId(id: string): id is OwnId {
  return id.startsWith(PREFIX);
}

export function ownIdOf(text: string): OwnId {
  return `${PREFIX}${compactText(text)}`;
}

export function ownTextOf(id: OwnId): string {
  return id.slice(PREFIX.length);
}

/** Kept so that a rule's programs and kernels, which go by the rule object, are made once. */
const known = createMemo<OptimizerDef>(64);

/** The optimizer that an id stands for. Throws FormulaError where its text is no rule. */
export function ownOptimizer(id: OwnId): OptimizerDef {
  return known(id, () => defOf(readRule(ownTextOf(id))));
}

function defOf({ title, rule, saysRate }: OwnRule): OptimizerDef {
  return {
    name: title === '' ? 'Own' : title,
    semantics: { own: rule },
    // The author's own lr holds on every surface.
    ...(saysRate && { rate: { by: 'itself' } }),
    reference: '',
  };
}

/** What is wrong with a text, or null where it is a rule. `knowsLeast`: whether there is a least value for it to read. */
export function ruleErrorOf(text: string, knowsLeast = true): FormulaError | null {
  try {
    const { rule } = readRule(text);
    if (knowsLeast || !asksForLeast(rule)) return null;
    return new FormulaError('rule-least', Math.max(text.search(/\bfmin\b/), 0));
  } catch (error) {
    if (error instanceof FormulaError) return error;
    throw error;
  }
}
