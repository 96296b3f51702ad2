import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { decodeLink } from '../../src/state/link.ts';
import { table } from '../../scenes/registration/state/table.ts';
import { fragmentOf } from './app.ts';
import { closePage, expectClean, useBrowser } from './harness.ts';
import { computed, drop, openRegistration, plyOf } from './registration.ts';

/* The start placed by hand: what the hand does is in the link, and the methods start from there. */

const browser = useBrowser();

const startOf = async (page: Page) => decodeLink(table.rules, await fragmentOf(page)).overrides.start ?? null;

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Places of the first pane, a grid `step` apart, over which the canvas shows this cursor. */
const placesWith = (page: Page, cursor: string, step: number): Promise<readonly Place[]> =>
  page.evaluate(
    ([wanted, every]) => {
      const canvas = document.querySelector('canvas')!;
      const { left, top, right, bottom } = document.querySelector('.pane')!.getBoundingClientRect();
      const found: Place[] = [];
      for (let y = top + 2; y < bottom; y += every) {
        for (let x = left + 2; x < right; x += every) {
          const init = { clientX: x, clientY: y, pointerType: 'mouse', isPrimary: true, bubbles: true } as const;
          canvas.dispatchEvent(new PointerEvent('pointermove', init));
          if (canvas.style.cursor === wanted) found.push({ x, y });
        }
      }
      return found;
    },
    [cursor, step] as const,
  );

/** Groups of places nearer than `reach` to one another, each as its middle, from left to right. */
function groupsOf(places: readonly Place[], reach: number): readonly Place[] {
  const groups: Place[][] = [];
  for (const place of places) {
    const near = groups.filter((group) => group.some(({ x, y }) => Math.hypot(x - place.x, y - place.y) <= reach));
    for (const group of near) groups.splice(groups.indexOf(group), 1);
    groups.push([place, ...near.flat()]);
  }
  const middle = (group: readonly Place[]) => ({
    x: group.reduce((sum, { x }) => sum + x, 0) / group.length,
    y: group.reduce((sum, { y }) => sum + y, 0) / group.length,
  });
  return groups.map(middle).sort((a, b) => a.x - b.x);
}

async function drag(page: Page, from: Place, to: Place): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let i = 1; i <= 6; i++) {
    await page.mouse.move(from.x + ((to.x - from.x) * i) / 6, from.y + ((to.y - from.y) * i) / 6);
  }
  await page.mouse.up();
}

test('the gizmo: its ball moves the source, a ring turns it, the methods start there, and it comes back', async () => {
  const page = await openRegistration(browser(), 'play=0&t=0', { reducedMotion: 'reduce' });
  await computed(page);
  await page.click('button:has-text("Move with handles")');
  const grips = groupsOf(await placesWith(page, 'grab', 4), 6);
  expect(grips.length).toBeGreaterThan(0);
  const all = await placesWith(page, 'grab', 4);
  // The ball is in the middle of the handles: the arrows reach as far to every side.
  const edges = (of: (place: Place) => number) => [Math.min(...all.map(of)), Math.max(...all.map(of))] as const;
  const [left, right] = edges(({ x }) => x);
  const [top, bottom] = edges(({ y }) => y);
  const ball = all.reduce((best, place) => {
    const off = ({ x, y }: Place) => Math.hypot(x - (left + right) / 2, y - (top + bottom) / 2);
    return off(place) < off(best) ? place : best;
  });
  expect(await startOf(page)).toBeNull();
  await drag(page, ball, { x: ball.x + 50, y: ball.y - 30 });
  await expect.poll(() => startOf(page)).not.toBeNull();
  const moved = (await startOf(page))!;
  expect(Math.hypot(...moved.slice(0, 3))).toBeLessThan(1e-3);
  expect(Math.hypot(...moved.slice(3))).toBeGreaterThan(0.05);
  // The handle is where it was let go.
  const after = await placesWith(page, 'grab', 4);
  expect(after.some(({ x, y }) => Math.hypot(x - ball.x - 50, y - ball.y + 30) < 8)).toBe(true);
  await computed(page);

  // Halfway up to the arrow that points up, and a little to the right, two rings cross: one of them turns.
  const height = (bottom - top) / 2;
  const wish = { x: ball.x + 50 + 0.2 * height, y: ball.y - 30 - 0.66 * height };
  const off = ({ x, y }: Place) => Math.hypot(x - wish.x, y - wish.y);
  const ring = after.reduce((best, place) => (off(place) < off(best) ? place : best));
  await drag(page, ring, { x: ring.x + 40, y: ring.y + 10 });
  await expect.poll(async () => Math.hypot(...(await startOf(page))!.slice(0, 3))).toBeGreaterThan(3);

  // Reloaded, the link starts from the same place; going back gives the start as given.
  const link = await fragmentOf(page);
  await page.reload();
  await page.waitForSelector('.pane-settings');
  expect(await fragmentOf(page)).toBe(link);
  await computed(page);
  await page.click('button:has-text("Back to the start as given")');
  await expect.poll(() => startOf(page)).toBeNull();
  expectClean(page);
  await closePage(page);
});

/** Nine places far from one another: from whatever side, their order along x is that from left to right. */
const heights = [8, 0, 12, 3, 16, 1, 10, 4, 13];
const places = Float64Array.from(heights.flatMap((height, i) => [5 * (i - 4), 0, height]));

test('three pairs of points put the source exactly where they say', async () => {
  const page = await openRegistration(browser(), 'data=own', { reducedMotion: 'reduce' });
  await page.waitForSelector('.own-drop');
  // 30 lower: no point of one cloud is near one of the other.
  const lower = places.map((value, i) => value - (i % 3 === 2 ? 30 : 0));
  await drop(page, [
    { name: 'source.ply', bytes: plyOf(lower) },
    { name: 'target.ply', bytes: plyOf(places) },
  ]);
  await page.waitForSelector('.own-panel');
  await computed(page);
  await page.click('button:has-text("Pick three pairs")');
  const hint = () => page.textContent('[data-hand=pairs]');
  for (const which of [1, 4, 7]) {
    for (const cloud of ['source', 'target']) {
      expect(await hint()).toContain(cloud);
      const seen = groupsOf(await placesWith(page, 'crosshair', 5), 7);
      expect(seen).toHaveLength(heights.length);
      const place = seen[which]!;
      await page.mouse.click(place.x, place.y);
    }
  }
  await expect.poll(() => startOf(page)).not.toBeNull();
  const [rx, ry, rz, tx, ty, tz] = (await startOf(page))!;
  expect(Math.hypot(rx, ry, rz)).toBeLessThan(1e-3);
  expect(Math.hypot(tx, ty, tz - 30)).toBeLessThan(1e-3);
  // Done: nothing is in hand any more.
  expect(await page.locator('[data-hand]').count()).toBe(0);
  expectClean(page);
  await closePage(page);
});

test('by numbers, for who has no pointer: the link has them, and out of range is refused in words', async () => {
  const page = await openRegistration(browser(), 'data=lidar&play=0', { reducedMotion: 'reduce' });
  await page.click('summary:has-text("Enter numbers")');
  const field = page.getByLabel('along x');
  await field.fill('1.5');
  await field.press('Enter');
  await expect.poll(() => startOf(page)).toEqual([0, 0, 0, 1.5, 0, 0]);
  const turn = page.getByLabel('about z (°)');
  await turn.fill('200');
  expect(await page.locator('.place .field-error').count()).toBe(1);
  await turn.fill('-20');
  await turn.press('Enter');
  await expect.poll(() => startOf(page)).toEqual([0, 0, -20, 1.5, 0, 0]);
  expectClean(page);
  await closePage(page);
});
