import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { atRest, visit } from './app.ts';
import { closePage, expectClean, openPage, useBrowser } from './harness.ts';
import { boxesOf, pictureOf, visibleShare } from './layout/picture.ts';
import { coveredSubjects, pictureShares } from './layout/room.ts';
import { computed } from './registration.ts';

const browser = useBrowser();

/** What the page says once the scene's picture stands. */
const registered = '.pane-foot [data-value="iteration"]';
const scenes = {
  optimizers: { link: 'swarm=0', wait: '.optimizers, .parameters.folded', card: 'zigzag' },
  registration: { link: 'scene=registration', wait: registered, card: 'reg-why' },
  'registration, four methods': {
    link: 'scene=registration&m=icp-point~icp-plane~icp-robust~do',
    wait: registered,
    card: null,
  },
  reconstruction: { link: 'scene=reconstruction', wait: '.pane-numbers [data-value]', card: 'rec-lookup' },
  sdm: { link: 'scene=sdm', wait: '.pane-numbers [data-value]', card: 'sdm-newton' },
  microscope: { link: 'scene=microscope&n=200&k=40&w=30', wait: '[data-value=loss]', card: 'mic-init' },
  networks: { link: 'scene=networks&k=60', wait: '[data-value=grid]', card: 'net-noise' },
} as const;

const sizes = [
  { width: 390, height: 844 },
  { width: 844, height: 390 },
  { width: 820, height: 1180 },
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
  { width: 2560, height: 1440 },
] as const;

/** Of the window: the box around relief and plan. */
const RELIEF = 0.35;
/** Of the height. */
const LEAST = 0.55;

const isPhone = ({ width, height }: { width: number; height: number }) => Math.min(width, height) < 720;

/** Which scene a link opens. */
const sceneOf = (link: string) => `.shell[data-scene="${/scene=([a-z]+)/.exec(link)?.[1] ?? 'optimizers'}"]`;

/** By link, from scene to scene, until nothing is awaited and nothing is drawn any more. */
async function go(page: Page, link: string, wait: string): Promise<void> {
  await visit(page, link);
  await page.locator(sceneOf(link)).waitFor();
  await page.locator(wait).first().waitFor({ state: 'attached' });
  const panes = link.includes('scene=');
  await page.waitForFunction((many) => (window.koubai?.scene && 'outline' in window.koubai.scene) === many, panes);
  if (link.includes('registration')) await computed(page);
  await atRest(page, 200);
  // It goes by itself after nine seconds.
  const notice = page.locator('.undo-notice .icon-button');
  if (await notice.isVisible()) await notice.click();
}

/** A page is opened once for fingers and once for a mouse, and its window is drawn to one size after another: each scene is computed once. */
const windows = [
  { hand: 'fingers', sizes: sizes.filter(isPhone) },
  { hand: 'a mouse', sizes: sizes.filter((size) => !isPhone(size)) },
] as const;

test.each(windows)(
  'by $hand, in each size: the picture has its share of the height in every scene and state, no title covers a subject',
  async ({ hand, sizes: own }) => {
    const phone = hand === 'fingers';
    const page = await openPage(browser(), '#v=1&play=0&swarm=0', {
      viewport: own[0]!,
      hasTouch: phone,
      isMobile: phone,
      reducedMotion: 'reduce',
    });
    const wrong: string[] = [];
    const look = async (state: string) => {
      const viewport = page.viewportSize()!;
      const what = `${viewport.width} × ${viewport.height}, ${state}`;
      const { rows, columns } = await pictureShares(page);
      const share = viewport.width < 720 ? rows : columns;
      if (share < LEAST) wrong.push(`${what}: ${(100 * share).toFixed(1)} % of the height`);
      const covered = await coveredSubjects(page);
      wrong.push(...(covered ?? []).map((text) => `${what}: ${text}`));
      if (covered !== null) return;
      // The relief: it is seen whole.
      const picture = await pictureOf(page);
      const seen = visibleShare((await boxesOf(page)).panels, picture, viewport);
      if (seen < 0.999) wrong.push(`${what}: ${Math.round(100 * seen)} % of the relief seen`);
      const [x, y] = [picture.subject.map((place) => place.x), picture.subject.map((place) => place.y)];
      const box = (Math.max(...x) - Math.min(...x)) * (Math.max(...y) - Math.min(...y));
      const part = box / (viewport.width * viewport.height);
      if (viewport.width >= 1280 && part < RELIEF)
        wrong.push(`${what}: relief and plan take ${Math.round(100 * part)} % of the window`);
    };
    const inEachSize = async (then: (size: (typeof sizes)[number]) => Promise<void>) => {
      for (const size of own) {
        await page.setViewportSize(size);
        await atRest(page, 100);
        await then(size);
      }
    };
    await page.locator('.optimizers, .parameters.folded').waitFor();
    for (const [name, { link, wait, card }] of Object.entries(scenes)) {
      await go(page, `v=1&${link}&t=5`, wait);
      await inEachSize(async ({ width }) => {
        // Panes that come with the room are computed before they are looked at.
        if (link.includes('registration')) await computed(page);
        const panes = await page.locator('.pane').count();
        if (name.includes('four')) expect(panes).toBe(phone ? 2 : 4);
        if (width === 820 && name === 'registration') expect(panes).toBe(3);
        await look(`${name}, at step 5`);
        const fold = page.locator('.parameters .fold');
        if ((await fold.getAttribute('aria-expanded')) !== 'false') return;
        await fold.click();
        await atRest(page, 150);
        await look(`${name}, parameters open`);
        await fold.click();
      });
      if (!card) continue;
      await go(page, `v=1&${link}&t=5&card=${card}`, '.answers button');
      await inEachSize(() => look(`${name}, in its tour`));
    }
    expect(wrong).toEqual([]);
    expectClean(page);
    await closePage(page);
  },
);

/** Plain, presenting, and on a phone: one page is all of them in turn, so that each scene is computed once. */
const ways = [
  { name: 'a desktop', how: '', viewport: { width: 1280, height: 800 } },
  { name: 'presenting', how: '&present=1', viewport: { width: 1280, height: 800 } },
  { name: 'a phone', how: '', viewport: { width: 390, height: 844 } },
] as const;

test('what is said from step to step moves no picture: on a desktop, presenting, on a phone', async () => {
  const page = await openPage(browser(), '#v=1&play=0&swarm=0', {
    viewport: ways[0].viewport,
    reducedMotion: 'reduce',
  });
  await page.locator('.optimizers, .parameters.folded').waitFor();
  const moved: string[] = [];
  const eye = () =>
    page.evaluate(() => {
      const { world, projection } = window.koubai?.scene?.camera() ?? { world: [], projection: [] };
      return [...world, ...projection].map((value) => value.toFixed(3)).join(' ');
    });
  for (const [link, wait, steps] of [
    ['swarm=0&sel=momentum', '.optimizers, .parameters.folded, .caption', [0, 2, 6, 12, 20, 29, 30]],
    ['swarm=0&card=zigzag', '.answers button, .caption', [0, 1, 9, 30]],
    ['scene=registration', '[data-value="iteration"]', [0, 5, 30, 50, 66]],
    ['scene=reconstruction', '.pane-numbers [data-value]', [0, 3, 5]],
    ['scene=sdm', '.pane-numbers [data-value]', [0, 4, 10]],
    ['scene=networks&k=60', '[data-value=grid]', [0, 20, 60]],
    ['scene=microscope&n=200&k=40&w=30', '[data-value=loss]', [0, 3, 40]],
  ] as const) {
    const walked = async (how: string, settle: number): Promise<readonly number[]> => {
      const seen = new Map<string, number>();
      for (const step of steps) {
        await visit(page, `v=1&${link}&t=${step}${how}`);
        await page.locator(sceneOf(link)).waitFor();
        await page.locator(wait).first().waitFor({ state: 'attached' });
        await page.waitForFunction(() => window.koubai?.scene !== undefined);
        if (link.includes('registration')) await computed(page);
        // What is fetched and computed for the scene may still frame it anew, once.
        await atRest(page, 60);
        let now = await eye();
        for (let before = ''; step === 0 && before !== now; now = await eye()) {
          before = now;
          await page.waitForTimeout(settle);
        }
        if (!seen.has(now)) seen.set(now, step);
      }
      return [...seen.values()].slice(1);
    };
    for (const { name, how, viewport } of ways) {
      await page.setViewportSize(viewport);
      let at = await walked(how, 300);
      // Something that came late, perhaps: then once more from another scene, with all the time it may take.
      if (at.length > 0) {
        await visit(page, link.includes('scene=sdm') ? 'v=1&play=0&swarm=0' : 'v=1&scene=sdm&play=0');
        at = await walked(how, 1500);
      }
      if (at.length > 0) moved.push(`${name}, ${link}: at steps ${at.join(', ')}`);
    }
  }
  expect(moved).toEqual([]);
  expectClean(page);
  await closePage(page);
});
