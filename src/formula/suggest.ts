import { FormulaError } from './errors.ts';
import { functionsByName } from './functions.ts';

/** What other languages and textbooks call our functions. */
const ALIASES = new Map([
  ['ln', 'log'],
  ['lg', 'log10'],
  ['lb', 'log2'],
  ['arctan', 'atan'],
  ['arctg', 'atan'],
  ['tg', 'tan'],
  ['sgn', 'sign'],
  ['fabs', 'abs'],
  ['sqr', 'sqrt'],
  ['pow', 'x^y'],
]);

/** Levenshtein's distance, case ignored. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (const [i, ca] of Array.from(a).entries()) {
    const next = [i + 1];
    for (const [j, cb] of Array.from(b).entries()) {
      const swap = (row[j] ?? 0) + (ca.toLowerCase() === cb.toLowerCase() ? 0 : 1);
      next.push(Math.min(swap, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

export function nearest(name: string, known: readonly string[]): string | null {
  const allowed = name.length <= 2 ? 0 : name.length <= 5 ? 1 : 2;
  const ranked = known.map((k) => [distance(name, k), k] as const).sort(([a], [b]) => a - b);
  const best = ranked[0];
  return best && best[0] <= allowed ? best[1] : null;
}

/** `xy` → `x*y`, `x2` → `x*2` where every letter is a known name or a digit. */
function asProduct(name: string, names: readonly string[]): string | null {
  const parts = name.match(/\d+|\D/gu) ?? [];
  return parts.length > 1 && parts.every((p) => /^\d+$/.test(p) || names.includes(p)) ? parts.join('*') : null;
}

/** The error for a name that means nothing here, with the nearest one that does. */
export function unknownName(name: string, at: number, isCalled: boolean, names: readonly string[]): FormulaError {
  const known = isCalled ? [...functionsByName.keys()] : [...names, 'pi', 'e'];
  const alias = isCalled ? ALIASES.get(name.toLowerCase()) : undefined;
  const suggestion = alias ?? nearest(name, known) ?? (isCalled ? null : asProduct(name, names));
  return new FormulaError(isCalled ? 'unknown-function' : 'unknown-name', at, {
    name,
    known: known.join(', '),
    ...(suggestion === null ? {} : { suggestion }),
  });
}
