import type { Accepted } from '../../params/spec.ts';
import { readNumber } from '../../state/urlNumbers.ts';
import type { Axis } from '../../tuning/axis.ts';
import { Refusal } from '../refusal.ts';
import { numberWithin, offer } from '../values.ts';

/** Along one side. */
const MAX_COUNT = 1024;

/** What a map is of. */
export interface Variable {
  /** As a refusal calls it: "momentum on this surface". */
  readonly what: string;
  readonly names: readonly string[];
  readonly specFor: (name: string) => Accepted | undefined;
}

/** `name=from:to:count`, with `:log` where the values are in equal ratios. Throws Refusal, which names `flag`. */
export function axisAsked(flag: string, text: string, { what, names, specFor }: Variable): Axis {
  const [, name, range = ''] = /^([^=]*)=(.*)$/s.exec(text) ?? [];
  const [scale, ...more] = range.split(':').slice(3);
  const numbers = range.split(':').slice(0, 3).map(readNumber);
  if (name === undefined || numbers.length < 3 || numbers.includes(undefined) || more.length > 0) {
    throw new Refusal(`${flag} takes name=from:to:count, as in lr=0.01:2:64:log, not "${text}"`);
  }
  if (scale !== undefined && scale !== 'log' && scale !== 'linear') {
    throw new Refusal(`${flag}: an axis is log or linear, not "${scale}"`);
  }
  const spec = names.includes(name) ? specFor(name) : undefined;
  if (!spec) throw new Refusal(`${flag}: ${what} has no "${name}"; ${offer(name, names)}`);
  const [from, to, count] = numbers as [number, number, number];
  for (const end of [from, to]) numberWithin(`${flag} ${name}`, String(end), { ...spec, integer: false });
  if (!Number.isInteger(count) || count < 2 || count > MAX_COUNT) {
    throw new Refusal(`${flag}: the count of values must be a whole number from 2 to ${MAX_COUNT}, not ${count}`);
  }
  if (from === to) throw new Refusal(`${flag}: from and to must differ`);
  if (scale === 'log' && !(Math.min(from, to) > 0)) throw new Refusal(`${flag}: a log axis needs values above 0`);
  return { name, from, to, count, scale: scale ?? 'linear' };
}
