import type { Browser, Page } from 'playwright-core';
import type { Domain } from '../../src/surfaces/types.ts';
import type { Display } from '../../src/view/display.ts';
import type { PageOptions } from './chromium.ts';
import { openPage } from './harness.ts';

/** `window.koubai.scene` of scenes/optimizers/relief/useInspection.ts, as far as these tests read it. */
export interface Inspected {
  camera(): { readonly world: readonly number[]; readonly projection: readonly number[] };
  display(): Display;
  rect(): Domain;
  cut(): number;
  row(): number;
  t(): number;
  /** Of the clock; in panes. */
  steps(): number;
  runs(): readonly { readonly id: string; readonly count: number }[];
  dots(id: string): readonly number[];
  drawnDots(id: string): readonly number[];
  frames(): number;
  heightSamples(): number;
  programs(): number;
  memory(): { readonly geometries: number; readonly textures: number };
  kernelsBuilt(): Promise<number>;
}

declare global {
  interface Window {
    /** `waiting`: the results that are asked for and not there (src/scene/computing.tsx). */
    koubai?: { scene?: Inspected; waiting?: () => readonly string[] };
  }
}

/** What computes the swarm, and how many starts it has: "webgl2, 4096 starts"; empty fields where none does. */
export const computedBy = (page: Page) =>
  page.locator('.badge').evaluate(({ dataset: { backend = '', swarm = '' } }) => `${backend}, ${swarm} starts`);

/** Opens the app with a link's fragment (and `?gpu=…`) and waits for its first picture and its panel. */
export async function openApp(
  browser: Browser,
  fragment = '',
  { search = '', ...options }: Partial<PageOptions> & { readonly search?: string } = {},
): Promise<Page> {
  const page = await openPage(browser, `${search}#${fragment}`, options);
  await page.waitForFunction(
    () => {
      const flat = document.querySelector('.relief:not([hidden])') === null;
      const drawn = flat || (window.koubai?.scene?.frames() ?? 0) > 0;
      return drawn && document.querySelector('.optimizers, .parameters.folded, .shell.embedded') !== null;
    },
    undefined,
    { timeout: 30_000 },
  );
  return page;
}

/** Goes to another link on the same page, as a click on it would. */
export async function visit(page: Page, fragment: string): Promise<void> {
  await page.evaluate(async (hash) => {
    const before = location.href;
    const loaded = new Promise((resolved) => addEventListener('popstate', resolved, { once: true }));
    location.hash = hash;
    if (location.href !== before) await loaded;
    await new Promise(requestAnimationFrame);
  }, fragment);
}

/** Whole and fractional steps: where the clock stands. */
export const stepOf = (page: Page): Promise<number> => page.evaluate(() => window.koubai!.scene!.t());

/** The fragment without `#`. */
export const fragmentOf = (page: Page): Promise<string> => page.evaluate(() => location.hash.slice(1));

/** Waits until nothing is drawn any more (four tenths of a second without a frame, or `quiet` milliseconds), as at rest nothing must be. */
export async function atRest(page: Page, quiet = 400): Promise<void> {
  await page.evaluate(async (milliseconds) => {
    const frames = () => window.koubai!.scene!.frames();
    const pause = () => new Promise((resolve) => setTimeout(resolve, milliseconds));
    for (let before = -1; frames() !== before;) {
      before = frames();
      await pause();
    }
  }, quiet);
}

/** x, y, f of every iterate of a run as its vertex buffer holds them. */
export async function dotsOf(page: Page, id: string): Promise<readonly (readonly [number, number, number])[]> {
  const flat = await page.evaluate((run) => window.koubai!.scene!.dots(run), id);
  return Array.from({ length: flat.length / 4 }, (_, i) => flat.slice(4 * i, 4 * i + 3) as [number, number, number]);
}

/** Attributes of drawings that hold no number where they should: empty when all is well. */
export function brokenDrawing(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('svg, svg *')].flatMap((element) =>
      [...element.attributes]
        .filter(({ name, value }) => !name.startsWith('aria-') && /NaN|undefined|Infinity/.test(value))
        .map(({ name, value }) => `<${element.tagName} ${name}="${value.slice(0, 60)}">`),
    ),
  );
}

/** Opens a scene from the header, where its row may be folded into one name. */
export async function chooseScene(page: Page, id: string): Promise<void> {
  await page.locator('.scene-switch [aria-current]').waitFor();
  const folded = page.locator('.scene-switch > button[aria-expanded=false]');
  if (await folded.count()) await folded.click();
  await page.click(`.scene-switch a[data-scene=${id}]`);
}
