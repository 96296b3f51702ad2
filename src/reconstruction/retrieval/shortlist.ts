import { PACKED_EDGE, PACKED_WORDS, popcount } from './pack.ts';
import type { Bank } from './bank.ts';

/** A bank entry, or its mirror image. */
export interface Candidate {
  readonly index: number;
  readonly mirrored: boolean;
}

const LARGEST = PACKED_EDGE ** 2;

/**
 * The `count` entries and mirror images whose bits differ in the fewest places from `query`, in the order of the bank; among equals the
 * earlier ones, an entry before its mirror image.
 * @param mirroredQuery the bits of the query's mirror image: an entry's mirror image is as far from the query as the entry from that
 */
export function shortlist(bank: Bank, query: Uint32Array, mirroredQuery: Uint32Array, count: number): Candidate[] {
  const distances = new Uint16Array(2 * bank.size);
  const histogram = new Uint32Array(LARGEST + 1);
  for (let i = 0; i < bank.size; i++) {
    let straight = 0;
    let mirrored = 0;
    for (let k = 0; k < PACKED_WORDS; k++) {
      const word = bank.words[i * PACKED_WORDS + k]!;
      straight += popcount(word ^ query[k]!);
      mirrored += popcount(word ^ mirroredQuery[k]!);
    }
    distances[2 * i] = straight;
    distances[2 * i + 1] = mirrored;
    histogram[straight]!++;
    histogram[mirrored]!++;
  }
  let [limit, closer] = [0, 0];
  while (limit < LARGEST && closer + histogram[limit]! < count) closer += histogram[limit++]!;
  let atLimit = count - closer;
  const found: Candidate[] = [];
  for (let place = 0; place < distances.length; place++) {
    const distance = distances[place]!;
    if (distance > limit || (distance === limit && atLimit-- <= 0)) continue;
    found.push({ index: place >> 1, mirrored: place % 2 === 1 });
  }
  return found;
}
