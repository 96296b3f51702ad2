import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CutoutError } from '../../src/reconstruction/cutout/refusals.ts';
import { createRng } from '../../src/math/rng.ts';
import { AssetError } from '../../src/reconstruction/network/weights.ts';
import { bankMask, readBank, writeBank } from '../../src/reconstruction/retrieval/bank.ts';
import { packMask, popcount } from '../../src/reconstruction/retrieval/pack.ts';
import { neighbourPoints, retrieve } from '../../src/reconstruction/retrieval/retrieve.ts';
import { shortlist } from '../../src/reconstruction/retrieval/shortlist.ts';
import { render } from '../../src/reconstruction/render.ts';
import { makeSample } from '../../src/reconstruction/sample.ts';
import { BANK_SIZE, bankName } from '../../src/reconstruction/seeds.ts';
import type { Picture } from '../../src/reconstruction/types.ts';

const file = readFileSync('assets/reconstruction/bank.bin');
const bank = readBank(file);

const mirrorImage = (plane: Uint8Array) => plane.map((_, i) => plane[(i & ~63) + 63 - (i & 63)]!);
const mirrored = ({ gray, mask }: Picture): Picture => ({ gray: mirrorImage(gray), mask: mirrorImage(mask) });

function pictureOf(index: number): Picture {
  const { category, seed } = bankName(index);
  return makeSample(category, seed, { points: 2 }).picture;
}

describe('the bank', () => {
  it('is whole, and its first 60 entries are as they are made today', () => {
    expect(bank.size).toBe(BANK_SIZE);
    expect(Buffer.compare(writeBank(60), file.subarray(0, 60 * 32))).toBe(0);
  });

  it('refuses a file of another length', () => {
    for (const length of [0, 31, 33, 32 * 120, 32 * (BANK_SIZE - 1), 32 * (BANK_SIZE + 1)]) {
      expect(() => readBank(new Uint8Array(length))).toThrow(AssetError);
    }
  });

  it('has its bits row by row, the most significant first', () => {
    const mask = new Uint8Array(4096);
    for (let y = 0; y < 4; y++) mask.fill(255, 64 * y + 8, 64 * y + 10); // half of square 2 of row 0
    mask.fill(255, 64 * 4, 64 * 4 + 7); // a fourth of square 0 of row 1
    expect([...packMask(mask)]).toEqual([0x20000000, 0, 0, 0, 0, 0, 0, 0]);
    expect([...packMask(mask, true)]).toEqual([0x00040000, 0, 0, 0, 0, 0, 0, 0]);
  });
});

describe('packed masks', () => {
  it('popcount is the count of ones (seed 1)', () => {
    const rng = createRng(1, 'popcount');
    for (const word of [0, 1, 0x80000000, 0xffffffff, ...Array.from({ length: 200 }, () => rng.integer(2 ** 32))]) {
      expect(popcount(word)).toBe([...word.toString(2)].filter((bit) => bit === '1').length);
    }
  });

  it('the shortlist is that of a naive count over entries and mirror images', () => {
    const small = readBank(file.subarray(0, 32 * 120), 120);
    const query = pictureOf(1234).mask;
    const bits = (mask: Uint8Array, flip: boolean) =>
      [...packMask(mask, flip)].flatMap((word) => [...word.toString(2).padStart(32, '0')]);
    const target = bits(query, false);
    const all = Array.from({ length: 240 }, (_, place) => {
      const its = bits(bankMask(place >> 1), place % 2 === 1);
      return {
        index: place >> 1,
        mirrored: place % 2 === 1,
        distance: its.filter((bit, i) => bit !== target[i]).length,
      };
    });
    for (const count of [1, 7, 50]) {
      const best = all
        .toSorted((a, b) => a.distance - b.distance) // stable: among equals the earlier
        .slice(0, count)
        .toSorted((a, b) => a.index - b.index || Number(a.mirrored) - Number(b.mirrored))
        .map(({ distance: _, ...candidate }) => candidate);
      expect(shortlist(small, packMask(query), packMask(query, true), count)).toEqual(best);
    }
  });
});

describe('retrieval', () => {
  it('a bank sample finds itself, its mirror image finds it mirrored', () => {
    for (const index of [0, 777, 39_999]) {
      const name = bankName(index);
      const picture = pictureOf(index);
      expect(retrieve(bank, picture)).toEqual({ ...name, mirrored: false, distance: 0 });
      expect(retrieve(bank, mirrored(picture))).toEqual({ ...name, mirrored: true, distance: 0 });
    }
  });

  it('finds it off its tight crop too', () => {
    const { category, seed } = bankName(2000);
    const { triangles } = makeSample(category, seed, { points: 2 });
    const light = { direction: [0, 1, 1], ambient: 0.3, albedo: 0.9 } as const;
    const found = retrieve(bank, render(triangles, { light, jitter: { scale: 0.85, right: 3, down: -2 } }));
    expect(found).toMatchObject({ category, seed, mirrored: false });
    expect(found.distance).toBeLessThan(0.1);
  });

  it('tells each candidate, and ends when told so by a throw', () => {
    const told: number[] = [];
    retrieve(bank, pictureOf(3), (done, of) => told.push(done / of));
    expect(told).toHaveLength(50);
    expect(told[25]).toBe(0.5);
    const stop = new Error('stopped');
    expect(() => retrieve(bank, pictureOf(3), () => { throw stop; })).toThrow(stop); // prettier-ignore
  });

  it('refuses an empty mask', () => {
    expect(() => retrieve(bank, { gray: new Uint8Array(4096), mask: new Uint8Array(4096) })).toThrow(CutoutError);
  });

  it('answers the even-numbered points, x turned over for a mirror image', () => {
    const { points } = makeSample('car', 2 ** 30 + 4);
    const straight = neighbourPoints({ category: 'car', seed: 2 ** 30 + 4, mirrored: false });
    const other = neighbourPoints({ category: 'car', seed: 2 ** 30 + 4, mirrored: true });
    expect(straight).toHaveLength(3072);
    expect([...straight.subarray(30, 33)]).toEqual([...points.subarray(60, 63)]);
    expect([...other.subarray(30, 33)]).toEqual([-points[60]!, points[61], points[62]]);
  });
});
