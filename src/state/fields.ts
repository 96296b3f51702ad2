import { refusal, type ParamSpec } from '../params/spec.ts';
import { readNumber } from './urlNumbers.ts';

/** How one override reads and writes as text; `read` gives undefined for what is not valid. */
export interface Field<T> {
  /** The override's name. */
  readonly name: string;
  write(value: T): string;
  read(text: string): T | undefined;
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
