import type { Page } from 'playwright-core';

interface Text {
  readonly text: string;
  readonly where: string;
  /** CSS pixels. */
  readonly size: number;
  readonly drawing: boolean;
  /** An exponent or an index in a formula. */
  readonly script: boolean;
  /** Switched off, or still to come: may be faint. */
  readonly faint: boolean;
  /** As seen: opacities and half-transparent backgrounds worked in, over the page's paper. */
  readonly ink: readonly [number, number, number];
  readonly ground: readonly [number, number, number];
}

/** Every text in sight, with the colours that it is seen in. */
function textsOf(page: Page): Promise<readonly Text[]> {
  return page.evaluate(() => {
    type Rgb = [number, number, number];
    const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
    /** Any CSS colour as r, g, b, a, each 0…255. */
    const read = (colour: string) => {
      pen.clearRect(0, 0, 1, 1);
      pen.fillStyle = colour;
      pen.fillRect(0, 0, 1, 1);
      return [...pen.getImageData(0, 0, 1, 1).data] as [number, number, number, number];
    };
    const over = (colour: string, ground: Rgb, opacity: number): Rgb => {
      const [r, g, b, a] = read(colour);
      const share = (a / 255) * opacity;
      return [r, g, b].map((value, k) => value * share + ground[k]! * (1 - share)) as Rgb;
    };
    const texts = new Set<Element>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!element || node.textContent?.trim() === '' || element.closest('.visually-hidden, .skip, option')) continue;
      const { width, height } = element.getBoundingClientRect();
      if (element.checkVisibility({ visibilityProperty: true }) && width > 2 && height > 2) texts.add(element);
    }
    const paper = read(getComputedStyle(document.body).backgroundColor).slice(0, 3) as Rgb;
    return [...texts].map((element) => {
      const lineage: Element[] = [];
      for (let at: Element | null = element; at; at = at.parentElement) lineage.unshift(at);
      let ground = paper;
      let opacity = 1;
      for (const at of lineage) {
        const style = getComputedStyle(at);
        opacity *= Number(style.opacity);
        ground = over(style.backgroundColor, ground, opacity);
      }
      const style = getComputedStyle(element);
      const drawing = element.closest('svg') !== null;
      return {
        text: element.textContent.trim().slice(0, 40),
        where: `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}">`,
        size: parseFloat(style.fontSize),
        drawing,
        script: element.closest(':is(msup, msub) > :nth-child(2)') !== null,
        faint: element.closest(':disabled, .off') !== null,
        ink: over(drawing ? style.fill : style.color, ground, opacity),
        ground,
      };
    });
  });
}

/** An empty page has no pale text either. */
function all(texts: readonly Text[]): readonly Text[] {
  if (texts.length < 30) throw new Error(`only ${texts.length} texts were found on the page`);
  return texts;
}

/** Texts below 13 px; ticks and names in a drawing may have 12, an exponent or index in a formula 10. */
export async function smallTexts(page: Page): Promise<readonly string[]> {
  const texts = all(await textsOf(page));
  return texts
    .filter(({ size, drawing, script }) => size < (script ? 10 : drawing ? 12 : 13))
    .map(({ size, text, where }) => `${size} px: "${text}" ${where}`);
}

/** WCAG 2: relative luminance of an sRGB colour, 0…255 a channel. */
function luminance(rgb: readonly [number, number, number]): number {
  const [r, g, b] = rgb.map((value) => {
    const c = value / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Texts whose contrast is below `least`. What is switched off is exempt, as in WCAG 1.4.3. */
export async function paleTexts(page: Page, least: number): Promise<readonly string[]> {
  const texts = all(await textsOf(page));
  const ratio = ({ ink, ground }: Text) => {
    const [low, high] = [luminance(ink), luminance(ground)].sort((a, b) => a - b) as [number, number];
    return (high + 0.05) / (low + 0.05);
  };
  return texts
    .filter((text) => !text.faint && ratio(text) < least)
    .map((text) => `${ratio(text).toFixed(2)}: "${text.text}" ${text.where}`);
}

/** Controls in sight that are lower or narrower than `least` CSS pixels; a label around a control is part of the target. */
export function smallTargets(page: Page, least: number): Promise<readonly string[]> {
  return page.evaluate((pixels) => {
    const controls = document.querySelectorAll<HTMLElement>('button, input, select, summary, a[href]');
    return [...controls].flatMap((control) => {
      if (!control.checkVisibility({ visibilityProperty: true }) || control.closest('.skip, .visually-hidden'))
        return [];
      const boxes = [control, control.closest('label')].flatMap((e) => (e ? [e.getBoundingClientRect()] : []));
      const width = Math.max(...boxes.map((box) => box.width));
      const height = Math.max(...boxes.map((box) => box.height));
      if (width >= pixels - 0.5 && height >= pixels - 0.5) return [];
      const name = control.getAttribute('aria-label') ?? control.textContent.trim();
      return [`${Math.round(width)}×${Math.round(height)}: ${control.tagName.toLowerCase()} "${name.slice(0, 40)}"`];
    });
  }, least);
}
