import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, inject, test } from 'vitest';
import { scenes, type SceneId } from '../../src/app/scenes.ts';
import { closePage, complaints, openPage, useBrowser } from './harness.ts';
import { lesserLink } from './lesser.ts';

/* Without a network, or with a part of it: what is loaded goes on, what cannot be fetched says so and can be tried again, in every scene. */

interface Chunk {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
}

const patience = { timeout: 15_000 };
const browser = useBrowser();
const ids = Object.keys(scenes) as SceneId[];
const manifest = (): Readonly<Record<string, Chunk>> =>
  JSON.parse(readFileSync(join(inject('appRoot'), '.vite/manifest.json'), 'utf8')) as Readonly<Record<string, Chunk>>;

/** What a scene's own module needs to run, scripts and styles. */
function ownFiles(id: SceneId): ReadonlySet<string> {
  const chunks = manifest();
  const reached = new Set(['index.html', `scenes/${id}/scene.ts`]);
  for (const name of reached) for (const next of chunks[name]?.imports ?? []) reached.add(next);
  return new Set([...reached].flatMap((name) => [chunks[name]!.file, ...(chunks[name]!.css ?? [])]));
}

/** Refuses what `refused` names among the files of the build, until the function that it answers is called. */
async function refuse(page: Page, refused: (file: string) => boolean): Promise<() => Promise<void>> {
  await page.route('**/assets/**', (route) => {
    const file = new URL(route.request().url()).pathname.slice(1);
    return refused(file) ? route.abort('internetdisconnected') : route.continue();
  });
  return () => page.unrouteAll({ behavior: 'wait' });
}

const linkOf = (id: SceneId) => lesserLink(id, 'play=0&lang=en');
const go = (page: Page, id: SceneId) => page.evaluate((hash) => void (location.hash = hash), linkOf(id));
const openIs = (page: Page, id: SceneId) =>
  page.locator(`.scene-switch [data-scene=${id}][aria-current]`).waitFor(patience);
/** The first of them: a panel and a chart that came to nothing each have one. */
const tryAgain = (page: Page) => page.locator('.unfetched .button', { hasText: 'Try again' }).first();

/** Panel, chart or table, and a clock that has somewhere to go: nothing of it is missing. */
async function stands(page: Page, id: SceneId): Promise<void> {
  await openIs(page, id);
  await page.locator('[data-panel=parameters] :is(input, select, button.section)').first().waitFor(patience);
  await page.locator('.counter', { hasText: /\/\s*[1-9]/ }).waitFor(patience);
  await page.locator('.chart-slot :is(svg, table)').first().waitFor(patience);
  expect(await page.locator('.unfetched, .error-card').count()).toBe(0);
}

/** The browser itself says of each request that it failed; the page has to say nothing on top of it. */
const uncaught = (page: Page) => complaints(page).filter((text) => /^page error|policy/.test(text));

let page: Page;
/** A page of its own for each test: what was fetched once is not fetched again. It goes with the test, or it would go on computing. */
const openAt = async (id: SceneId) => {
  page = await openPage(browser(), `#${linkOf(id)}`, { reducedMotion: 'reduce' });
  await stands(page, id);
};
afterEach(() => closePage(page));

describe.each(ids)('%s', (id) => {
  const other = ids[(ids.indexOf(id) + 1) % ids.length]!;
  /** One that computes little, where it does not matter which. */
  const light = id === 'sdm' ? ids[0]! : 'sdm';

  test('no network: the scene on view stays, says what is missing, tries again in vain, stays on request, and opens when there is one', async () => {
    await openAt(other);
    const restore = await refuse(page, () => true);
    await go(page, id);
    await tryAgain(page).waitFor(patience);
    expect(await page.locator('.unfetched').innerText()).toMatch(/could not be fetched/);
    await openIs(page, other);
    await tryAgain(page).click();
    await page.locator('.unfetched', { hasText: 'Still not' }).waitFor(patience);
    await page.getByRole('button', { name: 'Stay here' }).click();
    await expect.poll(() => page.evaluate(() => location.hash)).toMatch(other === ids[0] ? /^(?!.*scene=)/ : other);
    expect(await page.locator('.unfetched').count()).toBe(0);
    await go(page, id);
    await tryAgain(page).waitFor(patience);
    await restore();
    await tryAgain(page).click();
    await stands(page, id);
    expect(uncaught(page)).toEqual([]);
  });

  test('its style sheets alone fail: said, and tried again without a new page', async () => {
    await openAt(light);
    const restore = await refuse(page, (file) => file.endsWith('.css'));
    await page.evaluate(() => Object.assign(window, { samePage: true }));
    await go(page, id);
    await tryAgain(page).waitFor(patience);
    await restore();
    await tryAgain(page).click();
    await openIs(page, id);
    // Each part that came to nothing has its own; one goes by itself where another brought its sheet, too.
    const pressOne = async () => {
      const left = await tryAgain(page).count();
      if (left > 0)
        await tryAgain(page)
          .click({ timeout: 1000 })
          .catch(() => undefined);
      return left;
    };
    await expect.poll(pressOne, { timeout: 30_000 }).toBe(0);
    await stands(page, id);
    const bare = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')]
        .filter(({ sheet }) => !sheet || sheet.cssRules.length === 0)
        .map(({ href }) => href),
    );
    expect(bare).toEqual([]);
    expect(await page.evaluate(() => 'samePage' in window)).toBe(true);
    expect(uncaught(page)).toEqual([]);
  });

  test('nothing but its own module arrives: the page is not blank, each missing part says so, and all comes when it can', async () => {
    await openAt(light);
    const own = ownFiles(id);
    const restore = await refuse(page, (file) => !own.has(file));
    await go(page, id);
    await openIs(page, id);
    await tryAgain(page).first().waitFor(patience);
    expect(await page.locator('.header').count()).toBe(1);
    expect(await page.locator('.transport, [data-panel=transport]').count()).toBeGreaterThan(0);
    await restore();
    await tryAgain(page).first().click();
    await stands(page, id);
    expect(uncaught(page)).toEqual([]);
  });
});
