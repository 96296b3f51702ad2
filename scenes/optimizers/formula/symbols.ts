import { mathNumber, mathSum, mathSymbol } from '../../../src/formula/index.ts';
import type { Method } from '../../../src/optimizers/index.ts';
import type { Sum } from '../../../src/optimizers/sums.ts';

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
  ...{
    c1: 'c₁',
    beta3: 'β₃',
    rho: 'ρ_t',
    rho_inf: 'ρ_∞',
    warm: 'w',
    rect: 'r_t',
    later: 'δ',
    rate_d: 'η_d',
    shrink: 's',
  },
  ...{ first: 'δ', curved: 'κ', total: 'G', guess: 'd', bound: 'd_+', along: 'a', weight: 'w', fmin: 'f_min' },
};

/** Of second-order methods, where `t` is the share of a step that a line search keeps. */
const OF_PROCEDURES: Readonly<Record<string, string>> = { share: 't', evaluations: 'n', lambda: 'λ', accepted: 'a' };

/** The piece of MathML that stands for a name of the rule or the procedure. */
export function symbolOf(method: Pick<Method, 'params'>) {
  const written = 'kind' in method ? OF_PROCEDURES : WRITTEN;
  return (name: string) => mathSymbol(name, method.params[name]?.symbol ?? written[name] ?? name);
}

/** The same, and of a sum the sum itself: ∑ and its term. */
export function symbolWithSums(method: Pick<Method, 'params'>, sums: readonly Sum[]) {
  const symbol = symbolOf(method);
  return (name: string): ReturnType<typeof mathSymbol> => {
    const sum = sums.find((one) => one.name === name);
    return sum ? mathSum(sum.term, symbol, name) : symbol(name);
  };
}

/** The piece of MathML that stands for the number which a name is now. */
export function numberOf(values: Readonly<Record<string, number>>, format: (value: number) => string) {
  return (name: string) => mathNumber(format(values[name] ?? NaN), name);
}
