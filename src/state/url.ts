import { decodeRuns, encodeRuns } from './urlRuns.ts';
import { plainFields } from './urlFields.ts';
import type { Field } from './urlNumbers.ts';
import { normalise } from './normalise.ts';
import type { Overrides } from './types.ts';

export const LINK_VERSION = 1;
/** Twice what the longest formula and every parameter of every optimizer need; what lies beyond is not read. */
const MAX_LENGTH = 8000;

/** A part of a link that could not be used: shown to the visitor; the default stands in its place. */
export interface LinkNotice {
  readonly part: string;
  readonly value: string;
  readonly reason: 'unknown' | 'invalid' | 'newer';
}

export interface Decoded {
  readonly overrides: Overrides;
  readonly notices: readonly LinkNotice[];
}

/** Everything but what a fragment may hold as it is; `^`, `+` and spaces of formulas are escaped. */
const escape = (text: string) => encodeURIComponent(text).replace(/%(2C|3A|3B|2F)/g, decodeURIComponent);

/** The fragment (without `#`) that brings `overrides` back; empty for the opening state. */
export function encode(overrides: Overrides): string {
  const clean = normalise(overrides);
  const parts: string[] = [];
  const put = (key: string, text: string | undefined) => {
    if (text !== undefined) parts.push(`${key}=${escape(text)}`);
  };
  const fields = plainFields(clean);
  for (const [key, field] of Object.entries(fields)) {
    const value = clean[field.name];
    if (value !== undefined) put(key, (field as Field<unknown>).write(value));
  }
  put('o', encodeRuns(clean.runs));
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

/** Reads a fragment, a whole link, or junk: never throws; what is not valid becomes a notice and falls back to the default. */
export function decode(link: string): Decoded {
  const hash = link.indexOf('#');
  const fragment = hash >= 0 ? link.slice(hash + 1) : /^[a-z]+:\/\//i.test(link) ? '' : link;
  const notices: LinkNotice[] = [];
  const end = fragment.length > MAX_LENGTH ? Math.max(fragment.lastIndexOf('&', MAX_LENGTH), 0) : fragment.length;
  for (const [part, value] of pairsOf(fragment.slice(end, end + MAX_LENGTH)).slice(0, 1)) {
    notices.push({ part, value, reason: 'invalid' });
  }
  const found = new Map(pairsOf(fragment.slice(0, end)));
  const overrides: Record<string, unknown> = {};
  const version = found.get('v');
  if (version !== undefined && version !== String(LINK_VERSION)) {
    notices.push({ part: 'v', value: version, reason: /^\d+$/.test(version) ? 'newer' : 'invalid' });
  }
  found.delete('v');
  // In the order of the table: what later fields accept depends on the surface read before them.
  for (const key of Object.keys(plainFields({}))) {
    const text = found.get(key);
    if (text === undefined) continue;
    found.delete(key);
    const field = plainFields(overrides)[key] as Field<unknown>;
    const value = field.read(text);
    if (value === undefined) notices.push({ part: key, value: text, reason: 'invalid' });
    else overrides[field.name] = value;
  }
  const runs = found.get('o');
  found.delete('o');
  if (runs !== undefined) {
    const decoded = decodeRuns(runs, overrides);
    overrides['runs'] = decoded.runs;
    notices.push(...decoded.junk.map((value): LinkNotice => ({ part: 'o', value, reason: 'invalid' })));
  }
  for (const [part, value] of found) notices.push({ part, value, reason: 'unknown' });
  return { overrides: normalise(overrides), notices };
}
