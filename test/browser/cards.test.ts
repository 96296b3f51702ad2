import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { cards } from '../../scenes/optimizers/cards/index.ts';
import { runViewsOf } from '../../scenes/optimizers/runs/runViews.ts';
import { resolve } from '../../scenes/optimizers/state/rules.ts';
import type { Language } from '../../src/state/common.ts';
import { decode } from '../../scenes/optimizers/state/url.ts';
import { piecesOf } from '../../src/ui/cards/words.ts';
import { dotsOf, fragmentOf, openApp, stepOf, visit } from './app.ts';
import { closePage, expectClean, openPage, useBrowser } from './harness.ts';
import { projector } from './layout/picture.ts';
import { cardWords } from '../../scenes/optimizers/words/cards.ts';
import { words } from '../../scenes/optimizers/words/index.ts';

const browser = useBrowser();
/** Frames are drawn by software here: the flat figure leaves time for the page. */
const FLAT = '&view=book';
const size = { viewport: { width: 740, height: 480 }, search: '?quality=low' } as const;

const plain = (shown: string): string =>
  piecesOf(shown)
    .map((piece) =>
      piece.kind === 'value' ? `{${piece.name}}` : piece.kind === 'word' ? plain(piece.text) : piece.text,
    )
    .join('');
const textOf = (language: Language, key: string) =>
  plain(({ ...words[language], ...cardWords[language] } as Record<string, string>)[key]!);
/** Where a card has a view of its own, that one is flat. */
const flat = (link: string) => (link.includes('&view=') ? link : link + FLAT);
const said = (page: Page, part: string) => page.locator(`.say ${part}`).innerText();
const focused = (page: Page) => page.evaluate(() => document.activeElement?.closest('h2, [data-answer]')?.tagName);

test.each(['ja', 'en'] as const)(
  'each link opened cold in %s shows its card and rests in its scene',
  async (language) => {
    // The first one truly cold and in relief, the others as another link on the same page: every second one in each language.
    const half = cards.filter((_, i) => i % 2 === (language === 'ja' ? 0 : 1));
    const [first] = half;
    const page = await openApp(browser(), first!.link, { ...size, locale: language });
    for (const card of half) {
      if (card !== first) await visit(page, flat(card.link));
      await expect.poll(() => said(page, 'h2')).toBe(textOf(language, `card.${card.id}.title`));
      expect(await said(page, '.question > p:first-child')).toBe(textOf(language, `card.${card.id}.ask`));
      expect(await page.locator('.answers button').allInnerTexts()).toEqual(
        card.answers.map((answer) => textOf(language, `card.${card.id}.answer.${answer}`)),
      );
      expect(await stepOf(page)).toBe(0);
      expect(await page.locator('.card-look, .notices').count()).toBe(0);
      expect(await page.locator('.tour-toggle').innerText()).toContain(String(cards.indexOf(card) + 1));
    }
    expectClean(page);
    await closePage(page);
  },
);

test('the tour is walked by keyboard alone: each question is opened, predicted, played and judged by the record', async () => {
  const page = await openApp(browser(), `v=1${FLAT}`, { ...size, locale: 'en', reducedMotion: 'reduce' });
  for (const card of cards) {
    await page.keyboard.press('n');
    await expect.poll(() => said(page, 'h2')).toBe(textOf('en', `card.${card.id}.title`));
    // The address waits for its turn (two writes a second), the focus for React's effect.
    await expect
      .poll(() => fragmentOf(page).then((fragment) => new URLSearchParams(fragment).get('card')))
      .toBe(card.id);
    await expect.poll(() => focused(page)).toBe('H2');
    // The first one is fetched.
    await page.locator('.answers').waitFor();
    // From the title on: past its button and the words of the question, to the first answer.
    for (let i = 0; i < 8 && (await focused(page)) !== 'BUTTON'; i++) await page.keyboard.press('Tab');
    const predicted = await page.evaluate(() => document.activeElement?.getAttribute('data-answer'));
    expect(predicted).toBe(card.answers[0]);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.verdict').getAttribute('class')).toBe('verdict waiting');
    await page.keyboard.press('End');
    // The first choice is the wrong one each time; which is right the records say, here as on the page.
    const state = resolve(decode(card.link).overrides);
    const outcome = card.outcome({ runs: runViewsOf(state), state });
    await expect
      .poll(() => page.locator('.verdict').innerText())
      .toBe(`Not what you predicted. ${textOf('en', `card.${card.id}.answer.${outcome}`)}`);
    expect(await said(page, '.card-look')).toMatch(/\d/);
    expect(await said(page, '.card-look')).not.toMatch(/[{}<>]|NaN/);
  }
  await page.keyboard.press('Shift+N');
  await expect.poll(() => said(page, 'h2')).toBe(textOf('en', `card.${cards.at(-2)!.id}.title`));
  // The chosen card is in the address, once it is that one's turn to be written; back brings the one before.
  await expect.poll(() => fragmentOf(page)).toContain(`card=${cards.at(-2)!.id}`);
  await page.goBack();
  await expect.poll(() => said(page, 'h2')).toBe(textOf('en', `card.${cards.at(-1)!.id}.title`));
  expectClean(page);
  await closePage(page);
});

test('a right prediction and a wrong one; moving the learning rate moves the verdict', async () => {
  const page = await openApp(browser(), cards[0]!.link + FLAT, { ...size, locale: 'en', reducedMotion: 'reduce' });
  const verdict = () => page.locator('.verdict').innerText();
  const flips = textOf('en', 'card.zigzag.answer.flips');
  await page.locator('[data-answer="flips"]').click();
  await page.keyboard.press('End');
  await expect.poll(verdict).toBe(`You predicted it. ${flips}`);
  await page.locator('[data-answer="same-side"]').click();
  await expect.poll(verdict).toBe(`Not what you predicted. ${flips}`);
  const rate = page.locator('.rate input[type="text"]').first();
  await rate.fill('0.1');
  await rate.press('Enter');
  await expect.poll(verdict).toBe(`You predicted it. ${textOf('en', 'card.zigzag.answer.same-side')}`);
  expectClean(page);
  await closePage(page);
});

test('words light up what they name, and pointing at a head lights its word', async () => {
  const fragment = `${cards[1]!.link.replace('&play=0', '')}&t=10`;
  const page = await openApp(browser(), fragment, {
    viewport: { width: 900, height: 560 },
    search: '?quality=low',
    locale: 'en',
  });
  const head = page.locator('[data-id="head-sgd"]');
  await head.waitFor();
  await page.locator('.card-look [data-word="sgd"]').focus();
  await expect.poll(() => head.getAttribute('class')).toBe('lit');
  await page.locator('.tour-toggle').focus();
  await expect.poll(() => head.getAttribute('class')).not.toBe('lit');
  const { onSurface } = await projector(page);
  const word = page.locator('.card-look [data-word="sgd"]');
  const [dotX, dotY] = (await dotsOf(page, 'sgd'))[10]!;
  const { x, y } = onSurface(dotX, dotY);
  await page.mouse.move(x + 2, y);
  await page.mouse.move(x, y);
  await expect.poll(() => word.getAttribute('class')).toBe('word lit');
  await page.mouse.move(x, 5);
  await expect.poll(() => word.getAttribute('class')).toBe('word');
  expectClean(page);
  await closePage(page);
});

test('an embedded card is a page of a deck: its question above the picture, no panels; an unknown card is named', async () => {
  const page = await openApp(browser(), cards[3]!.link + FLAT, { ...size, locale: 'ja', search: '?embed&quality=low' });
  expect(await page.locator('.caption').innerText()).toContain(textOf('ja', 'card.adam.title'));
  expect(await page.locator('.say, [data-panel="parameters"]').count()).toBe(0);
  await page.keyboard.press('n');
  await expect.poll(() => page.locator('.caption').innerText()).toContain(textOf('ja', 'card.too-large.title'));
  expectClean(page);
  await closePage(page);
  const other = await openPage(browser(), `#v=1&card=no-such${FLAT}`, { ...size, locale: 'en' });
  await expect.poll(() => other.locator('.say-body [role="status"]').first().innerText()).toContain('“no-such”');
  await closePage(other);
});

test('the tour’s links are copied as a deck', async () => {
  const page = await openApp(browser(), `v=1&lang=ja${FLAT}`, {
    ...size,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const sayHeight = () => page.locator('.say').evaluate((card) => card.getBoundingClientRect().height);
  const folded = await sayHeight();
  const toggle = page.locator('.tour-toggle');
  await toggle.click();
  // The list lies over the page: no card grows, and Escape puts it away.
  expect(await sayHeight()).toBe(folded);
  await page.keyboard.press('Escape');
  expect(await page.locator('.tour-list').isVisible()).toBe(false);
  expect(await toggle.evaluate((button) => button === document.activeElement)).toBe(true);
  await toggle.click();
  expect(await page.locator('.tour a').count()).toBe(cards.length);
  await page.locator('.copy-tour').click();
  await page.getByText('リンクをコピーしました').waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const links = copied.split('\n').filter((line) => line.startsWith('http'));
  expect(links).toHaveLength(2 * cards.length);
  expect(links.filter((link) => link.includes('/?embed#v=1'))).toHaveLength(cards.length);
  for (const link of links) expect(link).toMatch(/&lang=ja/);
  // Said for a while, not for ever.
  await page.getByText('リンクをコピーしました').waitFor({ state: 'detached' });
  // Refused: the same text, selected under the focus.
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
  });
  await page.locator('.copy-tour').click();
  await page.locator('.manual-copy textarea').waitFor();
  expect(
    await page.evaluate(() => {
      const { value, selectionStart, selectionEnd } = document.activeElement as HTMLTextAreaElement;
      return value.slice(selectionStart, selectionEnd);
    }),
  ).toBe(copied);
  await page.keyboard.press('Escape');
  await page.locator('dialog').waitFor({ state: 'detached' });
  // Escape was the dialog's; the focus that goes elsewhere folds the list.
  expect(await page.locator('.tour-list').isVisible()).toBe(true);
  await page.locator('.loop').focus();
  await page.locator('.tour-list').waitFor({ state: 'hidden' });
  expectClean(page);
  await closePage(page);
});

test('the tour starts from a named button, and what lies under the pointer then is no answer', async () => {
  const page = await openApp(browser(), `v=1${FLAT}`, { ...size, locale: 'en' });
  const { x, y, width, height } = (await page.getByRole('button', { name: 'Start the tour' }).boundingBox())!;
  const [atX, atY] = [x + width / 2, y + height / 2];
  await page.mouse.click(atX, atY);
  await page.locator('.answers').waitFor();
  const under = await page.evaluate(([px, py]) => document.elementFromPoint(px!, py!)?.closest('.answers'), [atX, atY]);
  expect(under ?? null).toBeNull();
  expectClean(page);
  await closePage(page);
});
