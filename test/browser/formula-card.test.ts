import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { optimizeSpecsOf } from '../../scenes/optimizers/state/specs.ts';
import { optimize } from '../../src/jobs/optimize.ts';
import type { OptimizerRecord } from '../../src/optimizers/record.ts';
import { resolve } from '../../scenes/optimizers/state/rules.ts';
import { openApp, visit } from './app.ts';
import { closePage, expectClean, useBrowser } from './harness.ts';

const browser = useBrowser();
let page: Page;
beforeAll(async () => {
  page = await openApp(browser(), 'v=1&t=0&lang=en&sel=adam', { viewport: { width: 1280, height: 720 } });
});
afterAll(async () => {
  expectClean(page);
  await closePage(page);
});

const card = () => page.locator('.rule-card');
const scrub = () => page.getByRole('slider', { name: 'Step', exact: true });

/** The numbers on the right of the last = of each row: line by line, x and y (or one). */
const results = () =>
  page.evaluate(() =>
    [...document.querySelectorAll('.rule-lines > li')].map((line) =>
      [...line.querySelectorAll('.worked')].map((row) => {
        const spell = (node: Element): string => {
          if (node.localName === 'msup') return `e${spell(node.children[1]!)}`;
          return node.children.length > 0 ? [...node.children].map(spell).join('') : node.textContent;
        };
        const [number] = [...row.querySelectorAll('[data-symbol]')].slice(-1);
        return Number(
          spell(number!)
            .replaceAll('−', '-')
            .replace('·', '')
            .replace(/^(-?)e/, '$11e'),
        );
      }),
    ),
  );

const shown = (value: number) => Number(value.toPrecision(4));

function adam(): OptimizerRecord {
  return optimize(optimizeSpecsOf(resolve({})).find(({ optimizer }) => optimizer === 'adam')!);
}

test('it opens by keyboard and shows the numbers of the trace of the update that leaves the step shown; at the end, the last', async () => {
  const fold = card().getByRole('button', { name: 'Adam: the rule (Book)' });
  expect(await fold.getAttribute('aria-expanded')).toBe('false');
  expect(await page.locator('.rule-lines').count()).toBe(0);
  await fold.press('Enter');
  await page.locator('.rule-lines math').first().waitFor();
  // Typeset by the browser: what is raised is smaller than what it stands on.
  const [base, exponent] = await page.evaluate(() => {
    const [below, , raised] = document.querySelector('.rule-lines msubsup')!.children;
    return [below!, raised!].map((element) => element.getBoundingClientRect().height);
  });
  expect(exponent).toBeLessThan(base!);

  const { x, g, state } = adam();
  for (const [key, step, title] of [
    ['Home', 1, 'The next update, 0 → 1.'],
    ['ArrowRight', 2, 'The next update, 1 → 2.'],
    ['ArrowRight', 3, 'The next update, 2 → 3.'],
    ['End', 30, 'The last update, 29 → 30.'],
    ['ArrowLeft', 30, 'The next update, 29 → 30.'],
  ] as const) {
    await scrub().press(key);
    await card().getByText(title, { exact: true }).waitFor();
    const at = (column: Float64Array, row: number) => [shown(column[2 * row]!), shown(column[2 * row + 1]!)];
    const [gradient, , m, v, next] = await results();
    expect([gradient, m, v, next]).toEqual([
      at(g, step - 1),
      at(state['m']!, step),
      at(state['v']!, step),
      at(x, step),
    ]);
  }
  // No line is a tab stop of its own: from the fold the next is the first symbol.
  await fold.focus();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.matches('li:first-child > .symbol-entry'))).toBe(true);
});

test('a symbol lights up its slider, a slider its symbols, and keys do it too', async () => {
  const lit = () =>
    page.evaluate(() => [
      ...new Set([...document.querySelectorAll('math .lit')].map((e) => e.getAttribute('data-symbol'))),
    ]);
  const rows = () => page.locator(':is(.rate, .range-row).lit');
  const accent = () => page.evaluate(() => getComputedStyle(document.querySelector('.rule-lines .lit')!).color);
  const plain = await page.evaluate(() => getComputedStyle(document.querySelector('.rule-lines .symbol')!).color);

  await page.locator('.rule-line [data-symbol=lr]').first().hover();
  expect(await lit()).toEqual(['lr']);
  expect(await accent()).not.toBe(plain);
  expect(await rows().getByRole('slider').getAttribute('aria-label')).toBe('Adam: Learning rate');
  await page.mouse.move(640, 300);
  expect([await lit(), await rows().count()]).toEqual([[], 0]);

  await page.getByRole('slider', { name: 'Adam: Learning rate' }).hover();
  expect(await lit()).toEqual(['lr']);
  // Another optimizer's learning rate is no symbol of this rule.
  await page.getByRole('slider', { name: 'SGD: Learning rate' }).hover();
  expect(await lit()).toEqual([]);
  await page.mouse.move(640, 300);

  await page.getByRole('button', { name: 'Adam settings' }).click();
  await page.mouse.move(640, 300);
  const beta = card().locator('.symbol-entry').nth(1);
  await beta.focus();
  expect(await lit()).toEqual(['beta1']);
  expect(await rows().locator('.symbol').innerText()).toContain('β₁');
  await scrub().focus();
  expect([await lit(), await rows().count()]).toEqual([[], 0]);
});

/** The longest rules; the card is narrowest at 1024. */
const widest = [
  ['nadam', 't=7&lang=en'],
  ['lion', 't=17&lang=ja'],
  ['adadelta', 't=12&lang=ja'],
  ['adamax', 't=17&lang=en'],
] as const;
for (const [width, height] of [
  [1280, 720],
  [1024, 768],
  [390, 844],
] as const) {
  test(`${width}×${height}: unfolded, every line fits, whatever the optimizer, and no panel meets another`, async () => {
    await page.setViewportSize({ width, height });
    for (const [id, more] of width === 1024 ? widest : widest.slice(0, 2)) {
      await visit(page, `v=1&o=${id}&sel=${id}&${more}`);
      // On a phone the card stands, folded at first, in the sheet of words.
      if (width < 720 && !(await page.locator('.worked').first().isVisible())) {
        await page.reload();
        await page.locator('.say button[aria-expanded=false]').first().click();
        const unfold = page.locator('.rule-card button[aria-expanded=false]');
        if (await unfold.count()) await unfold.click();
      }
      await page.locator('.worked').first().waitFor();
      const beyond = await page.evaluate(() => {
        const right = document.querySelector('.rule-body')!.getBoundingClientRect().right;
        return [...document.querySelectorAll('.rule-body :is(math, .symbol-entry > *)')]
          .filter((element) => element.getBoundingClientRect().right > right + 0.5)
          .map((element) => element.textContent);
      });
      expect([id, beyond]).toEqual([id, []]);
      // What scrolls is a tab stop, in Chromium at least: nothing within the card is, for it would have no name.
      const scrolling = await page.evaluate(() =>
        [...document.querySelectorAll('.rule-body, .rule-body :not(math *)')]
          .filter((element) => /auto|scroll/.test(getComputedStyle(element).overflow))
          .map((element) => element.className),
      );
      expect(scrolling).toEqual([]);
      const panels = await page.evaluate(() =>
        [...document.querySelectorAll('[data-panel]')]
          .map((panel) => ({ name: panel.getAttribute('data-panel'), box: panel.getBoundingClientRect() }))
          .filter(({ box }) => box.width > 0)
          .map(({ name, box: { left, top, right, bottom } }) => ({ name, left, top, right, bottom })),
      );
      // The phone's sheet scrolls: of what stands in it only what it shows.
      const sheet = width < 720 && (await page.locator('.left-column').boundingBox());
      for (const panel of panels) {
        if (sheet && panel.name === 'formula') panel.bottom = Math.min(panel.bottom, sheet.y + sheet.height);
      }
      expect(panels.map(({ name }) => name)).toContain('formula');
      const meeting = panels.flatMap((a, i) =>
        panels
          .slice(i + 1)
          .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
          .map((b) => `${a.name} meets ${b.name}`),
      );
      expect(meeting).toEqual([]);
    }
  });
}

test('behind the badge: how far book and PyTorch are apart now, and how far the run is off the reference', async () => {
  await page.setViewportSize({ width: 1280, height: 720 });
  const said = (of: string, part: string) => page.locator(`[data-agreement-of=${of}] [data-agreement=${part}]`);
  const says = (of: string, part: string, pattern: RegExp) =>
    expect.poll(() => said(of, part).innerText(), { timeout: 10_000 }).toMatch(pattern);
  const open = async (link: string) => {
    await visit(page, link);
    if (!(await page.locator('[data-panel=badge][open]').count()))
      await page.locator('[data-panel=badge] > summary').click();
  };
  await open('v=1&t=18&lang=en');
  await says('sgd', 'semantics', /^Same as PyTorch to the last digit$/);
  await says(
    'sgd',
    'reference',
    /^(Identical to the book’s optimizer\.py \(ch\. 6\)|Within [\d.]+×10⁻¹[⁰¹²³⁴⁵⁶⁷⁸⁹] of the book’s optimizer\.py \(ch\. 6\)) up to update 18$/,
  );
  await says('adam', 'semantics', /^[\d.]+×10⁻[⁶⁷] away from PyTorch at update 18$/);
  await open('v=1&t=18&lang=en&sel=adam&o=adam.torch');
  await says('adam', 'semantics', /^[\d.]+×10⁻[⁶⁷] away from Book at update 18$/);
  await says('adam', 'reference', /^Within [\d.]+×10⁻¹[⁰¹²³⁴⁵⁶⁷⁸⁹] of PyTorch 2\.6\.0 up to update 18$/);
  await open('v=1&t=18&lang=ja&o=adam;lr:0.31&sel=adam');
  await says('adam', 'reference', /比べていない$/);
});
