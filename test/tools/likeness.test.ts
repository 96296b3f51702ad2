import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import record from '../../scenes/reconstruction/kin/likeness.json' with { type: 'json' };
import { sharesOf } from '../../tools/reconstruction/likeness/probe.ts';
import { purposeOf } from '../../tools/reconstruction/likeness/uses.ts';

test.each([
  ['Office chair 2', { use: 'sit', kind: 'chair' }],
  ['Couch with pillows', { use: 'sit', kind: 'sofa' }],
  ['Coffee table', { use: 'put', kind: 'table' }],
  ['Table lamp', { use: 'light', kind: 'lamp' }],
  ['Bed for dogs on wheels', null],
  ['Radiator', null],
])('%s: what it is for, by its name', (name, purpose) => {
  expect(purposeOf(name)).toEqual(purpose);
});

/** Things on a line, as far apart as they stand. */
const along = (places: readonly number[]) => places.map((a) => places.map((b) => Math.abs(a - b)));

// Twelve things to sit on (two kinds), twelve to ride (two kinds).
const things = Array.from({ length: 24 }, (_, i) => ({
  use: i < 12 ? ('sit' as const) : ('ride' as const),
  kind: `${i < 12 ? 'sit' : 'ride'} ${i % 2}`,
}));
const byUse = along(things.map((_, i) => i + (i < 12 ? 0 : 100)));
const mixed = along(things.map((_, i) => (7 * i) % 24));

test('a measure that knows the use finds it, among its own kind and without it; blind drawing finds what there is', () => {
  const all = sharesOf(things, byUse, mixed, false);
  expect(all.feature).toBe(1);
  expect(all.chance).toBeCloseTo(11 / 23, 12);
  expect(all.difference).toBeCloseTo(all.feature - all.chamfer, 12);
  expect(all.interval[0]).toBeLessThanOrEqual(all.difference);
  expect(all.interval[1]).toBeGreaterThanOrEqual(all.difference);
  const others = sharesOf(things, byUse, mixed, true);
  expect(others.feature).toBe(1);
  expect(others.chance).toBeCloseTo(6 / 18, 12);
  expect(sharesOf(things, mixed, byUse, true).difference).toBeCloseTo(-others.difference, 12);
});

test('a thing that has no other kind beside it is not asked', () => {
  const lone = things.map((thing) => (thing.use === 'ride' ? { ...thing, kind: 'ride' } : thing));
  expect(sharesOf(lone, byUse, mixed, true).feature).toBe(1);
  expect(sharesOf(lone, mixed, byUse, true).chamfer).toBe(1);
});

test('the record is of the network that is shipped: node tools/reconstruction/likeness.mjs', () => {
  const network = JSON.parse(
    readFileSync(new URL('../../assets/reconstruction/network.json', import.meta.url), 'utf8'),
  ) as { readonly crc32: number };
  expect(record.network).toBe(network.crc32);
  for (const shares of [record.all, record.others]) {
    expect(shares.interval[0]).toBeLessThanOrEqual(shares.difference);
    expect(shares.interval[1]).toBeGreaterThanOrEqual(shares.difference);
    expect(shares.feature).toBeGreaterThan(shares.chance);
  }
});
