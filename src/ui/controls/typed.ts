import { text, type TextKey } from '../../i18n/index.ts';
import { refusal, type ParamSpec } from '../../params/spec.ts';
import type { Language } from '../../state/common.ts';

/** Reads what somebody typed: full-width digits and the true minus sign too, as Japanese keyboards and copied texts have them. */
export function parseTyped(typed: string): number | undefined {
  const plain = typed.normalize('NFKC').replace(/[−‐–]/g, '-').trim();
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : undefined;
}

const clauses: readonly (readonly [RegExp, TextKey])[] = [
  [/^must be a finite number$/, 'refusal.number'],
  [/^must be a whole number$/, 'refusal.integer'],
  [/^must be at least (.+)$/, 'refusal.min'],
  [/^must be at most (.+)$/, 'refusal.max'],
  [/^must be greater than (.+)$/, 'refusal.above'],
  [/^must be less than (.+)$/, 'refusal.below'],
];

/** `refusal`'s clause in the visitor's language. Throws for a clause it does not know: a new one needs its text. */
export function refusalText(language: Language, clause: string): string {
  for (const [pattern, key] of clauses) {
    const match = pattern.exec(clause);
    if (match) return text(language, key, { bound: match[1] ?? '' });
  }
  throw new Error(`no text for the refusal "${clause}"`);
}

export type Typed = { readonly ok: true; readonly value: number } | { readonly ok: false; readonly message: string };

/** What a typed entry means for `spec`: a value, or why not. */
export function readTyped(language: Language, spec: ParamSpec, typed: string): Typed {
  const value = parseTyped(typed);
  if (value === undefined) return { ok: false, message: text(language, 'refusal.number') };
  const refused = refusal(spec, value);
  return refused === null ? { ok: true, value } : { ok: false, message: refusalText(language, refused) };
}
