import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { closePage, expectClean, openPage, useBrowser } from './harness.ts';
import { readPng, type Picture } from './relief/png.ts';

/**
 * The book's figure at its 30th point, read from pixels. The points come from an independent script of the book's rules
 * (tools/fixtures/make_book_fixtures.py); where they belong follows from where the axis ticks stand, not from the drawing code.
 */
const browser = useBrowser();

type Point = readonly [x: number, y: number];
const fixture = JSON.parse(readFileSync(new URL('../fixtures/book-points.json', import.meta.url), 'utf8')) as {
  readonly runs: Readonly<Record<string, { readonly points: readonly Point[] }>>;
};

interface Tick {
  readonly value: number;
  /** Middle of the tick along its axis, CSS pixels of the window (a screenshot's pixels at ratio 1). */
  readonly at: number;
}

interface Shown {
  readonly xs: readonly Tick[];
  readonly ys: readonly Tick[];
  readonly colour: readonly [r: number, g: number, b: number];
  readonly lineWidth: number;
  readonly dots: number;
}

/** Hides heads and labels (as a test may: by their mark), and reads the ticks and line styles of each plan. */
async function readPlans(page: Page): Promise<Record<string, Shown>> {
  await page.locator('[data-plan] [data-part="dot"]').first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  await settled(page);
  return page.evaluate(() => {
    for (const part of document.querySelectorAll<SVGElement>('[data-part="head"], [data-part="label"]')) {
      part.style.visibility = 'hidden';
    }
    const ticks = (plan: Element, axis: 'x' | 'y') =>
      [...plan.querySelectorAll(`[data-tick="${axis}"]`)].map((tick) => {
        const { left, right, top, bottom } = tick.getBoundingClientRect();
        return {
          value: Number(tick.getAttribute('data-value')),
          at: axis === 'x' ? (left + right) / 2 : (top + bottom) / 2,
        };
      });
    const plans = [...document.querySelectorAll('[data-plan]')].map((plan) => {
      const style = getComputedStyle(plan.querySelector('[data-part="path"]') as Element);
      const colour = (style.stroke.match(/[\d.]+/g) ?? []).map(Number) as unknown as [number, number, number];
      const dots = (plan.querySelector('[data-part="dot"]')?.getAttribute('d')?.match(/M/g) ?? []).length;
      const lineWidth = Number.parseFloat(style.strokeWidth);
      return [
        plan.getAttribute('data-plan') as string,
        { xs: ticks(plan, 'x'), ys: ticks(plan, 'y'), colour, lineWidth, dots },
      ] as const;
    });
    return Object.fromEntries(plans);
  });
}

/** Waits until the figure has kept its place for half a second: panels that load late move it. */
async function settled(page: Page): Promise<void> {
  let before = '';
  for (let calm = 0; calm < 5;) {
    const now = await page.evaluate(() =>
      JSON.stringify([...document.querySelectorAll('[data-plot]')].map((plot) => plot.getBoundingClientRect())),
    );
    calm = now === before && now !== '[]' ? calm + 1 : 0;
    before = now;
    await page.waitForTimeout(100);
  }
}

/** The map from values to pixels that two ticks of an axis tell. */
function axisOf(ticks: readonly Tick[]): (value: number) => number {
  const [first, last] = [ticks[0], ticks.at(-1)] as [Tick, Tick];
  return (value) => first.at + ((value - first.value) / (last.value - first.value)) * (last.at - first.at);
}

function distanceToSegment([px, py]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const u = Math.min(Math.max(((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy || 1), 0), 1);
  return Math.hypot(px - ax - u * dx, py - ay - u * dy);
}

/** Middles of all pixels inside a plan's frame that have its path's colour, to 12 of 255 in each channel: no blend with the ground. */
function pathPixels(picture: Picture, { xs, ys, colour }: Shown): Point[] {
  const found: Point[] = [];
  const [left, right] = [xs[0]?.at ?? 0, xs.at(-1)?.at ?? 0];
  const [bottom, top] = [ys[0]?.at ?? 0, ys.at(-1)?.at ?? 0];
  for (let y = Math.ceil(top); y < bottom; y++) {
    for (let x = Math.ceil(left); x < right; x++) {
      const pixel = picture.at(x, y);
      if (pixel.every((channel, k) => Math.abs(channel - (colour[k] as number)) <= 12)) found.push([x + 0.5, y + 0.5]);
    }
  }
  return found;
}

function placed(points: readonly Point[], { xs, ys }: Shown): Point[] {
  const [toX, toY] = [axisOf(xs), axisOf(ys)];
  return points.map(([x, y]): Point => [toX(x), toY(y)]);
}

/** Pixels of the path's colour farther than `reach` from the polyline. */
function astray(pixels: readonly Point[], line: readonly Point[], reach: number): Point[] {
  return pixels.filter(
    (pixel) => !line.slice(1).some((point, k) => distanceToSegment(pixel, line[k] as Point, point) <= reach),
  );
}

/** Points without a pixel of the path's colour in reach. */
function bare(pixels: readonly Point[], line: readonly Point[], reach: number): number[] {
  const near = ([px, py]: Point) => pixels.some(([x, y]) => Math.hypot(x - px, y - py) <= reach);
  return line.flatMap((point, k) => (near(point) ? [] : [k]));
}

/** The pixel nearest to a point has its middle at most this far away (half a diagonal). */
const NEAREST = Math.SQRT1_2;

for (const theme of ['light', 'dark'] as const) {
  test(`800×800, 30th point, ${theme}: every pixel of a path lies on the book's polyline, and every point has one`, async () => {
    const page = await openPage(browser(), `#v=1&view=book&t=29&theme=${theme}`, {
      viewport: { width: 800, height: 800 },
    });
    const plans = await readPlans(page);
    const picture = readPng(await page.screenshot());
    expect(Object.keys(plans)).toEqual(Object.keys(fixture.runs));
    for (const [id, plan] of Object.entries(plans)) {
      const line = placed(fixture.runs[id]?.points ?? [], plan);
      expect(line).toHaveLength(30);
      expect(plan.dots).toBe(30);
      const pixels = pathPixels(picture, plan);
      expect(pixels.length, `${id}: pixels of its colour`).toBeGreaterThan(60);
      const reach = 2 + plan.lineWidth / 2;
      expect(astray(pixels, line, reach), `${id}: pixels off the path`).toEqual([]);
      expect(bare(pixels, line, NEAREST), `${id}: points without a pixel`).toEqual([]);
      // The check can fail: another optimizer's path is not this one.
      for (const [other, { points }] of Object.entries(fixture.runs)) {
        if (other === id) continue;
        const theirs = placed(points, plan);
        const faults = [...astray(pixels, theirs, reach), ...bare(pixels, theirs, NEAREST)];
        expect(faults, `${id} held against ${other}`).not.toEqual([]);
      }
      expect(bare(pixels, placed([[7, 7]], plan), NEAREST)).toEqual([0]);
      const shifted = line.map(([x, y]): Point => [x, y - 6]);
      expect(astray(pixels, shifted, reach), `${id} six pixels higher`).not.toEqual([]);
    }
    expectClean(page);
    await closePage(page);
  });
}

test('at rest after the last update the figure still shows 30 points, and at step 4 five', async () => {
  for (const [t, dots] of [
    [30, 30],
    [4, 5],
  ] as const) {
    const page = await openPage(browser(), `#v=1&view=book&t=${t}`, { viewport: { width: 800, height: 800 } });
    const plans = await readPlans(page);
    expect(Object.values(plans).map((plan) => plan.dots)).toEqual([dots, dots, dots, dots]);
    await closePage(page);
  }
});

test('the axes run from −10 to 10 both ways, 2×2, and no panel covers a plan', async () => {
  for (const [width, height] of [
    [1280, 720],
    [1024, 768],
    [800, 800],
    [390, 844],
  ] as const) {
    const page = await openPage(browser(), '#v=1&view=book&t=29', { viewport: { width, height } });
    const plans = Object.values(await readPlans(page));
    expect(plans).toHaveLength(4);
    for (const { xs, ys } of plans) {
      for (const ticks of [xs, ys]) expect([ticks[0]?.value, ticks.at(-1)?.value]).toEqual([-10, 10]);
    }
    const places = await page.evaluate(() => {
      const boxes = (selector: string) =>
        [...document.querySelectorAll(selector)].map((element) => {
          const { left, top, right, bottom } = element.getBoundingClientRect();
          return { left, top, right, bottom };
        });
      return {
        plots: boxes('[data-plot]'),
        plans: boxes('[data-plan]'),
        panels: boxes('[data-panel]').filter(({ left, right }) => right > left),
      };
    });
    const [a, b, c, d] = places.plots as [Box, Box, Box, Box];
    expect(b.left).toBeGreaterThanOrEqual(a.right);
    expect(c.top).toBeGreaterThanOrEqual(a.bottom);
    expect(d.left).toBeGreaterThanOrEqual(c.right);
    for (const plan of places.plans) {
      expect(plan.left).toBeGreaterThanOrEqual(0);
      expect(plan.right).toBeLessThanOrEqual(width);
      for (const panel of places.panels) expect(overlap(plan, panel), `${width}×${height}`).toBe(false);
    }
    await closePage(page);
  }
});

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

test('the overlay lays the four paths over one another in one plan, each named at its head', async () => {
  const page = await openPage(browser(), '#v=1&view=overlay&t=12', { viewport: { width: 1280, height: 720 } });
  const plans = await readPlans(page);
  expect(Object.keys(plans)).toEqual(['all']);
  const labels = page.locator('[data-plan="all"] [data-part="label"] text');
  expect(await labels.allTextContents()).toEqual(['SGD', 'Momentum', 'AdaGrad', 'Adam']);
  const counts = await page
    .locator('[data-plan="all"] [data-part="dot"]')
    .evaluateAll((dots) => dots.map((dot) => dot.getAttribute('d')?.match(/M/g)?.length));
  expect(counts).toEqual([13, 13, 13, 13]);
  const colours = await page
    .locator('[data-plan="all"] [data-part="label"]')
    .evaluateAll((all) => all.map((label) => [label.getAttribute('data-run'), label.getAttribute('color')]));
  for (const [id, colour] of colours) {
    expect(await page.locator(`[data-plan="all"] g[data-run="${id}"]:not([data-part])`).getAttribute('color')).toBe(
      colour,
    );
  }
  expectClean(page);
  await closePage(page);
});
