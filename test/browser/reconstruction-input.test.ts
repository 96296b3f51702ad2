import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closePage, expectClean, openPage, useBrowser } from './harness.ts';
import { animatedGif, grayPng, headerPng, paste, shapePng, transparentPng } from './pictures.ts';
import { answered, answerOf } from './reconstruction.ts';
import { drop } from './registration.ts';
import { pictureOfSilhouette } from '../../src/reconstruction/drawing/silhouette.ts';
import { full } from '../../src/reconstruction/network/extras.ts';
import { readDrawing } from '../../src/reconstruction/drawing/text.ts';
import { trainedNetwork } from '../reconstruction/network/trained.ts';

/* The visitor's own pictures: dropped, pasted, drawn, corrected; and those that cannot be used. One page for all of them. */

const browser = useBrowser();
let page: Page;

beforeAll(async () => {
  page = await openPage(browser(), '#v=1&scene=reconstruction&panes=network', { reducedMotion: 'reduce' });
  await page.waitForSelector('.rec-bring', { timeout: 60_000 });
});
afterAll(async () => {
  await closePage(page);
});

/** The name of the visitor's picture that is shown. */
const shownName = () => page.locator('.rec-own strong');
const own = () => page.locator('.rec-gallery .own button[aria-pressed=true]');
const refusal = () => page.locator('.file-refused');

/** What the network is shown: the share of its pixels that the object covers. */
async function seen(of = '.rec-gallery .own button[aria-pressed=true] canvas'): Promise<number> {
  return page.locator(of).evaluate((canvas: HTMLCanvasElement) => {
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', { willReadFrequently: true })!;
    copy.drawImage(canvas, 0, 0);
    const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
    let sum = 0;
    for (let at = 3; at < data.length; at += 4) sum += data[at]!;
    return sum / 255 / (data.length / 4);
  });
}

/** A place in the editor's picture, by parts of its edges. */
async function placesIn(): Promise<(x: number, y: number) => [number, number]> {
  const box = (await page.locator('.rec-edit-layers').boundingBox())!;
  return (x, y) => [box.x + x * box.width, box.y + y * box.height];
}

async function stroke(...points: readonly (readonly [number, number])[]): Promise<void> {
  const place = await placesIn();
  const [first, ...rest] = points;
  await page.mouse.move(...place(...first!));
  await page.mouse.down();
  for (const point of rest) await page.mouse.move(...place(...point));
  await page.mouse.up();
}

const pick = (label: string) =>
  page.getByRole('radiogroup', { name: 'Tool' }).locator('label', { hasText: label }).click();

test('a picture with transparency is dropped: cut out, cropped, answered; the link says that it is one’s own', async () => {
  await drop(page, [{ name: 'mine.png', bytes: shapePng('chair', 4) }]);
  await shownName().waitFor();
  expect(await shownName().textContent()).toBe('mine.png');
  await own().waitFor();
  expect(page.url()).toContain('pic=own');
  expect(page.url().length).toBeLessThan(160);
  // The editor says how it was cut out, and has the answer.
  await page.click('.rec-own button');
  await page.waitForSelector('.rec-edit-answer[data-answered=true]', { timeout: 60_000 });
  expect(await page.locator('.rec-edit-by input:checked').getAttribute('value')).toBe('alpha');
});

test('its mask is corrected: erased, undone, erased again, by keys too; cancelling takes all of it back', async () => {
  const before = await seen();
  const alike = (value: number) => expect.poll(() => seen('.rec-seen')).toBeCloseTo(value, 5);
  await pick('Eraser');
  await stroke([0.1, 0.2], [0.9, 0.2]);
  await expect.poll(() => seen('.rec-seen')).not.toBeCloseTo(before, 5);
  const erased = await seen('.rec-seen');
  await page.keyboard.press('Control+z');
  await alike(before);
  await page.keyboard.press('Control+y');
  await alike(erased);
  await pick('Brush');
  await page.focus('.rec-edit-room');
  await page.keyboard.down(' ');
  for (let k = 0; k < 6; k++) await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.up(' ');
  await expect.poll(() => seen('.rec-seen')).not.toBeCloseTo(erased, 5);
  expect(await page.locator('.rec-edit-history button:has-text("Redo")').isDisabled()).toBe(true);
  await page.keyboard.press('Escape');
  await page.waitForSelector('.rec-editor', { state: 'detached' });
  expect(await seen()).toBeCloseTo(before, 5);
});

test('a picture on a plain wall is pasted: cut out by the border’s colour; a box around a part of it cuts that out, and undo takes it back', async () => {
  const disc = (x: number, y: number) => (Math.hypot(x - 130, y - 90) < 60 ? 60 + x / 2 : null);
  await paste(page, { name: 'image.png', bytes: grayPng(240, 180, disc) });
  await shownName().filter({ hasText: 'Pasted picture' }).waitFor();
  // A disc on its tight crop.
  expect(await seen()).toBeCloseTo((Math.PI / 4) * 0.875 ** 2, 1);
  await page.click('.rec-own button');
  expect(await page.locator('.rec-edit-by input:checked').getAttribute('value')).toBe('border');
  expect(await page.locator('.rec-edit-by label').count()).toBe(2);
  const whole = await seen('.rec-seen');
  await pick('Box');
  await stroke([0.2, 0.1], [0.5, 0.9]);
  // Half of the disc.
  await expect.poll(() => seen('.rec-seen')).toBeLessThan(0.6 * whole);
  await page.keyboard.press('Control+z');
  await expect.poll(() => seen('.rec-seen')).toBeCloseTo(whole, 5);
  await page.click('.rec-edit-history button:has-text("Invert")');
  expect(await seen('.rec-seen')).toBeGreaterThan(0);
  await page.keyboard.press('Control+z');
  await page.click('.rec-use');
  expect(await seen()).toBeCloseTo(whole, 5);
});

test('one draws on the whole page while the answer follows; Back keeps it, and its link is the same picture and answer in Node, bit for bit', async () => {
  await page.click('.rec-bring button:has-text("Draw")');
  await page.waitForSelector('.rec-room');
  const told = (text: RegExp) => page.locator('.rec-draw-told').filter({ hasText: text }).waitFor();
  await told(/Draw the outline of one thing/);
  const paper = (await page.locator('.rec-paper').boundingBox())!;
  const to = ([x, y]: readonly [number, number]) =>
    page.mouse.move(paper.x + x * paper.width, paper.y + y * paper.height);
  await to([0.3, 0.3]);
  await page.mouse.down();
  for (const place of [
    [0.7, 0.3],
    [0.7, 0.8],
    [0.3, 0.8],
  ] as const)
    await to(place);
  // The pen is still down.
  await page.waitForSelector('.rec-growing[data-answered=true]');
  await to([0.3, 0.31]);
  await told(/Held still/);
  await page.mouse.up();
  // A second piece by keys, taken back.
  await page.locator('.rec-paper').focus();
  for (let k = 0; k < 5; k++) await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press(' ');
  await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.press(' ');
  await page.keyboard.press('Control+z');
  await page.goBack();
  await page.waitForSelector('.rec-room', { state: 'detached' });
  expect(await shownName().textContent()).toBe('Your drawing');
  const text = /draw=([\w-]+)/.exec(page.url())?.[1] ?? '';
  await answered(page, `drawing ${text}`);
  const { gray, mask, answer } = await answerOf(page);
  const picture = pictureOfSilhouette(readDrawing(text));
  expect(mask.reduce((sum, value) => sum + value, 0) / 255 / 64 ** 2).toBeGreaterThan(0.5);
  expect([Buffer.compare(gray, picture.gray), Buffer.compare(mask, picture.mask)]).toEqual([0, 0]);
  expect(answer).toEqual(trainedNetwork().answer(picture, full));
});

test('pictures that cannot be used say what is wrong and what to do; what is shown stays', async () => {
  const broken = shapePng('chair', 4).slice(0, 900);
  const refused: readonly (readonly [name: string, bytes: Uint8Array, says: RegExp])[] = [
    ['broken.png', broken, /broken\.png cannot be used\. The PNG file is damaged\. Copy or save it again/],
    [
      'huge.png',
      headerPng(20_000, 20_000),
      /20,?000 × 20,?000 pixels are too many\. At most 80 million .*scale it down/,
    ],
    ['tiny.png', grayPng(4, 4, (x) => (x > 1 ? 0 : null)), /only 4 pixels long\. At least 8 are needed/],
    ['clear.png', transparentPng(64), /Every pixel is transparent.*Save it with the object visible/],
    ['plain.png', grayPng(64, 64, () => 200), /one colour throughout.*Choose another picture/],
    ['notes.txt', new TextEncoder().encode('no picture'), /not seem to be a picture\. Save it as PNG, JPEG or WebP/],
    ['empty.png', new Uint8Array(), /The file is empty/],
  ];
  for (const [name, bytes, says] of refused) {
    await drop(page, [{ name, bytes }]);
    await refusal().filter({ hasText: name }).waitFor();
    expect(await refusal().textContent()).toMatch(says);
  }
  expect(await shownName().textContent()).toBe('Your drawing');
  await refusal().locator('button').click();
  expect(await refusal().count()).toBe(0);
});

test('an animated picture gives its first frame, a picture of 40 million pixels is scaled down: both say so', async () => {
  await drop(page, [{ name: 'moving.gif', bytes: animatedGif(64) }]);
  await shownName().filter({ hasText: 'moving.gif' }).waitFor();
  expect(await page.textContent('.rec-own')).toContain('its first frame is used');
  // The square of the first frame.
  expect(await seen()).toBeGreaterThan(0.6);
  const bar = (x: number, y: number) => (x > 2000 && x < 6000 && y > 2000 && y < 3000 ? 90 : null);
  await drop(page, [{ name: 'large.png', bytes: grayPng(8000, 5000, bar) }]);
  await shownName().filter({ hasText: 'large.png' }).waitFor({ timeout: 60_000 });
  expect(await page.textContent('.rec-own')).toMatch(/8,?000 × 5,?000 pixels are many: scaled down to 1,?024 × 640/);
  expect(await seen()).toBeCloseTo(0.875 * 0.875 * 0.25, 2);
});

test('where the cut is in doubt the editor opens with it as an offer, and says why; left, the scene shows what it showed', async () => {
  // Stripes up to the border.
  await drop(page, [
    { name: 'busy.png', bytes: grayPng(200, 200, (x, y) => (((x >> 4) + (y >> 4)) % 2 === 0 ? 20 : 200)) },
  ]);
  await page.locator('.rec-edit [role=alert]', { hasText: 'Please check this cut-out' }).waitFor();
  await page.locator('.rec-edit-end button', { hasText: 'Cancel' }).click();
  expect(await shownName().textContent()).toBe('large.png');
  expectClean(page);
});
