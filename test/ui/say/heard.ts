import { expect } from 'vitest';
import { dictionaries } from '../../../src/i18n/index.ts';
import { isNumber, saidText, type Said, type Source } from '../../../src/ui/say/said.ts';

/** What the dictionaries say between the numbers. */
const written = (words: Readonly<Record<string, string>>): ReadonlySet<string> =>
  new Set(Object.values(words).flatMap((text) => text.split(/\{\w+\}/)));

/**
 * Holds a sentence to its records: each of its numbers is the one that `find` reads there, is written as it is, and no digit stands in the
 * sentence that is not a number's, a name's or the dictionary's own.
 */
export function expectHeard(
  said: Said,
  words: Readonly<Record<string, string>>,
  find: (from: Source) => number | undefined,
): void {
  const known = new Set([...written(words), ...written(dictionaries.ja), ...written(dictionaries.en)]);
  for (const part of said) {
    if (isNumber(part)) {
      const found = find(part.from);
      expect(found, `${JSON.stringify(part.from)} in “${saidText(said)}”`).toBeDefined();
      expect(part.value, JSON.stringify(part.from)).toBeCloseTo(found!, 9);
      expectWritten(part.value, part.shown);
    } else if (typeof part === 'string' && /\d/.test(part)) {
      expect(known.has(part), `“${part}” is no text of the dictionaries`).toBe(true);
    }
  }
}

/** A number is written to two digits at least, or to the one decimal that is asked for. */
function expectWritten(value: number, shown: string): void {
  if (!Number.isFinite(value)) return;
  const plain = shown.replaceAll('−', '-').replaceAll(',', '');
  const power = /×10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)/.exec(plain);
  const exponent = power ? Number([...power[1]!].map((c) => (c === '⁻' ? '-' : '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(c))).join('')) : 0;
  const read = Number.parseFloat(plain) * 10 ** exponent;
  expect(Math.abs(read - value), `${value} written as ${shown}`).toBeLessThanOrEqual(
    Math.max(0.5 + 1e-9, 0.051 * Math.abs(value)),
  );
}
