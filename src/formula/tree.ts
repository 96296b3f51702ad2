import type { Expr } from './ast.ts';
import type { Word } from './check.ts';
import { FormulaError } from './errors.ts';

/**
 * The tree of a formula that `check` has let through, as written. From loosest to tightest: sums, products, products without *, signs,
 * powers. Powers associate to the right and take a sign in their exponent: −x² is −(x²), 2^-x is 2^(−x). A number over a number before
 * another factor is one itself: 1/2x is (1/2)x. Any other product without * below a division is refused.
 *
 * Our own, as it is these lines: the parser of a library, whose tree it was, came to 41 kB (gzip) before the first picture and again in
 * every worker. The tests hold it against that library.
 *
 * @throws {FormulaError}
 */
export function treeOf(words: readonly Word[]): Expr {
  let next = 0;
  const comes = (...symbols: readonly string[]) => {
    const word = words[next];
    return word?.kind === 'symbol' && symbols.includes(word.text);
  };
  /** `check` lets nothing through that is refused here; should it ever, the visitor gets our error all the same. */
  const refuse = (): never => {
    throw new FormulaError('syntax', (words[next] ?? words.at(-1))?.at ?? 0);
  };
  const isFactor = (word: Word | undefined) => word !== undefined && (word.kind !== 'symbol' || word.text === '(');

  const sum = (): Expr => {
    let left = product();
    while (comes('+', '-')) {
      const op = words[next++]?.text === '+' ? '+' : '-';
      left = { kind: 'binary', op, left, right: product() };
    }
    return left;
  };
  const product = (): Expr => {
    let left = factors(false);
    while (comes('*', '/')) {
      const op = words[next++]?.text === '*' ? '*' : '/';
      left = { kind: 'binary', op, left, right: factors(op === '/') };
    }
    return left;
  };
  const factors = (isDivisor: boolean): Expr => {
    const from = next;
    let left = fraction();
    while (isFactor(words[next])) {
      if (isDivisor) {
        const first = words.slice(from).find((word) => word.kind !== 'symbol');
        throw new FormulaError('ambiguous-product', first?.at ?? 0);
      }
      left = { kind: 'binary', op: '*', left, right: power() };
    }
    return left;
  };
  const fraction = (): Expr => {
    const from = next;
    const left = signed();
    // Alone or behind one sign, and not in parentheses.
    const isNumber = words[next - 1]?.kind === 'number' && next - from <= 2;
    if (!isNumber || !comes('/') || words[next + 1]?.kind !== 'number' || !isFactor(words[next + 2])) return left;
    next++;
    return { kind: 'binary', op: '/', left, right: value() };
  };
  const signed = (): Expr => {
    if (!comes('+', '-')) return power();
    return words[next++]?.text === '+' ? signed() : { kind: 'negation', arg: signed() };
  };
  const power = (): Expr => {
    const left = value();
    if (!comes('^')) return left;
    next++;
    return { kind: 'binary', op: '^', left, right: signed() };
  };
  const value = (): Expr => {
    const word = words[next] ?? refuse();
    if (word.kind === 'symbol') return parentheses()[0] ?? refuse();
    next++;
    switch (word.kind) {
      case 'number':
        return { kind: 'number', value: Number(word.text) };
      case 'constant':
        return { kind: 'number', value: word.constant === 'pi' ? Math.PI : Math.E, symbol: word.constant };
      case 'variable':
        return { kind: 'variable', name: word.text };
      case 'function':
        return { kind: 'call', fn: word.fn, args: parentheses() };
    }
  };
  /** What stands between a pair, by commas. */
  const parentheses = (): readonly Expr[] => {
    if (!comes('(')) refuse();
    const inner: Expr[] = [];
    do {
      next++;
      inner.push(sum());
    } while (comes(','));
    if (!comes(')')) refuse();
    next++;
    return inner;
  };

  const whole = sum();
  return next < words.length ? refuse() : whole;
}
