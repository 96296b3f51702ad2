import { FormulaError } from '../../formula/index.ts';
import { checkName } from './names.ts';

/** `name = expression`, as it was typed. */
export interface WrittenLine {
  readonly name: string;
  /** Where the line begins in the text. */
  readonly at: number;
  readonly expression: string;
  /** Where the expression begins in the text. */
  readonly expressionAt: number;
  /** `x -= u` is `x = x - (u)`. */
  readonly op: '' | '+' | '-' | '*' | '/';
}

export interface WrittenRule {
  /** What its author calls it; empty where they did not say. */
  readonly title: string;
  readonly lines: readonly WrittenLine[];
}

const MAX_LENGTH = 1500;
const MAX_LINES = 30;
const MAX_TITLE = 30;
/** Names, an operator perhaps, an equals sign as keyboards and textbooks have it. */
const ASSIGNMENT = /^([^=＝←]*?)([-+*/－＋＊／]?)[=＝←]/u;

/** The non-empty lines of a text, each without the blanks around it; a semicolon ends a line as well. */
function segmentsOf(text: string): readonly { readonly text: string; readonly at: number }[] {
  return [...text.matchAll(/[^\n;；]+/gu)].flatMap(({ 0: segment, index }) => {
    const trimmed = segment.trim();
    return trimmed === '' ? [] : [{ text: trimmed, at: index + segment.indexOf(trimmed) }];
  });
}

/** Splits a rule into its lines. Throws FormulaError for a line that assigns nothing, or to what is no name. */
export function readLines(text: string): WrittenRule {
  if (text.length > MAX_LENGTH) {
    throw new FormulaError('too-long', MAX_LENGTH, { length: text.length, limit: MAX_LENGTH });
  }
  const [first, ...others] = segmentsOf(text);
  const titled = first !== undefined && /^[#＃]/u.test(first.text);
  const title = titled ? first.text.slice(1).trim().slice(0, MAX_TITLE) : '';
  const segments = titled || first === undefined ? others : [first, ...others];
  const beyond = segments[MAX_LINES];
  if (beyond) throw new FormulaError('rule-lines', beyond.at, { limit: MAX_LINES });
  if (segments.length === 0) throw new FormulaError('empty', text.length, { example: 'x = x - lr*g' });
  return { title, lines: segments.map(({ text: typed, at }) => lineOf({ text: plain(typed), at })) };
}

/** As an input method types it, full-width, what a line is made of; each character stays where it is. */
const plain = (text: string): string => text.replace(/[！-～]/gu, (wide) => wide.normalize('NFKC'));

function lineOf({ text, at }: { readonly text: string; readonly at: number }): WrittenLine {
  const [whole, left, op] = ASSIGNMENT.exec(text) ?? [];
  if (whole === undefined || left === undefined) throw new FormulaError('rule-assignment', at);
  const name = left.normalize('NFKC').trim();
  checkName(name, at);
  const rest = text.slice(whole.length);
  const expression = rest.trim();
  return {
    name,
    at,
    expression,
    expressionAt: at + whole.length + (rest.length - rest.trimStart().length),
    op: (op ?? '').normalize('NFKC') as WrittenLine['op'],
  };
}

/** The expression as rules have it, on one line and with the operator written out. */
export function expressionOf({ name, op, expression }: WrittenLine): string {
  return op === '' ? expression : `${name} ${op} (${expression})`;
}
