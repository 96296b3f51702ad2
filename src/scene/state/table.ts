import {
  commonFields,
  resolveCommon,
  withoutDefaults,
  type CommonOverrides,
  type CommonState,
} from '../../state/common.ts';
import type { Fields } from '../../state/fields.ts';
import type { SceneRules } from '../../state/link.ts';
import type { Entry } from './entries.ts';

/** Every part of a scene's state by its name, in the order of links and panel. */
export type Entries = Readonly<Record<string, Entry<unknown, unknown>>>;

type ValueOf<E> = E extends Entry<infer T, infer _> ? T : never;
type OverrideOf<E> = E extends Entry<infer _, infer O> ? O : never;

declare const byHand: unique symbol;
/** Parts of a state whose rules its scene writes by hand (`TableOptions.rules`), beside the entries: types alone. */
export type ByHand<S, O> = { readonly [byHand]?: readonly [state: S, overrides: O] };
type HandState<E> = E extends ByHand<infer S, infer _> ? S : unknown;
type HandOverrides<E> = E extends ByHand<infer _, infer O> ? O : unknown;

/** What differs from the defaults: all that the store holds and all that a link carries. */
export type OverridesOf<E extends Entries> = CommonOverrides & {
  readonly [K in keyof E & string]?: OverrideOf<E[K]> | undefined;
} & HandOverrides<E>;
/** Overrides laid over the defaults: what everything else reads. */
export type StateOf<E extends Entries> = CommonState & {
  readonly [K in keyof E & string]: ValueOf<E[K]>;
} & HandState<E>;

/** The state of a scene: one list from which types, defaults, links, panel, keys and the documents' tables follow. */
export interface StateTable<E extends Entries = Entries> {
  /** As links name the scene. */
  readonly id: string;
  /** Its words begin so: `<prefix>.<part>` labels a row, `<prefix>.<part>.<option>` an option, `<prefix>.key.<part>` a key. */
  readonly prefix: string;
  readonly entries: E;
  readonly rules: SceneRules<OverridesOf<E>, StateOf<E>>;
}

export interface TableOptions<E extends Entries> {
  readonly id: string;
  /** Absent: the id. */
  readonly prefix?: string;
  /** The last step that a link may name. */
  readonly maxSteps: number;
  /** How many steps the clock has, where the state says it; absent: the newest record does. */
  readonly steps?: (state: StateOf<E>) => number;
  /** Parts on which the defaults of others depend (`settle` lays them). */
  readonly basis?: readonly (keyof E & string)[];
  /** Lays what depends on another part. `overrides`: what was said. */
  readonly settle?: (state: StateOf<E>, overrides: OverridesOf<E>) => StateOf<E>;
  /** Leaves out overrides that say nothing beside others. */
  readonly clean?: (overrides: OverridesOf<E>) => OverridesOf<E>;
  /** The scene's own rules around those of the entries, where parts of the state are `ByHand`. */
  readonly rules?: (entries: SceneRules<OverridesOf<E>, StateOf<E>>) => SceneRules<OverridesOf<E>, StateOf<E>>;
}

type Loose = Record<string, unknown>;

function fieldsOf(id: string, list: readonly (readonly [name: string, entry: Entry<unknown, unknown>])[]): Fields {
  const fields: Record<string, Fields[string]> = {};
  for (const [name, entry] of list) {
    const { link } = entry;
    if (link in fields) throw new Error(`two parts of ${id} have the key ${link} in links`);
    fields[link] = entry.field(name);
  }
  return fields;
}

/** Makes the table of a scene's state. */
export function stateTable<const E extends Entries>(entries: E, options: TableOptions<E>): StateTable<E> {
  const { id, prefix = id, maxSteps, steps, basis = [], settle, clean, rules } = options;
  const list = Object.entries<Entry<unknown, unknown>>(entries);
  const [ofEntries, common] = [fieldsOf(id, list), commonFields(maxSteps)];
  const taken = Object.keys(ofEntries).find((key) => key in common);
  if (taken !== undefined) throw new Error(`a part of ${id} has the key ${taken} in links, as every scene has`);
  const fields: Fields = { ...ofEntries, ...common };

  function resolve(overrides: OverridesOf<E>): StateOf<E> {
    const said = overrides as Loose;
    const own = list.map(([name, entry]) => [name, entry.lay ? entry.lay(said[name]) : (said[name] ?? entry.default)]);
    const laid = { ...resolveCommon(overrides), steps: null, ...Object.fromEntries(own) } as StateOf<E>;
    const state = settle ? settle(laid, overrides) : laid;
    return steps ? { ...state, steps: steps(state) } : state;
  }

  const isBasis = (name: string) => (basis as readonly string[]).includes(name);
  const part = (overrides: object, wanted: boolean) =>
    Object.fromEntries(Object.entries(overrides).filter(([name]) => isBasis(name) === wanted)) as OverridesOf<E>;

  function normalise(overrides: OverridesOf<E>): OverridesOf<E> {
    const said: Loose = { ...(clean ? clean(overrides) : overrides) };
    const kept = new Set<string>();
    for (const [name, entry] of list) {
      if (!entry.strip || said[name] === undefined) continue;
      said[name] = entry.strip(said[name]);
      kept.add(name);
    }
    return {
      ...withoutDefaults(part(said, false), resolve(part(said, true)), kept),
      ...withoutDefaults(part(said, true), resolve({} as OverridesOf<E>)),
    } as OverridesOf<E>;
  }

  const own: SceneRules<OverridesOf<E>, StateOf<E>> = { id, normalise, resolve, fields: () => fields };
  return { id, prefix, entries, rules: rules ? rules(own) : own };
}
