import { functionsByName } from '../../formula/functions.ts';

/** Names that stand alone; a function's name is completed with its parenthesis. */
const plainNames = ['x', 'y', 'pi', 'e'] as const;

/** The letters before the caret that may be the beginning of a name. */
interface Partial {
  readonly from: number;
  readonly text: string;
}

function partialAt(text: string, caret: number): Partial | null {
  const [word] = /[a-z][a-z0-9]*$/i.exec(text.slice(0, caret)) ?? [];
  // In the middle of a word nothing is completed: what follows the caret is part of the name.
  if (word === undefined || /^[a-z0-9]/i.test(text.slice(caret))) return null;
  return { from: caret - word.length, text: word };
}

/** What the name before the caret may become, as it would stand in the formula: `si` → `sign(`, `sin(`, `sinh(`. */
export function completionsAt(text: string, caret: number): readonly string[] {
  const partial = partialAt(text, caret);
  if (!partial) return [];
  const typed = partial.text.toLowerCase();
  // A whole name wants nothing, and a list over it would take the Tab key away.
  if ((plainNames as readonly string[]).includes(typed)) return [];
  const names = [...plainNames, ...[...functionsByName.keys()].sort().map((name) => `${name}(`)];
  return names.filter((name) => name.startsWith(typed));
}

/** The text with the name before the caret replaced by `name`, and where the caret then stands. */
export function complete(text: string, caret: number, name: string): { readonly text: string; readonly caret: number } {
  const from = partialAt(text, caret)?.from ?? caret;
  // `si(x)` → `sin(x)`: no second parenthesis.
  const kept = name.endsWith('(') && text[caret] === '(' ? name.slice(0, -1) : name;
  return { text: text.slice(0, from) + kept + text.slice(caret), caret: from + name.length };
}
