import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApp } from './app.ts';
import { closePage, expectClean, useBrowser } from './harness.ts';

const browser = useBrowser();

/** One stop of the Tab key. */
interface Stop {
  readonly role: string;
  readonly name: string;
  /** The part of the page it lies in. */
  readonly panel: string;
  /** An outline of its own or on what is drawn for it. */
  readonly outlined: boolean;
  /** In the window, and nothing lies over it. */
  readonly inSight: boolean;
  /** Marks the element, so that stops can be told apart. */
  readonly key: number;
}

/** What Tab can reach by the page's own account: enabled, shown, one of each radio group. */
function tabbable(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const reached = new Set<string>();
    const selector = 'a[href], button, input, select, textarea, summary, [tabindex]';
    for (const element of document.querySelectorAll<HTMLElement>(selector)) {
      if (element.matches(':disabled, [tabindex="-1"]') || !element.checkVisibility({ visibilityProperty: true })) continue;
      if (element instanceof HTMLInputElement && element.type === 'radio' && !element.checked) continue;
      reached.add(String(window.stopKey(element)));
    }
    return [...reached];
  });
}

declare global {
  interface Window {
    stopKey: (element: Element) => number;
  }
}

const prepare = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const keys = new WeakMap<Element, number>();
    let count = 0;
    window.stopKey = (element) => {
      if (!keys.has(element)) keys.set(element, ++count);
      return keys.get(element)!;
    };
  });

/** The focused element as the browser tells it to a screen reader; null: the focus is on nothing. */
async function focused(page: Page, cdp: CDPSession): Promise<Stop | null> {
  const { result } = await cdp.send('Runtime.evaluate', { expression: 'document.activeElement' });
  const { nodes } = await cdp.send('Accessibility.getPartialAXTree', {
    objectId: result.objectId!,
    fetchRelatives: false,
  });
  const node = nodes[0];
  const rest = await page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const drawn = [element, element.nextElementSibling].filter((candidate) => candidate !== null);
    const outlined = (element.matches('.segmented input') ? drawn.slice(1) : drawn.slice(0, 1)).some((candidate) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(candidate);
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1;
    });
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const at = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    const inSight = at !== null && (element.contains(at) || at.contains(element) || at.closest('label')?.contains(element) === true);
    const panel = element.closest('dialog')
      ? 'dialog'
      : (element.closest<HTMLElement>('[data-panel]')?.dataset['panel'] ?? (element.closest('main') ? 'view' : 'page'));
    return { outlined, inSight, panel, key: window.stopKey(element) };
  });
  return rest && { ...rest, role: String(node?.role?.value ?? ''), name: String(node?.name?.value ?? '') };
}

/** Presses Tab until the focus leaves the page or comes round. */
async function walk(page: Page, key = 'Tab'): Promise<readonly Stop[]> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Accessibility.enable');
  const stops: Stop[] = [];
  for (let i = 0; i < 200; i++) {
    await page.keyboard.press(key);
    const stop = await focused(page, cdp);
    if (stop === null || stop.key === stops[0]?.key) break;
    stops.push(stop);
  }
  await cdp.detach();
  return stops;
}

test('walk', async () => {
  const page = await openApp(browser(), 'v=1&play=0&swarm=0&o=sgd;lr:1.5&nosuch=1', { reducedMotion: 'reduce' });
  await prepare(page);
  await page.locator('.chart svg').first().waitFor();
  const folds = page.locator('button.section[aria-expanded=false]');
  while ((await folds.count()) > 0) await folds.first().click();
  await page.locator('.export > summary').click();
  await page.locator('.rule-card h2 button').click();
  await page.evaluate(() => { (document.activeElement as HTMLElement).blur(); });
  // From the top.
  await page.evaluate(() => { document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex'); });
  const stops = await walk(page);
  for (const s of stops) console.log(JSON.stringify(s));
  const all = await tabbable(page);
  console.log('unreached', all.filter((key) => !stops.some((s) => String(s.key) === key)).length, all.length, stops.length);
  for (const opener of ['Help and keys', 'Data table', 'What is my machine doing?']) {
    const b = page.getByRole('button', { name: opener }).first();
    await b.focus();
    await page.keyboard.press('Enter');
    await page.locator('dialog[open] h2').waitFor();
    const inside = await walk(page);
    console.log(opener, JSON.stringify(inside));
    await page.locator('dialog[open]').getByRole('button', { name: 'Close' }).click();
    console.log('after close', await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 80)));
    await b.focus();
    await page.keyboard.press('Enter');
    await page.locator('dialog[open] h2').waitFor();
    await page.keyboard.press('Escape');
    console.log('after escape', await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 80)));
  }
  expectClean(page);
  await closePage(page);
});
