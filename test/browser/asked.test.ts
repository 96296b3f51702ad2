import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { about, type BookId } from '../../scenes/microscope/book/ids.ts';
import { scenes, type SceneId } from '../../src/app/scenes.ts';
import { FIRST_SCENE } from '../../src/state/link.ts';
import { fragmentOf, openApp, visit } from './app.ts';
import { closePage, expectClean, useBrowser } from './harness.ts';
import { lessened } from './lesser.ts';

/* Every question of every scene of the catalogue: nothing gives its answer away before it is answered; and what it replaced comes back. */

const browser = useBrowser();
const ids = Object.keys(scenes) as SceneId[];
const cards = await Promise.all(ids.map(async (id) => [id, (await scenes[id].load(false)).cards ?? []] as const));

/** Of the book's experiments and of the optimizers' questions the first of each kind of picture: all of a kind are drawn and told by the same code. Their answers are judged by test/scenes. */
const kinds = new Set<string>();
const isNew = (kind: string) => !kinds.has(kind) && kinds.add(kind);
const shownHere = cards.map(
  ([id, own]) =>
    [
      id,
      own.filter(({ link }) => {
        if (id === FIRST_SCENE)
          return isNew([...link.matchAll(/&(view=\w+|drape|ch|qm)/g)].map(([, kind]) => kind).join());
        if (!link.includes('&vw=book')) return true;
        const { of } = about[(/&bk=([^&]+)/.exec(link)?.[1] ?? 'book-6-19') as BookId];
        return isNew(of);
      }),
    ] as const,
);

let page: Page;
beforeAll(async () => {
  page = await openApp(browser(), 'v=1&play=0&view=book&lang=en', { reducedMotion: 'reduce' });
});
afterAll(async () => {
  expectClean(page);
  await closePage(page);
});

const shown = async (): Promise<number> => parseInt(await page.locator('.counter').innerText());
const known = () => page.locator('.counter', { hasText: /\/\s*[1-9]/ }).waitFor({ timeout: 60_000 });

/** Waits until all is computed and the page says the same for a while, and gives what it says to eyes and ears. `tellingEnds`: with what tells of the run's end, whatever step is shown. */
async function saying(tellingEnds: boolean): Promise<string> {
  const read = () =>
    page.evaluate((ends) => {
      const outcomes = ends ? [] : [...document.querySelectorAll('[data-outcome]')].map((part) => part.textContent);
      const labels = [...document.querySelectorAll('[aria-label], [title], [aria-valuetext]')]
        .filter((part) => part.checkVisibility({ visibilityProperty: true }))
        .filter((part) => ends || part.closest('.chart') === null)
        .flatMap((part) => ['aria-label', 'title', 'aria-valuetext'].map((name) => part.getAttribute(name) ?? ''));
      const text = outcomes.reduce((all, part) => all.replace(part, ' '), document.body.innerText);
      return [text, ...labels].join('\n');
    }, tellingEnds);
  let before = '';
  for (let now = await read(); now !== before; now = await read()) {
    before = now;
    await page.waitForTimeout(100);
    await page.waitForFunction(() => window.koubai?.waiting?.().length === 0, undefined, { timeout: 60_000 });
  }
  return before;
}

/** Numbers with three digits that say something and more: no count, no rate is taken for an answer. */
const numbersIn = (text: string): ReadonlySet<string> =>
  new Set(
    [...text.matchAll(/\d+(?:\.\d+)?(?:e[+-]?\d+)?/g)]
      .map(([number]) => number)
      .filter((number) => number.includes('.') && number.replace('.', '').replace(/^0+/, '').length >= 3),
  );

test.each(shownHere)(
  '%s: no number of what comes is on the page before a question is answered',
  async (id, own) => {
    let answers = 0;
    for (const card of own) {
      // Flat figures are drawn faster, and say the same.
      await visit(page, `${lessened(id, card.link)}&lang=en${/scene=|view=/.test(card.link) ? '' : '&view=book'}`);
      await page.locator('.shell[data-veiled] .answers').waitFor();
      await known();
      expect([card.id, await shown()]).toEqual([card.id, 0]);
      const asked = numbersIn(await saying(true));
      expect(
        await page.locator('.chart-future').evaluateAll((all) => all.map((one) => getComputedStyle(one).visibility)),
      ).not.toContain('visible');

      await page.locator('.answers button').first().click();
      await page.locator('.shell:not([data-veiled])').waitFor();
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      await page.keyboard.press('Home');
      const start = numbersIn(await saying(false));
      await page.keyboard.press('End');
      const ends = [...numbersIn(await saying(true))].filter((number) => !start.has(number));
      answers += ends.length;
      expect([card.id, ends.filter((number) => asked.has(number))]).toEqual([card.id, []]);
    }
    // Else there would be nothing to keep back.
    expect(answers).toBeGreaterThan(0);
  },
  180_000,
);

test.each(cards)(
  '%s: what a question took the place of comes back by its button, and by Ctrl+Z',
  async (id, [card]) => {
    const before = id === FIRST_SCENE ? 'v=1&t=1&lang=en' : `v=1&scene=${id}&t=1&lang=en`;
    await visit(page, before);
    await known();
    await expect.poll(shown, { timeout: 30_000 }).toBe(1);
    for (const back of [() => page.locator('.undo-notice .button').click(), () => page.keyboard.press('Control+z')]) {
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      await page.keyboard.press('n');
      await page.locator('.undo-notice[data-told=replaced]').waitFor();
      expect(await page.locator('.answers').count()).toBe(1);
      await expect.poll(() => fragmentOf(page), { timeout: 5000 }).toContain(`card=${card!.id}`);
      await back();
      await expect.poll(() => fragmentOf(page), { timeout: 5000 }).toBe(before);
      expect(await page.locator('.answers').count()).toBe(0);
    }
    await page.keyboard.press('Control+Shift+Z');
    await expect.poll(() => fragmentOf(page), { timeout: 5000 }).toContain(`card=${card!.id}`);
  },
);
