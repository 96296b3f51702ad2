import { mathNumber, mathSymbol } from '../../../src/formula/index.ts';
import type { Method } from '../../../src/optimizers/index.ts';

/** How names of rules are written that are words in the code; a name without an entry is written as it is. */
const WRITTEN: Readonly<Record<string, string>> = {
  rate: 'η_t',
  rate_g: 'η_g',
  rate_m: 'η_m',
  root: 'r',
  mu: 'μ',
  mu_next: 'μ′',
  product: 'Π',
  c2: 'c₂',
  shift: 'τ',
  share: 't',
  evaluations: 'n',
  lambda: 'λ',
  accepted: 'a',
};

/** The piece of MathML that stands for a name of the rule or the procedure. */
export function symbolOf({ params }: Pick<Method, 'params'>) {
  return (name: string) => mathSymbol(name, params[name]?.symbol ?? WRITTEN[name] ?? name);
}

/** The piece of MathML that stands for the number which a name is now. */
export function numberOf(values: Readonly<Record<string, number>>, format: (value: number) => string) {
  return (name: string) => mathNumber(format(values[name] ?? NaN), name);
}
