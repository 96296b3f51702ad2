import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { readMatrix } from '../../src/io/clouds/matrixFiles.ts';
import { removeOrigins } from '../../src/io/clouds/origins.ts';
import { readCloud } from '../../src/io/clouds/read.ts';
import type { Origin } from '../../src/io/clouds/types.ts';
import { invertRigid, multiply, poseError, transformPoints, type Matrix4 } from '../../src/math/matrix4.ts';
import { prepareCloud } from '../../src/registration/prepare.ts';
import { root } from '../../tools/ensure.mjs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { closePage, expectClean, useBrowser } from './harness.ts';
import { drop, openRegistration, plyOf, saved, shipped, type DroppedFile } from './registration.ts';

/* Two clouds of the visitor's own: dropped, nothing set, the pose taken away. The LiDAR pair with its published pose. */

const browser = useBrowser();

/** The limits: the published pose is itself only good to about half a degree. */
const LIMIT = { degrees: 1, metres: 0.2, milliseconds: 60_000, clicks: 4 } as const;

const published = readMatrix(readFileSync(join(root, 'assets/clouds/lidar-target-from-source.txt'), 'utf8'));
let source: Float64Array;
let target: Float64Array;
beforeAll(async () => {
  [source, target] = [(await shipped('lidar-source.ply')).positions, (await shipped('lidar-target.ply')).positions];
});

const files = (from: Float64Array, to: Float64Array): readonly DroppedFile[] => [
  { name: 'scan-source.ply', bytes: plyOf(from) },
  { name: 'scan-target.ply', bytes: plyOf(to) },
];

/** Clicks of one visit, and what they come to. */
async function visit(
  dropped: readonly DroppedFile[],
  set: (page: Page) => Promise<number> = async () => 0,
  link = 'data=own',
) {
  const page = await openRegistration(browser(), link);
  if (link !== '') await page.waitForSelector('.own-drop');
  const begin = Date.now();
  await drop(page, dropped);
  await page.waitForSelector('.own-panel');
  const clicks = 1 + (await set(page));
  // The result of the clouds as they are now said to be.
  await page.waitForSelector('.own-result [data-verdict]', { timeout: LIMIT.milliseconds });
  await expect.poll(() => page.locator('.own-running').count(), { timeout: LIMIT.milliseconds }).toBe(0);
  const { bytes } = await saved(page, () => page.click('.own-result button:has-text("Matrix (JSON)")'));
  const milliseconds = Date.now() - begin;
  const verdict = await page.getAttribute('.own-result [data-verdict]', 'data-verdict');
  const { targetFromSource } = JSON.parse(bytes.toString()) as { targetFromSource: number[] };
  expect(milliseconds).toBeLessThan(LIMIT.milliseconds);
  expect(clicks + 1).toBeLessThanOrEqual(LIMIT.clicks);
  expectClean(page);
  return { page, verdict, matrix: Float64Array.from(targetFromSource) };
}

/** Within the limits of the pose that is known, at the source's centre (its centroid). */
function expectPose(found: Matrix4, truth: Matrix4, points: Float64Array, metres = 1): void {
  const error = poseError(found, truth, prepareCloud({ points }).size().centroid);
  expect(error.rotationErrorDegrees).toBeLessThanOrEqual(LIMIT.degrees);
  expect(error.translationError * metres).toBeLessThanOrEqual(LIMIT.metres);
}

let first: Matrix4;

test('dropped as they are, on whatever the scene shows: the pose, its verdict, the whole source moved', async () => {
  const bytesOf = (name: string) => ({ name, bytes: readFileSync(join(root, 'assets/clouds', name)) });
  const { page, matrix, verdict } = await visit(
    [bytesOf('lidar-source.ply'), bytesOf('lidar-target.ply')],
    undefined,
    '',
  );
  first = matrix;
  expectPose(matrix, published, source);
  expect(verdict).toBe('good');
  // Every row and field of the file, moved in float64.
  const { name, bytes } = await saved(page, () => page.click('.own-result button:has-text("Aligned cloud")'));
  expect(name).toBe('lidar-source-aligned.ply');
  const aligned = (await readCloud(name, new Uint8Array(bytes)))!;
  const before = await shipped('lidar-source.ply');
  expect(aligned.fields.map((field) => field.name)).toEqual(['x', 'y', 'z', 'scalar_intensity']);
  expect(aligned.fields[3]!.values).toEqual(before.fields[3]!.values);
  const expected = transformPoints(matrix, source);
  expect(aligned.positions.every((value, i) => Math.abs(value - expected[i]!) < 1e-9)).toBe(true);
  // The record that the picture plays, from the export menu: its last pose is the result.
  await page.click('.export summary');
  const csv = await saved(page, () => page.click('.export-list button:has-text("(CSV)")'));
  expect(csv.name).toBe('koubai-registration-own.csv');
  const rows = csv.bytes.toString().trimEnd().split('\n');
  const last = rows.at(-1)!.split(',').slice(-16).map(Number);
  expect(rows[1]).toMatch(/^1,auto,0,/);
  last.forEach((value, i) => expect(value).toBeCloseTo(matrix[i]!, 12));
  await closePage(page);
});

test('the source turned by 90° about the vertical and moved 10 m', async () => {
  const moved = Float64Array.of(0, -1, 0, 10, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1);
  const turned = transformPoints(moved, source);
  const { page, matrix } = await visit(files(turned, target));
  expectPose(matrix, multiply(published, invertRigid(moved)), turned);
  await closePage(page);
});

test('both at (500000, 4500000, 0): the same pose as without, to a millimetre at every point', async () => {
  const place: Origin = [500_000, 4_500_000, 0];
  const shift = (points: Float64Array) => points.map((value, i) => value + place[i % 3]!);
  const { page, matrix } = await visit(files(shift(source), shift(target)));
  const back = removeOrigins(matrix, place, place);
  expectPose(back, published, source);
  const [here, there] = [transformPoints(back, source), transformPoints(first, source)];
  const apart = here.reduce((most, value, i) => Math.max(most, Math.abs(value - there[i]!)), 0);
  expect(apart).toBeLessThanOrEqual(1e-3);
  await closePage(page);
});

test('the target in millimetres, its unit set by hand: the matrix takes metres to millimetres', async () => {
  const { page, matrix } = await visit(
    files(
      source,
      target.map((value) => 1000 * value),
    ),
    async (page) => {
      await page.selectOption('select[aria-label="Unit: cloud that stays (target)"]', 'mm');
      return 2;
    },
  );
  // Without the scale it is the pose, its translation in millimetres.
  const rigid = matrix.map((value, i) => (i < 12 ? value / 1000 : value));
  expect(Math.hypot(matrix[0]!, matrix[4]!, matrix[8]!)).toBeCloseTo(1000, 6);
  expectPose(rigid, published, source);
  await closePage(page);
});

test('a broken file says in its slot what is wrong, where and what to do; another file takes its place', async () => {
  const page = await openRegistration(browser(), 'data=own', { locale: 'ja' });
  await page.waitForSelector('.own-drop');
  const text = (lines: string) => new TextEncoder().encode(lines);
  await drop(page, [
    { name: 'a.xyz', bytes: text('1 2 3\n4 5 x\n') },
    { name: 'b.xyz', bytes: text('1 2 3\n4 5 6\n7 8 9.5\n1 1 1\n') },
  ]);
  const slot = page.locator('.own-slot[data-side=source]');
  await slot.locator('[role=alert]').waitFor();
  expect(await slot.locator('[role=alert]').textContent()).toBe(
    'a.xyz は読めませんでした。 2 行目：「x」は数ではありません。 1.5 や 2e-3 のように、小数点で書いてください。',
  );
  await page.locator('.own-slot[data-side=target]', { hasText: '4 点' }).waitFor();
  await page.setInputFiles('.own-slot[data-side=source] input[type=file]', {
    ...{ name: 'c.xyz', mimeType: 'text/plain' },
    buffer: Buffer.from('1 2 3\n4 5 6\n7 8 9.5\n1 1 1.2\n'),
  });
  // Four points are refused by the verdict, in words, not by a crash.
  await page.waitForSelector('.own-result .pane-verdict .failed', { timeout: 30_000 });
  expectClean(page);
  await closePage(page);
});

test('the computation is stopped and run again; the link says that the clouds are one’s own, and opened elsewhere asks for them', async () => {
  const page = await openRegistration(browser(), 'data=own');
  await page.waitForSelector('.own-drop');
  await drop(page, files(source, target));
  await page.click('.own-running button');
  await page.waitForSelector('.own-result [role=status]:has-text("Stopped.")');
  expect(await page.locator('.own-result [data-verdict]').count()).toBe(0);
  await page.click('.own-result button:has-text("Run it again")');
  await page.waitForSelector('.own-result [data-verdict=good]', { timeout: LIMIT.milliseconds });
  const link = page.url();
  expect(link).toContain('data=own');
  expect(link.length).toBeLessThan(200);
  expectClean(page);
  await closePage(page);
  const elsewhere = await openRegistration(browser(), link.slice(link.indexOf('data=own')), { locale: 'ja' });
  expect(await elsewhere.textContent('.own-drop')).toContain('自分の点群はリンクに入りません');
  expectClean(elsewhere);
  await closePage(elsewhere);
});
