import { commonFields, ownOf, type CommonOverrides, type CommonState } from './common.ts';
import type { Field, Fields, WrongText } from './fields.ts';

export const LINK_VERSION = 1;
/** The scene of a link that names none, as links did when there was no other. */
export const FIRST_SCENE = 'optimizers';
/** Twice what the longest formula and every parameter of every optimizer need; what lies beyond is not read. */
const MAX_LENGTH = 8000;

/** A part of a link that could not be used: shown to the visitor; the default stands in its place. */
export interface LinkNotice {
  readonly part: string;
  readonly value: string;
  readonly reason: 'unknown' | 'invalid' | 'newer';
  /** Where it goes wrong, and why, as far as that can be said. */
  readonly wrong?: WrongText;
}

export interface Decoded<O extends CommonOverrides = CommonOverrides> {
  readonly overrides: O;
  readonly notices: readonly LinkNotice[];
}

/** A part of a link that is no single field: it stands after the table, and what of it is junk is named piece by piece. */
export interface ExtraCoder<O extends CommonOverrides> {
  readonly key: string;
  write(overrides: O): string | undefined;
  read(text: string, context: O): { readonly overrides: Partial<O>; readonly junk: readonly string[] };
}

/** What the overrides of a scene mean, and how links write them. */
export interface SceneRules<O extends CommonOverrides = CommonOverrides, S extends CommonState = CommonState> {
  /** As links name the scene, `scene=<id>`. */
  readonly id: string;
  /** Drops every override that says what the default says anyway, so that one picture has one link. */
  normalise(overrides: O): O;
  /** Overrides laid over the defaults. Trusts its input: the codec and the scene's actions let only valid values in. */
  resolve(overrides: O): S;
  /** The table of its keys; what later fields accept may depend on those read before them (`context`). */
  fields(context: O): Fields;
  readonly extra?: ExtraCoder<O>;
}

/** Everything but what a fragment may hold as it is; `^`, `+` and spaces of formulas are escaped. */
const escape = (text: string) => encodeURIComponent(text).replace(/%(2C|3A|3B|2F)/g, decodeURIComponent);

/** The fragment (without `#`) that brings `overrides` back; empty for the opening state of the first scene. */
export function encodeLink<O extends CommonOverrides, S extends CommonState>(
  rules: SceneRules<O, S>,
  overrides: O,
): string {
  const clean = rules.normalise(overrides);
  const parts: string[] = [];
  const put = (key: string, text: string | undefined) => {
    if (text !== undefined) parts.push(`${key}=${escape(text)}`);
  };
  if (rules.id !== FIRST_SCENE) put('scene', rules.id);
  for (const [key, field] of Object.entries(rules.fields(clean))) {
    const value = (clean as Readonly<Record<string, unknown>>)[field.name];
    if (value !== undefined) put(key, field.write(value));
  }
  if (rules.extra) put(rules.extra.key, rules.extra.write(clean));
  return parts.length === 0 ? '' : [`v=${LINK_VERSION}`, ...parts].join('&');
}

function pairsOf(fragment: string): [string, string][] {
  return fragment
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const at = part.indexOf('=');
      const key = at < 0 ? part : part.slice(0, at);
      const text = at < 0 ? '' : part.slice(at + 1);
      try {
        return [key, decodeURIComponent(text)];
      } catch {
        return [key, text];
      }
    });
}

/** The fragment of a fragment or a whole link, as far as it is read. */
function readable(link: string): { readonly fragment: string; readonly rest: string } {
  const hash = link.indexOf('#');
  const fragment = hash >= 0 ? link.slice(hash + 1) : /^[a-z]+:\/\//i.test(link) ? '' : link;
  const end = fragment.length > MAX_LENGTH ? Math.max(fragment.lastIndexOf('&', MAX_LENGTH), 0) : fragment.length;
  return { fragment: fragment.slice(0, end), rest: fragment.slice(end, end + MAX_LENGTH) };
}

/** The scene that a link asks for, whether there is one of that name or not. */
export function sceneAsked(link: string): string {
  return new Map(pairsOf(readable(link).fragment)).get('scene') ?? FIRST_SCENE;
}

/** What a link says of one part, as it stands there; undefined: nothing. */
export function partOfLink(link: string, key: string): string | undefined {
  return new Map(pairsOf(readable(link).fragment)).get(key);
}

/** The fragment that opens a scene as it is at first. */
export function openingLink(id: string): string {
  return id === FIRST_SCENE ? '' : `v=${LINK_VERSION}&scene=${id}`;
}

/** The same for a reader on the way from a scene: with what is the reader's own there, and what `said` (`data=own`) says of the scene to come. */
export function onwardLink(id: string, said: string, from: CommonOverrides): string {
  const own = ownOf(from) as Readonly<Record<string, unknown>>;
  const kept = Object.entries(commonFields(0)).flatMap(([key, field]) => {
    const value = own[field.name];
    return value === undefined ? [] : [`${key}=${escape(field.write(value))}`];
  });
  return [openingLink(id), said, ...kept].filter((part) => part !== '').join('&');
}

/** Reads a fragment, a whole link, or junk: never throws; what is not valid becomes a notice and falls back to the default. */
export function decodeLink<O extends CommonOverrides, S extends CommonState>(
  rules: SceneRules<O, S>,
  link: string,
): Decoded<O> {
  const { fragment, rest } = readable(link);
  const notices: LinkNotice[] = [];
  const refuse = (part: string, value: string, reason: LinkNotice['reason']) => notices.push({ part, value, reason });
  for (const [part, value] of pairsOf(rest).slice(0, 1)) refuse(part, value, 'invalid');
  const found = new Map(pairsOf(fragment));
  const take = (key: string) => {
    const text = found.get(key);
    found.delete(key);
    return text;
  };
  const version = take('v');
  if (version !== undefined && version !== String(LINK_VERSION)) {
    refuse('v', version, /^\d+$/.test(version) ? 'newer' : 'invalid');
  }
  const scene = take('scene');
  if (scene !== undefined && scene !== rules.id) refuse('scene', scene, 'invalid');
  const overrides: Record<string, unknown> = {};
  const context = overrides as O;
  // In the order of the table: what later fields accept depends on what was read before them.
  for (const key of Object.keys(rules.fields({} as O))) {
    const text = take(key);
    if (text === undefined) continue;
    const field = rules.fields(context)[key] as Field<unknown>;
    const value = field.read(text);
    const wrong = value === undefined ? field.wrong?.(text) : null;
    if (value === undefined) notices.push({ part: key, value: text, reason: 'invalid', ...(wrong && { wrong }) });
    else overrides[field.name] = value;
  }
  const { extra } = rules;
  const more = extra && take(extra.key);
  if (extra && more !== undefined) {
    const read = extra.read(more, context);
    Object.assign(overrides, read.overrides);
    for (const value of read.junk) refuse(extra.key, value, 'invalid');
  }
  for (const [part, value] of found) refuse(part, value, 'unknown');
  return { overrides: rules.normalise(context), notices };
}
