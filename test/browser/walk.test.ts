import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scenes, type SceneId } from '../../src/app/scenes.ts';
import { atRest, chooseScene, fragmentOf, openApp, visit } from './app.ts';
import { closePage, expectClean, useBrowser } from './harness.ts';
import { lesserLink } from './lesser.ts';
import { violations } from './violations.ts';

/* Every scene of the catalogue walked in the same way, on one page: a new one needs no file of its own for this. */

const browser = useBrowser();
const ids = Object.keys(scenes) as SceneId[];
const linkOf = (id: SceneId, more = '') => lesserLink(id, `play=0${more}`);

let page: Page;
beforeAll(async () => {
  page = await openApp(browser(), 'v=1&play=0&lang=en', { reducedMotion: 'reduce' });
});
afterAll(async () => {
  expectClean(page);
  await closePage(page);
});

/** Waits until a scene stands: named in the menu, its panel filled, its clock's end known, its picture at rest and nothing being computed. */
async function stands(id: SceneId): Promise<void> {
  await page.locator(`.scene-switch [data-scene=${id}][aria-current]`).waitFor({ timeout: 60_000 });
  await page.locator('[data-panel=parameters] :is(input, select, button.section)').first().waitFor({ timeout: 60_000 });
  await page.locator('.counter', { hasText: /\/\s*[1-9]/ }).waitFor({ timeout: 60_000 });
  await page.waitForFunction(() => (window.koubai?.scene?.frames() ?? 0) > 0, undefined, { timeout: 60_000 });
  // Opened at rest: what still comes, comes soon.
  await atRest(page, 150);
}

async function follow(id: SceneId, more = ''): Promise<void> {
  await visit(page, linkOf(id, more));
  await stands(id);
}

const press = async (key: string) => {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press(key);
};

/** Every slider and tick box of the panel by its name, and what it says: a fine step may be less than one of the slider's positions. */
const rows = () =>
  page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLInputElement>('[data-panel=parameters] input')]
        .filter(({ type, disabled }) => ['range', 'checkbox'].includes(type) && !disabled)
        .map((input, i) => {
          const name = input.getAttribute('aria-label') ?? input.closest('label')?.textContent ?? String(i);
          return [
            `${i} ${name}`,
            input.type === 'range' ? (input.getAttribute('aria-valuetext') ?? input.value) : String(input.checked),
          ];
        }),
    ),
  );

const unfold = async () => {
  const folds = page.locator('[data-panel=parameters] button.section[aria-expanded=false]');
  while ((await folds.count()) > 0) await folds.first().click();
};

// All of a scene in a row: what it has computed serves them all.
describe.each(ids)('%s', (id) => {
  const other = ids[(ids.indexOf(id) + 1) % ids.length]!;

  test('opens from the menu with its own name in the address, one canvas, nothing to complain of', async () => {
    await follow(other);
    await chooseScene(page, id);
    await stands(id);
    const address = new URLSearchParams(await fragmentOf(page));
    // The first scene is the page's own.
    expect(address.get('scene')).toBe(id === ids[0] ? null : id);
    expect(await page.locator('canvas[data-part=canvas]').count()).toBe(1);
    expect(await page.locator('.error-card, .notices, .no-webgl').count()).toBe(0);
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset['scene'])).toBe(id);
    expectClean(page);
  });

  test('keys step and go to both ends; the help lists them, in both languages', async () => {
    const shown = async () => (await page.locator('.counter').innerText()).split('/').map((part) => parseInt(part));
    await follow(id);
    await press('End');
    await expect.poll(async () => (await shown()).at(0)).toBe((await shown()).at(-1));
    await press('Home');
    await expect.poll(async () => (await shown()).at(0)).toBe(0);
    await press('ArrowRight');
    await expect.poll(async () => (await shown()).at(0)).toBe(1);
    const listed: string[] = [];
    for (const language of ['en', 'ja']) {
      await follow(id, `&lang=${language}`);
      await press('?');
      await page.locator('dialog[open] kbd').first().waitFor();
      listed.push((await page.locator('dialog[open]').innerText()).trim());
      await page.keyboard.press('Escape');
      await page.locator('dialog').waitFor({ state: 'detached' });
    }
    expect(listed[0]).not.toMatch(/[぀-ヿ]/);
    expect(listed[1]).toMatch(/[぀-ヿ]/);
    expectClean(page);
  });

  test('each row of its panel moved by one, the link alone brings all of them back', async () => {
    await follow(id);
    await unfold();
    const before = await rows();
    expect(Object.keys(before).length).toBeGreaterThan(0);
    const sliders = page.locator('[data-panel=parameters] input[type=range]:enabled');
    for (let i = 0; i < (await sliders.count()); i++) {
      const slider = sliders.nth(i);
      const { value, max } = await slider.evaluate(({ value, max }: HTMLInputElement) => ({ value, max }));
      await slider.press(Number(value) < Number(max) ? 'ArrowRight' : 'ArrowLeft');
    }
    await atRest(page);
    const moved = await rows();
    const still = Object.keys(before).filter(
      (row) => moved[row] === before[row] && !/^(true|false)$/.test(before[row]!),
    );
    expect(still).toEqual([]);
    // Drags are written once they rest.
    let link = '';
    await expect
      .poll(async () => {
        const last = link;
        await page.waitForTimeout(600);
        link = await fragmentOf(page);
        return link === last;
      })
      .toBe(true);
    await visit(page, linkOf(other));
    await visit(page, link);
    await stands(id);
    await unfold();
    expect(await rows()).toEqual(moved);
    expect(await fragmentOf(page)).toBe(link);
    expect(await page.locator('.notices').count()).toBe(0);
    expectClean(page);
  });

  // Either language and either theme in each scene, all four pairs in each two scenes.
  const [first, second] = ids.indexOf(id) % 2 === 0 ? ['light', 'dark'] : ['dark', 'light'];
  test.each([
    ['en', first],
    ['ja', second],
  ])('axe-core finds no violation in %s, %s', async (language, theme) => {
    await follow(id, `&lang=${language}&theme=${theme}`);
    await page.locator(`html[lang=${language}][data-theme=${theme}]`).waitFor();
    await unfold();
    expect(await violations(page)).toEqual([]);
  });
});

/** What a page holds that is drawn or computes. */
const held = async () => ({
  ...(await page.evaluate(() => window.koubai!.scene!.memory())),
  workers: page.workers().length,
});
type Held = Awaited<ReturnType<typeof held>>;

test('from scene to scene, round after round: what was drawn and every worker come back', async () => {
  const computed = () => page.waitForFunction(() => window.koubai?.waiting?.().length === 0);
  const round = async (take: (id: SceneId) => Promise<void>) => {
    for (const id of ids) {
      await follow(id);
      await computed();
      await atRest(page);
      await take(id);
    }
  };
  const first = new Map<SceneId, Held>();
  await round(async (id) => {
    first.set(id, await held());
    expect(first.get(id)!.geometries).toBeGreaterThan(0);
  });
  await round(() => Promise.resolve());
  // What left the picture is given back in idle time, of which a busy machine has little, so what is too much is waited for: what leaks
  // never goes. One more may have come late; one more a turn would be two.
  await round(async (id) => {
    const tooMuch = async () =>
      Object.entries(await held()).flatMap(([kind, count]) => {
        const before = first.get(id)![kind as keyof Held];
        return count > before + 1 ? [`${id}: ${before} ${kind} in the first round, ${count} in the last`] : [];
      });
    await expect.poll(tooMuch).toEqual([]);
  });
  expectClean(page);
}, 240_000);
