import type { Page } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { readCloud } from '../../src/io/clouds/read.ts';
import { chamferDistance } from '../../src/reconstruction/metrics/chamfer.ts';
import { epsilonFor } from '../../src/reconstruction/metrics/compare.ts';
import { emdAuction } from '../../src/reconstruction/metrics/emdAuction.ts';
import { fScore } from '../../src/reconstruction/metrics/fScore.ts';
import { reconstructionSimd } from '../../src/jobs/reconstructionSimd.ts';
import { full } from '../../src/reconstruction/network/extras.ts';
import { createNetwork } from '../../src/reconstruction/network/infer.ts';
import { readWeights } from '../../src/reconstruction/network/weights.ts';
import { pictured } from '../../src/reconstruction/pictured.ts';
import { surfelsOf } from '../../src/reconstruction/visible.ts';
import { makeSample } from '../../src/reconstruction/sample.ts';
import { everyOther } from '../../src/reconstruction/everyOther.ts';
import { root } from '../../tools/ensure.mjs';
import { atRest, chooseScene, visit } from './app.ts';
import { closePage, expectClean, openPage, useBrowser } from './harness.ts';
import { answered, answerOf, drawnPart, geometriesOf, isBlue, stepOf, type Inspecting } from './reconstruction.ts';
import { saved } from './registration.ts';
import { screenshot } from './relief/page.ts';
import { readPng } from './relief/png.ts';

/* The answer's view. One page for most of it: opening it, the network comes along, is what takes time. */

const browser = useBrowser();
let page: Page;

const STEPS = 5;
const LAMP = 'v=1&scene=reconstruction&cat=lamp&col=cloud&lang=en';
/** Dots overlap, a few lie under titles. */
const DRAWN = 0.97;

const asset = (name: string) => readFileSync(join(root, 'assets/reconstruction', name));
const figure = (line: string, name: string) =>
  page.locator(`[data-line='${line}'] [data-figure='${name}']`).innerText();
const urlHas = (text: string | RegExp) => expect.poll(() => page.url()).toMatch(text);
const press = async (key: string) => {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press(key);
};
const scrubTo = async (step: number) => {
  await page.locator('.scrub').fill(String(step));
  await expect.poll(() => stepOf(page)).toBe(step);
};

beforeAll(async () => {
  page = await openPage(browser(), '#v=1&scene=reconstruction&lang=en', { drawn: true });
  await answered(page, 'chair 29');
}, 120_000);
afterAll(async () => {
  await closePage(page);
});

test('opening: the picture becomes the network’s answer, that of Node; its figures are the metrics’ own, the look-up beside it', async () => {
  // It plays by itself, once.
  await expect.poll(() => stepOf(page), { timeout: 60_000 }).toBe(STEPS);
  const { gray, mask, answer, truth, lookup } = await answerOf(page);
  const sample = makeSample('chair', 29);
  expect(gray).toEqual(sample.picture.gray);
  expect(mask).toEqual(sample.picture.mask);
  expect(truth).toEqual(everyOther(sample.points, 0));
  const network = createNetwork(
    readWeights(JSON.parse(asset('network.json').toString()), asset('network.bin'), 'network'),
    reconstructionSimd,
  );
  expect(network.simd()).toBe(true);
  // To the bit, with everything on.
  expect(answer).toEqual(network.answer(sample.picture, full));
  for (const [line, points] of Object.entries({ network: answer, lookup })) {
    const both = chamferDistance(points, truth);
    const printed = (1000 * both.chamfer).toFixed(2);
    expect(await page.locator(`[data-pane='${line}'] [data-value='chamfer']`).innerText()).toBe(printed);
    expect(await figure(line, 'chamfer')).toBe(printed);
    expect(await figure(line, 'emd')).toBe(emdAuction(points, truth, epsilonFor(truth)).mean.toFixed(3));
    expect(await figure(line, 'fScore')).toBe(fScore(points, truth, both).toFixed(2));
  }
  expect(Number(await figure('floor', 'chamfer'))).toBeLessThan(Number(await figure('network', 'chamfer')));
  expect(await page.locator('.pane h2').allInnerTexts()).toEqual(['Network', 'Truth', 'Nearest look-up']);
  // The legend's shares are what its module makes of the answer; the picture itself stands beside it.
  const { seen } = pictured(surfelsOf(answer), sample.picture);
  const share = seen.reduce((sum, each) => sum + each, 0) / seen.length;
  expect(await page.locator('.rec-tones').innerText()).toContain(`(${(100 * share).toFixed(0)} %)`);
  expect(await page.locator('[data-pane=network] .rec-picture canvas').count()).toBe(1);
  // It turns slowly by itself; asked not to move, it rests.
  const cameraX = () => page.evaluate(() => (window as unknown as Inspecting).koubai!.scene!.camera().world[12]);
  const before = await cameraX();
  await expect.poll(cameraX).not.toBe(before);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await atRest(page);
  await page.getByRole('radio', { name: 'One each' }).check();
  await urlHas('col=cloud');
  await expect.poll(() => page.locator('.rec-tones').count()).toBe(0);
  expectClean(page);
}, 90_000);

test('scrubbed, the dots are on the picture, under way, at the answer', async () => {
  const { start, answer } = await answerOf(page);
  await scrubTo(STEPS);
  expect(await drawnPart(page, answer)).toBeGreaterThan(DRAWN);
  await scrubTo(0);
  expect(await drawnPart(page, start)).toBeGreaterThan(DRAWN);
  expect(await drawnPart(page, answer)).toBeLessThan(0.9);
  await scrubTo(2);
  const part = 0.4 ** 2 * (3 - 2 * 0.4);
  const between = start.map((from, i) => from + part * (answer[i]! - from));
  expect(await drawnPart(page, between)).toBeGreaterThan(DRAWN);
  await scrubTo(STEPS);
}, 60_000);

test('error colours and both kinds of threads, by keys; the picture’s own angle and back; the other views', async () => {
  await atRest(page);
  const plain = await screenshot(page);
  await press('e');
  await urlHas('err=1');
  await page.locator('.colour-bar').waitFor();
  await atRest(page);
  const coloured = await screenshot(page);
  let changed = 0;
  for (let y = 60; y < plain.height - 200; y++) {
    for (let x = 0; x < 300; x++) if (isBlue(plain.at(x, y)) && !isBlue(coloured.at(x, y))) changed++;
  }
  expect(changed).toBeGreaterThan(300);
  const without = await geometriesOf(page);
  for (const kind of ['chamfer', 'emd']) {
    await press('t');
    await urlHas(`th=${kind}`);
    await expect.poll(() => geometriesOf(page)).toBeGreaterThan(without);
  }
  await press('t');
  await expect.poll(() => page.url()).not.toContain('th=');
  await press('e');
  await expect.poll(() => page.url()).not.toContain('err=');
  await press('f');
  await urlHas('c=0,2,1');
  await press('f');
  await expect.poll(() => page.url()).not.toContain('c=');
  await press('2');
  await urlHas('view=losses');
  await page.locator("[data-pane='emd']").waitFor();
  await press('1');
  await page.locator("[data-pane='network']").waitFor();
  expectClean(page);
}, 60_000);

test('panes go and come; one stays', async () => {
  const shown = () => page.locator('.pane').evaluateAll((all) => all.map((pane) => pane.dataset['pane']));
  const toggle = (name: string) => page.locator('.headed-rows').getByLabel(name, { exact: true }).click();
  await toggle('Truth');
  expect(await shown()).toEqual(['network', 'lookup']);
  await urlHas('panes=network,lookup');
  await toggle('Nearest look-up');
  await toggle('Network');
  expect(await shown()).toEqual(['network']);
  await toggle('Truth');
  await toggle('Nearest look-up');
  expect(await shown()).toEqual(['network', 'truth', 'lookup']);
  await expect.poll(() => page.url()).not.toContain('panes=');
});

test('another shape by hand: the link follows; table, PNG and PLY hold the very answer', async () => {
  await press('s');
  await urlHas('seed=30');
  await page.locator('.rec-shape select').selectOption('lamp');
  await page.locator('.rec-shape input').fill('29');
  await page.locator('.rec-shape input').press('Enter');
  await answered(page, 'lamp 29');
  expect(new URL(page.url()).hash).toContain('cat=lamp');
  const { answer, truth } = await answerOf(page);
  await scrubTo(STEPS);
  await press('d');
  const cells = page.locator('dialog[open] .table-room');
  const { chamfer } = chamferDistance(answer, truth);
  expect(await cells.locator('td:nth-child(2)').first().innerText()).toBe(String(chamfer));
  expect(await cells.locator('table').nth(1).locator('tbody tr').count()).toBe(1024);
  await page.keyboard.press('Escape');

  const take = (name: string) =>
    saved(page, async () => {
      await page.locator('.export > summary').click();
      await page.getByRole('button', { name }).click();
    });
  const ply = await take('Network’s points (PLY)');
  expect(ply.name).toBe('koubai-lamp-29-network.ply');
  const { positions } = (await readCloud(ply.name, new Uint8Array(ply.bytes)))!;
  expect(positions).toEqual(answer.map(Math.fround));
  const png = await take('PNG');
  expect(png.name).toBe('koubai-lamp-29-answer.png');
  const picture = readPng(png.bytes);
  let blue = 0;
  for (let y = 0; y < picture.height; y++) for (let x = 0; x < picture.width; x++) if (isBlue(picture.at(x, y))) blue++;
  expect(blue).toBeGreaterThan(1000);
  expectClean(page);
}, 60_000);

test('the answer is sent to registration, with its truth; back, all is as it was left', async () => {
  const before = { workers: page.workers().length, geometries: await geometriesOf(page), answer: await answerOf(page) };
  await page.locator('.export > summary').click();
  await page.getByRole('button', { name: 'Register answer onto truth' }).click();
  await page.locator('.scene-switch [data-scene=registration][aria-current]').waitFor({ timeout: 60_000 });
  await urlHas('data=own');
  await expect
    .poll(() => page.locator('.parameters').innerText(), { timeout: 60_000 })
    .toMatch(/koubai-lamp-29-network\.ply[^]*1,024 points[^]*koubai-lamp-29-truth\.ply[^]*1,024 points/);
  await chooseScene(page, 'reconstruction');
  await answered(page, 'lamp 29');
  await atRest(page);
  expect(await answerOf(page)).toEqual(before.answer);
  expect(await geometriesOf(page)).toBe(before.geometries);
  await expect.poll(() => page.workers().length).toBeLessThanOrEqual(before.workers);
  expect(await page.locator('canvas[data-engine], .clouds canvas:not(.rec-thumb)').count()).toBe(1);
  expectClean(page);
}, 120_000);

test('a link opened again shows the same, at rest where nothing may move; after a lost context, too; own pictures are missed', async () => {
  const first = await answerOf(page);
  const again = await openPage(browser(), `#${LAMP}`, { drawn: true, reducedMotion: 'reduce' });
  await answered(again, 'lamp 29');
  expect(await stepOf(again)).toBe(STEPS);
  expect(await answerOf(again)).toEqual(first);
  expect(await drawnPart(again, first.answer)).toBeGreaterThan(DRAWN);

  const interrupted = again.locator('.interruption').filter({ hasText: /interrupted the 3D view/ });
  await again.evaluate(() => (window as unknown as Inspecting).koubai!.scene!.loseContext());
  await interrupted.waitFor({ state: 'attached' });
  await again.evaluate(() => (window as unknown as Inspecting).koubai!.scene!.restoreContext());
  await interrupted.waitFor({ state: 'detached' });
  expect(await drawnPart(again, first.answer)).toBeGreaterThan(DRAWN);

  await visit(again, 'v=1&scene=reconstruction&pic=own&lang=en');
  await answered(again, 'chair 29');
  expect(await again.locator('.rec-missing').innerText()).toMatch(
    /never left their machine.*A sample is shown instead/,
  );
  // The panel shows what is shown.
  expect(await again.locator('.rec-shape select').inputValue()).toBe('chair');
  expect(await again.locator('.rec-shape input').inputValue()).toBe('29');
  expect(await again.locator('.rec-gallery [aria-pressed=true]').getAttribute('title')).toBe('Chair 29');
  // What was made in the lost context is not freed in the one that came back: the browser would warn.
  expectClean(again, [/CONTEXT_LOST_WEBGL/]);
  await closePage(again);
}, 120_000);

test('a phone in the dark, in Japanese, offline for a moment: it says what is missing and tries again; two panes, nothing sticks out', async () => {
  // Nothing is fetched before the network’s file is out of reach.
  const phone = await openPage(browser(), 'about:blank', {
    viewport: { width: 390, height: 844 },
    colorScheme: 'dark',
    locale: 'ja',
    reducedMotion: 'reduce',
    hasTouch: true,
  });
  await phone.route(/\/network-[^/]*\.bin$/, (route) => route.abort());
  await phone.goto(`${inject('appUrl')}#v=1&scene=reconstruction`);
  const problem = phone.locator('[data-pane=network] .pane-problem');
  await problem.waitFor({ timeout: 60_000 });
  expect(await problem.innerText()).toMatch(/network\.bin/);
  await phone.unroute(/\/network-[^/]*\.bin$/);
  await problem.locator('button').tap();
  await answered(phone, 'chair 29');
  expect(await problem.count()).toBe(0);

  const panes = () => phone.locator('.pane').evaluateAll((all) => all.map((pane) => pane.dataset['pane']));
  expect(await panes()).toEqual(['network', 'truth']);
  await phone.locator('.pane-tabs button').nth(2).tap();
  await expect.poll(panes).toContain('lookup');
  expect(await panes()).toHaveLength(2);
  expect(await phone.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  const boxes = await phone
    .locator('.pane')
    .evaluateAll((all) => all.map((pane) => pane.getBoundingClientRect().toJSON()));
  for (const { width, height } of boxes as DOMRect[]) {
    expect(width).toBeGreaterThan(160);
    expect(height).toBeGreaterThan(160);
  }
  expectClean(phone, [
    /request failed: .*network-.*ERR_FAILED/,
    /console error: Failed to load resource: net::ERR_FAILED/,
  ]);
  await closePage(phone);
}, 120_000);
