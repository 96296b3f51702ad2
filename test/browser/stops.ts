import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** One stop of the Tab key. */
export interface Stop {
  readonly what: string;
  /** The part of the page it lies in. */
  readonly panel: string;
  /** An outline, on the control itself or on what is drawn for it. */
  readonly outlined: boolean;
  /** In the window, and nothing lies over it. */
  readonly inSight: boolean;
}

declare global {
  interface Window {
    stops: (Stop & { readonly element: Element })[];
  }
}

/** Notes every element that takes the focus. */
export const watchFocus = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.stops = [];
    document.addEventListener('focusin', ({ target }) => {
      const element = target as HTMLElement;
      const drawn = element.matches('.segmented input') ? element.nextElementSibling! : element;
      const { outlineStyle, outlineWidth } = getComputedStyle(drawn);
      let { left, right, top, bottom } = element.getBoundingClientRect();
      // Of what is higher than the room that it scrolls in, the part in the room.
      for (let room = element.parentElement; room; room = room.parentElement) {
        if (getComputedStyle(room).overflowY === 'visible') continue;
        const box = room.getBoundingClientRect();
        [left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
        [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
      }
      const at =
        right > left && bottom > top ? document.elementFromPoint((left + right) / 2, (top + bottom) / 2) : null;
      const panel = element.closest<HTMLElement>('[data-panel]')?.dataset['panel'];
      window.stops.push({
        element,
        what: `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent}`,
        panel: panel ?? (element.closest('main, .corner') ? 'view' : 'page'),
        outlined: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1,
        inSight: element.contains(at) || (at !== null && element.closest('label')?.contains(at) === true),
      });
    });
  });

/** What the page offers to the Tab key: enabled, shown, one of each group of radio buttons. */
export const offered = (page: Page, within = 'body'): Promise<number> =>
  page.evaluate((root) => {
    const selector = 'a[href], button, input, select, textarea, summary, [tabindex]';
    return [...document.querySelector(root)!.querySelectorAll<HTMLElement>(selector)].filter(
      (element) =>
        !element.matches(':disabled, [tabindex="-1"], [type=radio]:not(:checked)') && element.checkVisibility(),
    ).length;
  }, within);

/** Presses `key` so often, and returns the stops that were made. */
export async function walk(page: Page, key: string, times: number): Promise<readonly Stop[]> {
  await page.evaluate(() => {
    window.stops.length = 0;
  });
  for (let i = 0; i < times; i++) await page.keyboard.press(key);
  return page.evaluate(() => window.stops.map(({ element: _, ...stop }) => stop));
}

/** How often a stop was made twice. */
export const repeats = (page: Page): Promise<number> =>
  page.evaluate(() => window.stops.length - new Set(window.stops.map(({ element }) => element)).size);

/** Focusable nodes that a screen reader cannot tell: no role or no name. */
export async function unnamed(page: Page): Promise<readonly string[]> {
  const cdp = await page.context().newCDPSession(page);
  const { nodes } = await cdp.send('Accessibility.getFullAXTree');
  await cdp.detach();
  const told = nodes.filter(
    (node) =>
      !node.ignored &&
      node.role?.value !== 'RootWebArea' &&
      node.properties?.some(({ name, value }) => name === 'focusable' && value.value === true),
  );
  // Were the tree empty, nothing in it would be unnamed.
  expect(told.length).toBeGreaterThan(20);
  return told
    .filter(({ role, name }) => ['', 'generic', 'none'].includes(String(role?.value ?? '')) || !name?.value)
    .map(({ role, name, properties }) => JSON.stringify({ role: role?.value, name: name?.value, properties }));
}

/** The next Tab starts at the top. */
export const fromTheTop = (page: Page): Promise<void> =>
  page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
  });
