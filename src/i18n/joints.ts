const latin = /[\p{Script=Latin}\p{Script=Greek}\d]/u;
const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

/**
 * What stands between two characters that meet where a text is filled in: a space between Latin and Japanese letters, as the dictionaries are written
 * (「ICP は」, yet 「自動は」), else nothing. Either may be missing.
 */
export function joint(before: string | undefined, after: string | undefined): '' | ' ' {
  if (!before || !after) return '';
  return (latin.test(before) && japanese.test(after)) || (japanese.test(before) && latin.test(after)) ? ' ' : '';
}

/** Texts one after another, with their joints. */
export function joined(...parts: readonly string[]): string {
  return parts.reduce((text, part) => text + joint(text.at(-1), part[0]) + part, '');
}
