import { refusal, type Accepted } from '../params/spec.ts';
import { nearest } from '../formula/suggest.ts';
import { isDomain } from '../../scenes/optimizers/state/fields.ts';
import { readNumber, readNumbers } from '../state/urlNumbers.ts';
import type { Domain, Point2 } from '../surfaces/types.ts';
import { Refusal } from './refusal.ts';

/** What follows "there is no …": the nearest of `known`, else all of them. */
export function offer(name: string, known: readonly string[]): string {
  const close = nearest(name, known);
  return close === null ? `there are ${known.join(', ')}` : `did you mean ${close}?`;
}

/** The number that `text` writes, within what `spec` accepts. Throws Refusal, which names `flag`. */
export function numberWithin(flag: string, text: string, spec: Accepted): number {
  const value = readNumber(text);
  if (value === undefined) throw new Refusal(`${flag} must be a finite number, not "${text}"`);
  const reason = refusal(spec, value);
  if (reason !== null) throw new Refusal(`${flag} ${reason}, not ${text}`);
  return value;
}

/** `x,y`. Throws Refusal. */
export function pointOf(text: string): Point2 {
  const numbers = readNumbers(text, 2);
  if (!numbers) throw new Refusal(`--start must be two finite numbers, as in --start=-1.2,1, not "${text}"`);
  return numbers as unknown as Point2;
}

/** `x0,x1,y0,y1`. Throws Refusal, which names the flag. */
export function domainOf(text: string, flag = '--domain'): Domain {
  const numbers = readNumbers(text, 4);
  if (!numbers || !isDomain(numbers)) {
    throw new Refusal(`${flag} must be x0,x1,y0,y1 with x0 < x1 and y0 < y1, as in ${flag}=-5,5,-5,5, not "${text}"`);
  }
  return numbers as unknown as Domain;
}

/** For commander: a flag that may be given several times. */
export function collect(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text];
}
