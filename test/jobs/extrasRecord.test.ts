import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { extrasRecord, fallOf } from '../../src/jobs/extrasRecord.ts';

test('the record is of the network that ships: else run tools/reconstruction/extras.mjs', () => {
  const { crc32 } = JSON.parse(readFileSync('assets/reconstruction/network.json', 'utf8')) as { crc32: number };
  expect(extrasRecord.network).toBe(crc32);
});

test('what is on by default measures better; of furniture that is never trained on, by EMD, and by Chamfer distance it costs less than 1 %', () => {
  const { procedural, furniture } = extrasRecord;
  for (const { pictures } of [procedural, furniture]) expect(pictures).toBeGreaterThanOrEqual(100);
  for (const figure of ['chamfer', 'emd'] as const) expect(fallOf(procedural, 'full', figure)).toBeGreaterThan(0.01);
  expect(fallOf(furniture, 'full', 'emd')).toBeGreaterThan(0.02);
  expect(fallOf(furniture, 'full', 'chamfer')).toBeGreaterThan(-0.01);
  // To the mirror image's answer pulling adds by Chamfer distance.
  for (const measured of [procedural, furniture])
    expect(fallOf(measured, 'full', 'chamfer')).toBeGreaterThan(fallOf(measured, 'mirror', 'chamfer'));
});

test('with everything on an answer takes 30 ms at most', () => {
  expect(extrasRecord.milliseconds.full).toBeLessThanOrEqual(30);
});
