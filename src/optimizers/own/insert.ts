import { FormulaError } from '../../formula/index.ts';
import { tokenise, type Token } from '../../formula/tokens.ts';
import { sumsIn } from '../sums.ts';

/** A formula's text with names replaced by what they stand for; null: that is too long to be written out. */
export type Meanings = ReadonlyMap<string, string | null>;

/** As long as a formula may be. */
const LIMIT = 500;

const isName = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]?.kind === 'name' && tokens[i + 1]?.text !== '(';

/** The names that a formula's text reads, within sums as without. */
export function namesIn(text: string): ReadonlySet<string> {
  const tokens = tokenise(text);
  return new Set(tokens.filter((_, i) => isName(tokens, i)).map((token) => token.text));
}

/** `text` itself where it reads none of them. Throws FormulaError, at its beginning, where what comes of it is no formula's length. */
export function inserted(text: string, meanings: Meanings): string {
  const tokens = tokenise(text);
  if (!tokens.some((token, i) => isName(tokens, i) && meanings.has(token.text))) return text;
  const words = tokens.map(({ text: word }, i) => {
    const meaning = isName(tokens, i) ? meanings.get(word) : undefined;
    if (meaning === null) throw tooLong();
    if (meaning === undefined) return word;
    // A name before a parenthesis would call it.
    return `${tokens[i - 1]?.kind === 'name' ? '*' : ''}(${meaning})`;
  });
  const found = words.join(' ');
  if (found.length > LIMIT) throw tooLong();
  return found;
}

const tooLong = () => new FormulaError('too-long', 0, { length: `> ${LIMIT}`, limit: LIMIT });

/** The sums of a text replaced, outermost alone. */
export function replaceSums(text: string, by: (sum: string, term: string) => string): string {
  let found = text;
  for (const { from, open, close } of sumsIn(text).toReversed()) {
    const sum = by(text.slice(from, close + 1), text.slice(open + 1, close));
    found = found.slice(0, from) + sum + found.slice(close + 1);
  }
  return found;
}
