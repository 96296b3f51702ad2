import { FormulaError } from './errors.ts';

/** `at` is where the token begins in the source as typed. */
export type Token =
  | { readonly kind: 'number'; readonly text: string; readonly at: number }
  | { readonly kind: 'name'; readonly text: string; readonly at: number }
  | { readonly kind: 'symbol'; readonly text: string; readonly at: number };

/** What keyboards, IMEs and word processors type for what a formula means. */
const SAME = new Map([
  ...['−', '–', '—', '‐', '‑', 'ー', 'ｰ'].map((c) => [c, '-'] as const),
  ...['×', '·', '⋅', '∙', '・', '･', '✕', '∗'].map((c) => [c, '*'] as const),
  ...['÷', '⁄', '∕'].map((c) => [c, '/'] as const),
  ...['、', '､'].map((c) => [c, ','] as const),
  ...['。', '｡'].map((c) => [c, '.'] as const),
]);
const SUPERSCRIPTS = new Map(Array.from('⁰¹²³⁴⁵⁶⁷⁸⁹').map((c, digit) => [c, String(digit)]));
/** Full-width forms, ideographic and no-break spaces, mathematical letters: their NFKC form is the plain character. */
const COMPATIBLE = /[\uFF01-\uFF5E\u3000\u00A0\u2000-\u200A\u202F\u{1D400}-\u{1D7FF}]/u;
const FORBIDDEN = /^[=<>!"'`[\]{};:?%&|.@$#\\~]$/;

interface Letter {
  readonly char: string;
  readonly at: number;
}

function normalise(source: string): Letter[] {
  const letters: Letter[] = [];
  let at = 0;
  for (const typed of source) {
    const char = SAME.get(typed) ?? (COMPATIBLE.test(typed) ? typed.normalize('NFKC') : typed);
    letters.push({ char, at });
    at += typed.length;
  }
  return letters;
}

/** Splits a source into tokens. Throws FormulaError for a character or number that cannot stand in a formula. */
export function tokenise(source: string): readonly Token[] {
  const letters = normalise(source);
  // Code point i of `line` is `letters[i]`: NFKC of the characters above is one code point each.
  const chars = letters.map((letter) => letter.char);
  const tokens: Token[] = [];
  let i = 0;

  const run = (accepts: (char: string) => boolean): string => {
    const start = i;
    while (i < chars.length && accepts(chars[i] ?? '')) i++;
    return chars.slice(start, i).join('');
  };
  const digits = (): string => run((c) => /^[0-9]$/.test(c));
  const number = (at: number): void => {
    const start = i;
    digits();
    if (chars[i] === '.') {
      i++;
      digits();
    }
    const sign = chars[i + 1] === '+' || chars[i + 1] === '-' ? 1 : 0;
    if (/^[eE]$/.test(chars[i] ?? '') && /^[0-9]$/.test(chars[i + 1 + sign] ?? '')) {
      i += 1 + sign;
      digits();
    }
    const text = chars.slice(start, i).join('');
    if (chars[i] === '.') throw new FormulaError('malformed-number', at, { number: `${text}.` });
    if (!Number.isFinite(Number(text))) throw new FormulaError('number-out-of-range', at, { number: text });
    tokens.push({ kind: 'number', text, at });
  };
  const superscript = (at: number): void => {
    const signed = chars[i] === '⁻' || chars[i] === '⁺';
    const sign = chars[i] === '⁻' ? '-' : '+';
    if (signed) i++;
    const typed = run((c) => SUPERSCRIPTS.has(c));
    if (typed === '') throw new FormulaError('unexpected-character', at, { character: chars[i - 1] ?? '' });
    const text = Array.from(typed)
      .map((c) => SUPERSCRIPTS.get(c))
      .join('');
    if (chars[i] === '^') throw new FormulaError('ambiguous-power', letters[i]?.at ?? at);
    for (const symbol of ['^', '(', sign]) tokens.push({ kind: 'symbol', text: symbol, at });
    tokens.push({ kind: 'number', text, at }, { kind: 'symbol', text: ')', at });
  };

  while (i < chars.length) {
    const char = chars[i] ?? '';
    const at = letters[i]?.at ?? 0;
    if (/^\s$/u.test(char)) i++;
    else if (/^[0-9]$/.test(char) || (char === '.' && /^[0-9]$/.test(chars[i + 1] ?? ''))) number(at);
    else if (char === '√' || char === 'π') {
      i++; // alone, so that πx is a product
      tokens.push({ kind: 'name', text: char === '√' ? 'sqrt' : 'pi', at });
    } else if (/^[\p{L}_]$/u.test(char))
      tokens.push({
        kind: 'name',
        text: run((c) => /^[\p{L}\p{N}_]$/u.test(c) && !SUPERSCRIPTS.has(c) && c !== 'π'),
        at,
      });
    else if (SUPERSCRIPTS.has(char) || char === '⁻' || char === '⁺') superscript(at);
    else if (/^[-+*/^(),]$/.test(char)) {
      const isPower = char === '*' && chars[i + 1] === '*';
      i += isPower ? 2 : 1;
      tokens.push({ kind: 'symbol', text: isPower ? '^' : char, at });
    } else throw new FormulaError(FORBIDDEN.test(char) ? 'forbidden' : 'unexpected-character', at, { character: char });
  }
  return tokens;
}
