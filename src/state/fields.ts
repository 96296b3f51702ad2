import type { FormulaError } from '../formula/index.ts';
import { refusal, type ParamSpec } from '../params/spec.ts';
import { readNumber } from './urlNumbers.ts';

/** What keeps a formula from being read, and where in it. */
interface WrongFormula {
  /** As an editor shows it. */
  readonly text: string;
  readonly error: FormulaError;
}

/** What keeps any other text from being read, where, and what to do: the key of a sentence of its scene's, with the facts in it. */
interface WrongOtherwise {
  readonly sentence: string;
  readonly values: Readonly<Record<string, string | number>>;
}

export type WrongText = WrongFormula | WrongOtherwise;

/** How one override reads and writes as text; `read` gives undefined for what is not valid. */
export interface Field<T> {
  /** The override's name. */
  readonly name: string;
  write(value: T): string;
  read(text: string): T | undefined;
  /** Of a text that a reader may have written by hand and `read` refuses; null where no place in it can be named. */
  wrong?(text: string): WrongText | null;
}

/** Link key → field, in reading order. */
export type Fields = Readonly<Record<string, Field<unknown>>>;

export const numberField = (name: string, spec: ParamSpec): Field<number> => ({
  name,
  write: String,
  read: (text) => {
    const value = readNumber(text);
    return value === undefined || refusal(spec, value) !== null ? undefined : value;
  },
});

export const flag = (name: string): Field<boolean> => ({
  name,
  write: (value) => (value ? '1' : '0'),
  read: (text) => (text === '1' ? true : text === '0' ? false : undefined),
});

export const oneOf = (name: string, values: readonly string[]): Field<string> => ({
  name,
  write: (value) => value,
  read: (text) => (values.includes(text) ? text : undefined),
});
