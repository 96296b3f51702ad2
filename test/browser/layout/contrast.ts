import type { CDPSession, Page } from 'playwright-core';

const CONTROLS = 'button, a[href], summary, select, label, .segmented span';

/** Which of a control's states is looked at: as if the pointer, the focus or a press were there. */
const states = {
  hover: ['hover'],
  focus: ['focus', 'focus-visible', 'focus-within'],
  press: ['hover', 'active'],
} as const;

/** Puts every control of the page into a state, or (none) back into its own. What is drawn anew meanwhile is other nodes: then all of them once more. */
async function force(cdp: CDPSession, state: readonly string[], attempts = 20): Promise<void> {
  const { root } = await cdp.send('DOM.getDocument', { depth: 0 });
  const { nodeIds } = await cdp.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: CONTROLS });
  const forced = await Promise.allSettled(
    nodeIds.map((nodeId) => cdp.send('CSS.forcePseudoState', { nodeId, forcedPseudoClasses: [...state] })),
  );
  const failed = forced.find((one) => one.status === 'rejected');
  if (!failed) return;
  if (attempts === 0 || !/Could not find node/.test(String(failed.reason))) throw failed.reason;
  return force(cdp, state, attempts - 1);
}

/** Controls in sight whose text or icon has less than `least` of contrast against what it stands on; null: there are none at all. */
function paleControls(page: Page, least: number): Promise<readonly string[] | null> {
  return page.evaluate(
    ([selector, limit]) => {
      type Rgb = readonly number[];
      const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
      const known = new Map<string, Rgb>();
      const read = (colour: string): Rgb => {
        if (!known.has(colour)) {
          pen.clearRect(0, 0, 1, 1);
          pen.fillStyle = colour;
          pen.fillRect(0, 0, 1, 1);
          known.set(colour, [...pen.getImageData(0, 0, 1, 1).data]);
        }
        return known.get(colour)!;
      };
      const over = (colour: string, ground: Rgb): Rgb => {
        const top = read(colour);
        return [0, 1, 2].map((k) => ground[k]! + ((top[k]! - ground[k]!) * top[3]!) / 255);
      };
      const luminance = (rgb: Rgb) =>
        [0.2126, 0.7152, 0.0722].reduce((sum, weight, k) => {
          const c = rgb[k]! / 255;
          return sum + weight * (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
        }, 0);
      const paper = over(getComputedStyle(document.body).backgroundColor, [255, 255, 255]);
      const groundOf = (element: Element): Rgb => {
        const lineage: Element[] = [];
        for (let at: Element | null = element; at; at = at.parentElement) lineage.unshift(at);
        return lineage.reduce((ground, at) => over(getComputedStyle(at).backgroundColor, ground), paper);
      };
      const controls = [...document.querySelectorAll<HTMLElement>(selector)].filter(
        (element) =>
          element.checkVisibility({ visibilityProperty: true }) &&
          !element.matches(':disabled, .skip, .visually-hidden') &&
          element.closest('[inert], .off') === null,
      );
      if (controls.length === 0) return null;
      return controls.flatMap((control) => {
        // Its own text, and its icon.
        const inks = [control, ...control.querySelectorAll('*')].filter((element) =>
          element.matches('svg.icon')
            ? true
            : !element.matches('option') &&
              [...element.childNodes].some((n) => n.nodeType === 3 && n.textContent!.trim()),
        );
        return inks.flatMap((element) => {
          const ground = groundOf(element);
          const [low, high] = [over(getComputedStyle(element).color, ground), ground]
            .map(luminance)
            .sort((a, b) => a - b) as [number, number];
          const ratio = (high + 0.05) / (low + 0.05);
          const name = control.getAttribute('aria-label') ?? control.textContent.trim();
          return ratio < limit ? [`${ratio.toFixed(2)}: ${control.tagName} "${name.slice(0, 30)}"`] : [];
        });
      });
    },
    [CONTROLS, least] as const,
  );
}

/** Each control whose text or icon is too pale in one of its states. */
export async function paleStates(page: Page, least: number): Promise<readonly string[]> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('DOM.enable');
  await cdp.send('CSS.enable');
  const found: string[] = [];
  for (const [name, state] of Object.entries(states)) {
    await force(cdp, state);
    const pale = await paleControls(page, least);
    if (!pale) throw new Error('no control was found on the page');
    found.push(...pale.map((text) => `${name} ${text}`));
  }
  await force(cdp, []);
  await cdp.detach();
  return found;
}
