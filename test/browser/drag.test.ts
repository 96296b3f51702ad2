import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp, visit } from './app.ts';
import { closePage, expectClean, useBrowser } from './harness.ts';
import { cameraOf, settled } from './relief/page.ts';
import { readCamera } from './relief/camera.ts';

/* "Numbers enter a kernel as arguments: dragging a slider or the clock compiles nothing": counted while everything is dragged. */

const browser = useBrowser();
const size = { width: 1280, height: 720 };
const EVENTS = 100;
/** Momentum is selected, so that the swarm runs by a rule with a parameter of its own besides the learning rate. */
const LINK = 'v=1&sel=momentum&t=12';
let page: Page;
beforeAll(async () => {
  page = await openApp(browser(), LINK, { viewport: size, reducedMotion: 'reduce' });
  await settled(page, 12);
});
afterAll(async () => {
  expectClean(page);
  await closePage(page);
});

/** Compiled so far: three's shader programs, GPU.js's kernels. */
const compiled = () =>
  page.evaluate(async () => {
    const scene = window.koubai!.scene!;
    return { programs: scene.programs(), kernels: await scene.kernelsBuilt() };
  });

/**
 * Sends EVENTS input events to a range input: from its one end to the other and back to where it stood, with pictures between them.
 * Returns how many different values the page spoke on the way, and whether the first is back.
 */
function dragRange(slider: Locator): Promise<{ readonly different: number; readonly back: boolean }> {
  return slider.evaluate(async (element, events) => {
    const input = element as HTMLInputElement;
    // React listens to the setter; the browser's own goes past it, as a hand does.
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!;
    const [low, high, home] = [Number(input.min), Number(input.max), input.value];
    const before = input.getAttribute('aria-valuetext');
    const spoken = new Set<string | null>();
    for (let i = 1; i <= events; i++) {
      set.call(input, i < events ? String(low + ((high - low) * i) / (events - 1)) : home);
      input.dispatchEvent(new Event('input', { bubbles: true }));
      spoken.add(input.getAttribute('aria-valuetext'));
      if (i % 40 === 0) await new Promise(requestAnimationFrame);
    }
    return { different: spoken.size, back: input.getAttribute('aria-valuetext') === before };
  }, EVENTS);
}

test('the counter counts: another surface builds a kernel', async () => {
  const before = await compiled();
  expect(before.programs).toBeGreaterThan(0);
  expect(before.kernels).toBeGreaterThan(0);
  await visit(page, 'v=1&s=beale&t=12');
  await settled(page, 12);
  expect((await compiled()).kernels).toBeGreaterThan(before.kernels);
  await visit(page, LINK);
  await settled(page, 12);
});

test(`${EVENTS} events on each slider of the panel compile nothing`, async () => {
  const folds = page.locator('button.section[aria-expanded=false]');
  while ((await folds.count()) > 0) await folds.first().click();
  const names = await page
    .locator('.parameters input[type=range]')
    .evaluateAll((inputs) => inputs.map((input) => input.getAttribute('aria-label')!));
  // Learning rates, a rule's own parameter, the surface's, the scene's.
  for (const name of ['SGD: Learning rate', 'Momentum', 'Stretch of the valley', 'Height scale', 'Cut level']) {
    expect(names).toContain(name);
  }
  await settled(page, 12);
  let before = await compiled();
  for (const [i, name] of names.entries()) {
    const slider = page.locator('.parameters input[type=range]').nth(i);
    if (name === 'SD of the noise') {
      // Noise has kernels of its own, built once, when it is first switched on.
      await slider.press('ArrowRight');
      await settled(page, 12);
      expect((await compiled()).programs).toBe(before.programs);
      before = await compiled();
    }
    const { different, back } = await dragRange(slider);
    // It was a drag, and the page followed it.
    expect([name, back]).toEqual([name, true]);
    expect(different).toBeGreaterThan(5);
    await settled(page, 12);
    const after = await compiled();
    expect({ name, ...after }).toEqual({ name, ...before });
  }
});

test(`a scrub over the whole clock in ${EVENTS} events compiles nothing`, async () => {
  const before = await compiled();
  await dragRange(page.getByRole('slider', { name: 'Step', exact: true }));
  await settled(page, 12);
  expect(await compiled()).toEqual(before);
});

test(`dragging the start over the surface in ${EVENTS} events compiles nothing`, async () => {
  await visit(page, LINK);
  await settled(page, 12);
  const before = await compiled();
  // Where the start is drawn: (−7, 2, 6.45) through the page's own matrices.
  const [x, y] = await page.evaluate(
    ({ world, projection, width, height }) => {
      const { scale, centreX, centreY, height: top, reference } = window.koubai!.scene!.display();
      const point = [(-7 - centreX) * scale, (top * 6.45) / reference, (centreY - 2) * scale];
      // The camera's matrix is a rotation and a place: its inverse is the transpose.
      const seen = [0, 1, 2].map((k) =>
        [0, 1, 2].reduce((sum, m) => sum + (point[m]! - world[12 + m]!) * world[4 * k + m]!, 0),
      );
      const ndc = [0, 1].map((k) => (projection[5 * k]! * seen[k]! + projection[8 + k]! * seen[2]!) / -seen[2]!);
      return [((ndc[0]! + 1) / 2) * width, ((1 - ndc[1]!) / 2) * height] as const;
    },
    { ...(await cameraOf(page)), ...size },
  );
  const dots = () => page.evaluate(() => window.koubai!.scene!.dots('sgd').slice(0, 2));
  expect(await dots()).toEqual([-7, 2]);
  const { back } = readCamera(await cameraOf(page), size);
  await page.mouse.move(x, y);
  await page.mouse.down();
  // A few moves of the real mouse, each of which waits for its picture, then the rest by hand at once.
  const at = (i: number) => ({ clientX: x + 1.5 * i, clientY: y + 20 * Math.sin(i / 12) });
  for (let i = 1; i <= 5; i++) await page.mouse.move(at(i).clientX, at(i).clientY);
  await page.locator('canvas').evaluate(
    async (canvas, moves) => {
      for (const [i, place] of moves.entries()) {
        canvas.dispatchEvent(new PointerEvent('pointermove', { ...place, pointerId: 1, isPrimary: true, buttons: 1 }));
        if (i % 25 === 24) await new Promise(requestAnimationFrame);
      }
    },
    Array.from({ length: EVENTS - 5 }, (_, i) => at(i + 6)),
  );
  await page.mouse.up();
  await settled(page);
  const [startX] = await dots();
  // It moved east with the pointer, and the camera did not turn.
  expect(startX).toBeGreaterThan(-6);
  const turned = readCamera(await cameraOf(page), size).back.map((value, k) => value - back[k]!);
  // Framing anew rounds: 1e-9 of a direction is no turn.
  expect(Math.hypot(...turned)).toBeLessThan(1e-9);
  expect(await compiled()).toEqual(before);
});
