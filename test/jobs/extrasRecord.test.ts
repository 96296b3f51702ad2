import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { extrasRecord, fallOf } from '../../src/jobs/extrasRecord.ts';

test('the record is of the network that ships: else run tools/reconstruction/extras.mjs', () => {
  const { crc32 } = JSON.parse(readFileSync('assets/reconstruction/network.json', 'utf8')) as { crc32: number };
  expect(extrasRecord.network).toBe(crc32);
});

test.each(['procedural', 'furniture'] as const)('what is on by default measures better: %s', (set) => {
  const measured = extrasRecord[set];
  expect(measured.pictures).toBeGreaterThanOrEqual(100);
  for (const figure of ['chamfer', 'emd'] as const) {
    expect(fallOf(measured, 'full', figure)).toBeGreaterThan(0);
    // Each of the two adds to the other.
    for (const id of ['mirror', 'pull'] as const)
      expect(fallOf(measured, 'full', figure)).toBeGreaterThan(fallOf(measured, id, figure));
  }
});

test('with everything on an answer takes 30 ms at most', () => {
  expect(extrasRecord.milliseconds.full).toBeLessThanOrEqual(30);
});
