import { labRules } from './rules.ts';
import { decodeLink, encodeLink, type Decoded } from '../../../src/state/link.ts';
import type { Overrides } from './types.ts';

/** The fragment (without `#`) that brings `overrides` of the optimizer scene back; empty for the opening state. */
export function encode(overrides: Overrides): string {
  return encodeLink(labRules, overrides);
}

/** Reads a link of the optimizer scene: see `decodeLink`. */
export function decode(link: string): Decoded<Overrides> {
  return decodeLink(labRules, link);
}
