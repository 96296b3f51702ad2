import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scenes, type SceneId } from '../../src/app/scenes.ts';
import { atRest } from './app.ts';
import { closePage, expectClean, openPage, useBrowser } from './harness.ts';
import { lesserLink } from './lesser.ts';

/* A clip of each scene, made by one press and played: small and of few frames, for software draws and encodes here. */

const browser = useBrowser();
const ids = Object.keys(scenes) as SceneId[];
const SIDE = 240;
/** The moments played below are frames of the very same steps as with two. */
const FRAMES_PER_SECOND = 1;
/** Width and height as the menu promises them. */
const sizes = { Square: [240, 240], Upright: [240, 300], Wide: [426, 240] } as const;

/** Another page than the app's plays it: the app's policy lets no video in. */
let player: Server;
let clip: { readonly type: string; readonly bytes: Buffer };
beforeAll(async () => {
  player = createServer((request, response) => {
    if (request.url === '/') response.setHeader('Content-Type', 'text/html').end('<!doctype html><video></video>');
    else response.setHeader('Content-Type', clip.type).end(clip.bytes);
  });
  await new Promise<void>((done) => player.listen(0, done));
});
afterAll(() => player.close());

/** H.264 refused: what the next codec in line makes is played, too, whatever this browser encodes. */
function withoutH264() {
  const { isConfigSupported } = VideoEncoder;
  VideoEncoder.isConfigSupported = (config) =>
    config.codec.startsWith('avc') ? Promise.resolve({ supported: false, config }) : isConfigSupported(config);
}

/** Another tab comes before this one: no animation frame from now on. */
const hide = (page: Page) =>
  page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { get: () => true });
    window.requestAnimationFrame = () => 0;
    document.dispatchEvent(new Event('visibilitychange'));
  });

/** Opens the menu, chooses the shape, presses, and waits for the file. */
async function make(page: Page, shape: keyof typeof sizes, hidden: boolean) {
  await page.locator('.export > summary').click();
  await page.locator('.clip-row').getByRole('radio', { name: shape }).check();
  const saving = page.waitForEvent('download', { timeout: 90_000 });
  await page.getByRole('button', { name: 'Clip (6 s)' }).click();
  if (hidden)
    await page
      .locator('.clip-dialog progress')
      .waitFor()
      .then(() => hide(page));
  const file = await saving;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

/** Size, seconds and the colours of a grid of points at some moments, as a <video> shows them. */
async function play(page: Page, moments: readonly number[]) {
  await page.goto(`http://localhost:${(player.address() as AddressInfo).port}/`);
  return page.evaluate(async (times) => {
    const video = document.querySelector('video')!;
    const happens = (name: string) =>
      new Promise((done, fail) => {
        video.addEventListener(name, done, { once: true });
        video.addEventListener('error', () => fail(new Error(video.error?.message)), { once: true });
      });
    // As a blob: to go to a moment of it takes the whole file, or a server of parts.
    video.src = URL.createObjectURL(await (await fetch('/clip')).blob());
    await happens('loadeddata');
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: 64, height: 64 });
    const pen = canvas.getContext('2d', { willReadFrequently: true })!;
    const pictures: number[][] = [];
    for (const time of times) {
      // On a busy machine the frame of before may stand for a while after it was sought; and the same one is not shown anew.
      const shown = new Promise((done) => video.requestVideoFrameCallback(done));
      const late = new Promise((done) => setTimeout(done, 1000));
      video.currentTime = time;
      await happens('seeked');
      await Promise.race([shown, late]);
      pen.drawImage(video, 0, 0, 64, 64);
      pictures.push([...pen.getImageData(0, 0, 64, 64).data]);
    }
    return { width: video.videoWidth, height: video.videoHeight, seconds: video.duration, pictures };
  }, moments);
}

/** Scenes of one picture: the others' window is so large that two panes beside each other are pictures, not stamps. */
const relief: ReadonlySet<SceneId> = new Set(['optimizers', 'networks']);

/** A small training, but for the microscope's, which hardly moves then. */
function linkOf(id: SceneId): string {
  const more = 'play=0&t=1&lang=en&theme=light';
  return id === 'microscope' ? `v=1&scene=${id}&${more}` : lesserLink(id, more);
}

const shapeOf = (id: SceneId) => (['Wide', 'Square', 'Upright'] as const)[ids.indexOf(id) % 3]!;

test.each(ids)(
  '%s: its clip has the size asked for, lasts 6 s, moves, and leaves the clock where it stood',
  async (id) => {
    // Each encoder, and the tab in sight and out of it, in two of the scenes: that costs no clip more.
    const [webm, hidden] = [ids.indexOf(id) % 2 === 0, ids.indexOf(id) % 4 === 1 || ids.indexOf(id) % 4 === 2];
    const shape = shapeOf(id);
    const page = await openPage(browser(), `?quality=low&clip=${SIDE},${FRAMES_PER_SECOND}#${linkOf(id)}`, {
      drawn: true,
      viewport: relief.has(id) ? { width: 800, height: 600 } : { width: 1200, height: 800 },
      reducedMotion: 'reduce',
      ...(webm && { before: withoutH264 }),
    });
    await page.locator('.counter', { hasText: /\/\s*[1-9]/ }).waitFor({ timeout: 60_000 });
    await page.waitForFunction(() => (window.koubai?.scene?.frames() ?? 0) > 0, undefined, { timeout: 60_000 });
    // A training draws with each record, and its clip is to have them all; on a busy machine they are seconds apart.
    await page.waitForFunction(() => window.koubai?.waiting?.().length === 0, undefined, { timeout: 60_000 });
    await atRest(page, 1000);
    const before = { counter: await page.locator('.counter').innerText(), address: page.url() };
    const { name, bytes } = await make(page, shape, hidden);
    expect(name).toMatch(webm ? /^koubai-[\w-]+\.webm$/ : /^koubai-[\w-]+\.(mp4|webm)$/);
    const marks = { mp4: bytes.toString('latin1', 4, 8) === 'ftyp', webm: bytes.readUInt32BE(0) === 0x1a45dfa3 };
    expect(marks).toEqual({ mp4: name.endsWith('mp4'), webm: name.endsWith('webm') });
    await page.locator('.clip-dialog').waitFor({ state: 'detached' });
    expect({ counter: await page.locator('.counter').innerText(), address: page.url() }).toEqual(before);
    expectClean(page);

    clip = { type: name.endsWith('mp4') ? 'video/mp4' : 'video/webm', bytes };
    const { width, height, seconds, pictures } = await play(page, [0.2, 2, 5.8]);
    expect([width, height]).toEqual(sizes[shape]);
    expect(seconds).toBeCloseTo(6, 1);
    const difference = (a: readonly number[], b: readonly number[]) =>
      a.filter((value, k) => Math.abs(value - b[k]!) > 24).length;
    // The bar below grows by a third of the width at least; all else that moves comes on top of it.
    expect(difference(pictures[0]!, pictures[1]!)).toBeGreaterThan(30);
    expect(difference(pictures[1]!, pictures[2]!)).toBeGreaterThan(30);
    // Picture, not words and bar.
    const middle = (picture: readonly number[]) => picture.slice(4 * 64 * 24, 4 * 64 * 40);
    expect(difference(middle(pictures[0]!), middle(pictures[2]!))).toBeGreaterThan(10);
    // Words and picture on paper: neither empty nor all one colour.
    const shades = new Set(pictures[2]!.filter((_, k) => k % 4 === 0).map((value) => value >> 3));
    expect(shades.size).toBeGreaterThan(8);
    await closePage(page);
  },
);

test('given up, it leaves nothing: no file, the clock where it stood, and the menu goes on', async () => {
  const page = await openPage(browser(), `?clip=${SIDE},30#v=1&play=0&t=3&lang=en`, { reducedMotion: 'reduce' });
  await page.waitForFunction(() => (window.koubai?.scene?.frames() ?? 0) > 0, undefined, { timeout: 60_000 });
  let files = 0;
  page.on('download', () => files++);
  await page.locator('.export > summary').click();
  await page.getByRole('button', { name: 'Clip (6 s)' }).click();
  await page.locator('.clip-dialog progress').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.clip-dialog').waitFor({ state: 'detached' });
  expect(await page.locator('.counter').innerText()).toMatch(/^3 \//);
  expect([files, await page.locator('.export-list .field-error').count()]).toEqual([0, 0]);
  expectClean(page);
  await closePage(page);
});
