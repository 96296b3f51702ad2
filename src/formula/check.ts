import type { FunctionName } from './ast.ts';
import { FormulaError } from './errors.ts';
import { functions, functionsByName } from './functions.ts';
import { unknownName } from './suggest.ts';
import type { Token } from './tokens.ts';

const MAX_NESTING = 40;

/** A token with its name resolved: what the formula may contain, and nothing else. */
export type Word =
  | { readonly kind: 'number'; readonly text: string; readonly at: number }
  | { readonly kind: 'variable'; readonly text: string; readonly at: number }
  | { readonly kind: 'constant'; readonly text: string; readonly at: number; readonly constant: 'pi' | 'e' }
  | { readonly kind: 'function'; readonly text: string; readonly at: number; readonly fn: FunctionName }
  | { readonly kind: 'symbol'; readonly text: string; readonly at: number };

const CONSTANTS: ReadonlyMap<string, 'pi' | 'e'> = new Map([
  ['pi', 'pi'],
  ['e', 'e'],
]);

function resolve(token: Token, isCalled: boolean, names: readonly string[]): Word {
  if (token.kind !== 'name') return token;
  const { text, at } = token;
  const fn = functionsByName.get(text);
  if (fn !== undefined && isCalled) return { kind: 'function', text, at, fn };
  const constant = CONSTANTS.get(text);
  const isVariable = names.includes(text);
  if (!isVariable && constant === undefined) {
    if (fn !== undefined) throw new FormulaError('function-needs-parentheses', at, { name: text });
    throw unknownName(text, at, isCalled, names);
  }
  if (isCalled) throw new FormulaError('not-a-function', at, { name: text });
  return isVariable || constant === undefined
    ? { kind: 'variable', text, at }
    : { kind: 'constant', text, at, constant };
}

interface Open {
  readonly at: number;
  readonly fn: FunctionName | null;
  readonly fnAt: number;
  commas: number;
}

/**
 * Resolves the names of a token sequence and checks that it is a formula: whatever a visitor may get wrong is found
 * here, with its position, before a parser sees it. Throws FormulaError.
 */
export function check(tokens: readonly Token[], names: readonly string[], end: number): readonly Word[] {
  const words: Word[] = [];
  const open: Open[] = [];
  let previous: Word | undefined;
  let expectsValue = true;

  const missing = (word: Word): FormulaError => {
    if (previous === undefined) return new FormulaError('missing-first-value', word.at, { before: word.text });
    if (previous.text === '(' && word.text === ')') return new FormulaError('empty-parentheses', word.at);
    return new FormulaError('missing-value', word.at, { after: previous.text });
  };
  const close = (word: Word): void => {
    const opened = open.pop();
    if (!opened) throw new FormulaError('unopened-parenthesis', word.at);
    if (expectsValue) throw missing(word);
    if (opened.fn === null) return;
    const expected = functions[opened.fn].arity;
    const given = opened.commas + 1;
    if (given !== expected) throw new FormulaError('argument-count', opened.fnAt, { name: opened.fn, given, expected });
  };
  const symbol = (word: Word): void => {
    switch (word.text) {
      case '(':
        open.push({
          at: word.at,
          fn: previous?.kind === 'function' ? previous.fn : null,
          fnAt: previous?.at ?? word.at,
          commas: 0,
        });
        if (open.length > MAX_NESTING) throw new FormulaError('too-nested', word.at, { limit: MAX_NESTING });
        expectsValue = true;
        return;
      case ')':
        close(word);
        expectsValue = false;
        return;
      case ',': {
        const call = open.at(-1);
        if (!call || call.fn === null) throw new FormulaError('misplaced-comma', word.at);
        if (expectsValue) throw missing(word);
        call.commas++;
        expectsValue = true;
        return;
      }
      default:
        // A sign may stand where a value begins, an operator may not.
        if (expectsValue && word.text !== '+' && word.text !== '-') throw missing(word);
        expectsValue = true;
    }
  };

  for (const [i, token] of tokens.entries()) {
    const word = resolve(token, tokens[i + 1]?.text === '(', names);
    if (word.kind === 'symbol') symbol(word);
    else {
      if (word.kind === 'number' && !expectsValue) {
        throw new FormulaError('missing-operator', word.at, { before: word.text });
      }
      expectsValue = word.kind === 'function';
    }
    words.push(word);
    previous = word;
  }
  if (previous === undefined) {
    const example = names.map((name) => `${name}^2`).join(' + ');
    throw new FormulaError('empty', 0, { example });
  }
  const unclosed = open.at(-1);
  if (expectsValue) throw new FormulaError('missing-value', end, { after: previous.text });
  if (unclosed) throw new FormulaError('unclosed-parenthesis', unclosed.at);
  return words;
}
