import type { ParamSpec, ParamSpecs } from '../../params/spec.ts';
import { flag as flagField, numberField, oneOf, type Field } from '../../state/fields.ts';
import { readParams, writeParams } from '../../state/urlNumbers.ts';
import { formulaCoder } from '../../state/written.ts';
import { nextSeed } from './nextSeed.ts';

/** How the panel shows a part of the state by itself. */
export type Shown =
  | { readonly as: 'range'; readonly spec: ParamSpec }
  | { readonly as: 'seed'; readonly spec: ParamSpec }
  | { readonly as: 'toggle' }
  /** All options side by side, or in a list that opens. */
  | { readonly as: 'buttons' | 'select'; readonly options: readonly string[] }
  | { readonly as: 'ranges'; readonly specs: ParamSpecs }
  /** Its label stands before the field: `h(x) =`. */
  | { readonly as: 'formula'; readonly variables: readonly string[] };

/**
 * One part of a scene's state, said once: its default, how links write it, how the panel shows it, which key changes it. `T`: as the state
 * has it; `O`: as it differs from the default.
 */
export interface Entry<T, O = NonNullable<T>> {
  /** Its key in links. */
  readonly link: string;
  readonly default: T;
  field(name: string): Field<O>;
  /** null: the panel shows it by a row of the scene's own, or not at all. */
  readonly shown: Shown | null;
  readonly options: KeyOptions;
  /** The value that an override makes, laid over the default; absent: the override itself. */
  lay?(override: O | undefined): T;
  /** The override without what the default says anyway; absent: all of it or nothing. */
  strip?(override: O): O | undefined;
  /** What its key makes of it: a flag over, the next option in a ring, the next seed; absent: it can have no key. */
  next?(value: T, offered?: readonly string[]): T;
}

export interface EntryOptions {
  /** A change begins a new experiment: the clock starts over. */
  readonly begins?: boolean;
  /** It puts another experiment in the place of the old one, which is told; absent: a choice that the panel shows does. */
  readonly replaces?: boolean;
  /** false: the panel shows it by a row of the scene's own, or not at all. */
  readonly row?: boolean;
  /** What else a change by key or row brings along (`undefined`: back to the default). */
  readonly resets?: readonly string[];
  /** Of a choice: what can be chosen in this state; the first of them is in force where the state's own cannot. Absent: all. */
  readonly offered?: (state: Readonly<Record<string, unknown>>) => readonly string[];
}

interface KeyOptions extends EntryOptions {
  /** The key that brings the next value. */
  readonly key?: string;
}

interface ChoiceOptions extends KeyOptions {
  readonly select?: boolean;
}

/** A part's value that is in force, and what of it can be chosen now; undefined: whatever there is. */
export function offeredOf({ options }: Entry<unknown, unknown>, part: string, state: object) {
  const parts = state as Readonly<Record<string, unknown>>;
  const offered = options.offered?.(parts);
  const value = parts[part];
  return { offered, value: offered && !offered.includes(value as string) ? offered[0] : value };
}

const shownIf = (options: EntryOptions, shown: Shown): Shown | null => (options.row === false ? null : shown);

export function number(link: string, spec: ParamSpec, options: EntryOptions = {}): Entry<number> {
  const shown = shownIf(options, { as: 'range', spec });
  return { link, default: spec.default, field: (name) => numberField(name, spec), shown, options };
}

/** A number that is the state's own affair as long as nobody sets it (null). Its row is the scene's. */
export function maybe(link: string, spec: ParamSpec, options: EntryOptions = {}): Entry<number | null> {
  return { link, default: null, field: (name) => numberField(name, spec), shown: null, options };
}

/** Every random thing of the scene follows from it. */
export function seed(link: string, spec: ParamSpec, options: KeyOptions = {}): Entry<number> {
  const shown = shownIf(options, { as: 'seed', spec });
  return { ...number(link, spec, options), shown, next: (value) => nextSeed(spec, value) };
}

export function flag(link: string, value: boolean, options: KeyOptions = {}): Entry<boolean> {
  const shown = shownIf(options, { as: 'toggle' });
  return { link, default: value, field: flagField, shown, options, next: (now) => !now };
}

export function choice<const T extends string>(
  link: string,
  ids: readonly T[],
  value: NoInfer<T>,
  options: ChoiceOptions = {},
): Entry<T> {
  const shown = shownIf(options, { as: options.select ? 'select' : 'buttons', options: ids });
  const next = (now: T, offered: readonly string[] = ids) => offered[(offered.indexOf(now) + 1) % offered.length] as T;
  return { link, default: value, field: (name) => oneOf(name, ids) as Field<T>, shown, options, next };
}

/** A formula of the reader's own in some variables, as text: links carry it, and never code. */
export function formula(
  link: string,
  value: string,
  variables: readonly string[],
  options: EntryOptions = {},
): Entry<string> {
  const shown = shownIf(options, { as: 'formula', variables });
  return { link, default: value, field: (name) => ({ name, ...formulaCoder(variables) }), shown, options };
}

/** Several numbers under one key, `name:value;name:value`; those that a link does not name are at their defaults. `order`: of the rows. */
export function params<const S extends ParamSpecs>(
  link: string,
  specs: S,
  defaults: Readonly<Record<keyof S, number>>,
  options: EntryOptions & { readonly order?: readonly (keyof S & string)[] } = {},
): Entry<Readonly<Record<keyof S, number>>, Partial<Readonly<Record<keyof S, number>>>> {
  type Values = Readonly<Record<keyof S, number>>;
  const { order = Object.keys(specs), ...others } = options;
  const rows = Object.fromEntries(order.map((name) => [name, specs[name]!]));
  // In the order of the table, whichever was moved first: one picture has one link.
  const strip = (override: Partial<Values>) => {
    const differing = Object.keys(specs).flatMap((name: keyof S) => {
      const value = override[name];
      return value === undefined || value === defaults[name] ? [] : [[name, value] as const];
    });
    return differing.length > 0 ? (Object.fromEntries(differing) as Partial<Values>) : undefined;
  };
  return {
    link,
    default: defaults,
    field: (name) => ({
      name,
      write: writeParams as (values: Partial<Values>) => string,
      read: (text) => readParams(text.split(';'), specs) as Partial<Values> | undefined,
    }),
    shown: shownIf(options, { as: 'ranges', specs: rows }),
    options: others,
    lay: (override) => ({ ...defaults, ...override }),
    strip,
  };
}

/** Whatever else: the scene writes and reads it, and shows it by a row of its own. */
export function custom<T, O = NonNullable<T>>(
  link: string,
  value: T,
  coder: Omit<Field<O>, 'name'>,
  options: EntryOptions = {},
): Entry<T, O> {
  return { link, default: value, field: (name) => ({ name, ...coder }), shown: null, options };
}
