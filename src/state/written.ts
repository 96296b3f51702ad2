import { formulaErrorOf } from '../formula/index.ts';
import { compactText, ruleErrorOf, spreadText } from '../optimizers/own/index.ts';
import type { Field } from './fields.ts';

type Coder = Omit<Field<string>, 'name'>;

/** A formula of the reader's own in some variables, as text: links carry it, and never code. */
export function formulaCoder(variables?: readonly string[]): Coder {
  return {
    write: (text) => text,
    read: (text) => (formulaErrorOf(text, variables) === null ? text : undefined),
    wrong(text) {
      const error = formulaErrorOf(text, variables);
      return error && { text, error };
    },
  };
}

/** An update rule of the reader's own, on one line. `knowsLeast`: as `ruleErrorOf` has it. */
export function ruleCoder(knowsLeast = true): Coder {
  return {
    write: (text) => text,
    read: (text) => (ruleErrorOf(text, knowsLeast) === null ? compactText(text) : undefined),
    wrong(text) {
      const lines = spreadText(text);
      const error = ruleErrorOf(lines, knowsLeast);
      return error && { text: lines, error };
    },
  };
}
