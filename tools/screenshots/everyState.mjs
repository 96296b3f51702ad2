/** Every scene in every state that a change of the layout may break, at every size, in both languages and themes. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const sizes = [
  [390, 844],
  [844, 390],
  [820, 1180],
  [1280, 800],
  [1920, 1080],
  [2560, 1440],
].map(([width = 0, height = 0]) => ({ name: `${width}x${height}`, viewport: { width, height } }));

/** Link of a scene: while it runs, at its end, a card of its tour; what says that its picture stands. */
const scenes = {
  optimizers: { link: '', start: 0, end: 30, card: 'zigzag', ready: '.counter' },
  registration: { link: 'scene=registration', start: 0, end: 66, card: 'reg-why', ready: '[data-value="iteration"]' },
  reconstruction: {
    link: 'scene=reconstruction',
    start: 0,
    end: 5,
    card: 'rec-lookup',
    ready: '.pane-numbers [data-value]',
  },
  networks: {
    link: 'scene=networks',
    start: 0,
    end: 60,
    card: 'net-plane',
    ready: '.net-legend[data-whole=true]',
  },
  microscope: {
    link: 'scene=microscope',
    start: 0,
    end: 40,
    card: 'mic-gradient',
    ready: '.pane-numbers [data-value]',
  },
  sdm: { link: 'scene=sdm', start: 0, end: 10, card: 'sdm-newton', ready: '.pane-numbers [data-value]' },
};

/** What is written behind a scene's link, and what is pressed then. */
const states = {
  start: { more: (/** @type {Scene} */ { start }) => `t=${start}` },
  rest: { more: (/** @type {Scene} */ { end }) => `t=${end}` },
  tour: { more: (/** @type {Scene} */ { start, card }) => `t=${start}&card=${card}` },
  parameters: { more: (/** @type {Scene} */ { end }) => `t=${end}`, open: true },
  four: {
    more: (/** @type {Scene} */ { end }) => `t=${end}&m=icp-point~icp-plane~icp-robust~do`,
    only: 'registration',
  },
};

/** @typedef {typeof scenes[keyof typeof scenes]} Scene */

/** @typedef {{ readonly scene: keyof typeof scenes, readonly state: keyof typeof states, readonly language: string, readonly theme: string }} Shot */

/** @template {object} T @param {T} table */
const keysOf = (table) => /** @type {(keyof T)[]} */ (Object.keys(table));

/** @type {readonly Shot[]} */
const shots = keysOf(scenes).flatMap((scene) =>
  keysOf(states)
    .filter((state) => state !== 'four' || states.four.only === scene)
    .flatMap((state) =>
      ['en', 'ja'].flatMap((language) => ['light', 'dark'].map((theme) => ({ scene, state, language, theme }))),
    ),
);

/** @param {Shot} shot @param {string} size */
const nameOf = ({ scene, state, language, theme }, size) => `${scene}-${state}-${size}-${language}-${theme}.png`;

/**
 * Half a second without a frame, or eight seconds: what turns for ever is taken as it stands.
 * @param {import('playwright-core').Page} page
 */
async function still(page) {
  await page.evaluate(async () => {
    const { scene } = /** @type {{ koubai?: { scene?: { frames(): number } } }} */ (window).koubai ?? {};
    const until = performance.now() + 8000;
    for (let before = -1; performance.now() < until && scene?.frames() !== before;) {
      before = scene?.frames() ?? -1;
      await new Promise((done) => setTimeout(done, 500));
    }
  });
}

/**
 * @param {import('playwright-core').Page} page
 * @param {Shot} shot
 */
async function show(page, { scene, state, language, theme }) {
  const { more, ...how } = { open: false, ...states[state] };
  const { link, ready } = scenes[scene];
  const fragment = ['v=1', link, more(scenes[scene]), `lang=${language}`, `theme=${theme}`].filter(Boolean).join('&');
  await page.evaluate((hash) => (location.hash = hash), fragment);
  await page.locator(`html[lang=${language}][data-theme=${theme}]`).waitFor();
  await page.locator(`.shell[data-scene=${scene}]`).waitFor();
  await page.locator(ready).first().waitFor({ state: 'attached', timeout: 60_000 });
  const fold = page.locator('.parameters .fold');
  if (await fold.isVisible()) {
    const open = (await fold.getAttribute('aria-expanded')) === 'true';
    // As the page has them by itself: open where they stand beside the picture, but for a question in a low window.
    const { width = 0, height = 0 } = page.viewportSize() ?? {};
    const beside = width >= 720 && !(state === 'tour' && height < 480);
    if (open !== (how.open || beside)) await fold.click();
  }
  // The title of a question that was turned to has the focus.
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await still(page);
}

/**
 * Takes them into `folder`, with a sheet for each scene that shows them all.
 * @param {import('playwright-core').Browser} browser
 * @param {string} address ends in a slash
 * @param {string} folder
 * @param {string} part of the names of those that are taken
 */
export async function takeEveryState(browser, address, folder, part) {
  mkdirSync(folder, { recursive: true });
  /** @type {Map<string, string[]>} */
  const sheets = new Map();
  for (const { name: size, viewport } of sizes) {
    const wanted = shots.filter((shot) => nameOf(shot, size).includes(part));
    if (wanted.length === 0) continue;
    const phone = Math.min(viewport.width, viewport.height) < 720;
    const page = await browser.newPage({ viewport, hasTouch: phone, isMobile: phone, reducedMotion: 'reduce' });
    page.on('pageerror', (error) => process.stderr.write(`${size}: ${error.message}\n`));
    await page.goto(`${address}?quality=low#v=1&play=0`);
    for (const shot of wanted) {
      await show(page, shot);
      const file = nameOf(shot, size);
      writeFileSync(join(folder, file), await page.screenshot({ animations: 'disabled', caret: 'hide' }));
      sheets.set(shot.scene, [...(sheets.get(shot.scene) ?? []), file]);
      process.stdout.write(`${file}\n`);
    }
    await page.close();
  }
  for (const [scene, files] of sheets) await contactSheet(browser, folder, scene, files);
}

/**
 * One page with all pictures of a scene, as HTML and as a picture.
 * @param {import('playwright-core').Browser} browser
 * @param {string} folder
 * @param {string} scene
 * @param {readonly string[]} files
 */
async function contactSheet(browser, folder, scene, files) {
  const figures = files.map((file) => `<figure><img src="${file}"><figcaption>${file}</figcaption></figure>`);
  const style =
    'body{display:flex;flex-wrap:wrap;gap:8px;margin:8px;font:11px sans-serif}figure{margin:0}img{display:block;height:300px}';
  const sheet = join(folder, `sheet-${scene}.html`);
  writeFileSync(
    sheet,
    `<!doctype html><meta charset="utf-8"><title>${scene}</title><style>${style}</style>${figures.join('\n')}`,
  );
  const page = await browser.newPage({ viewport: { width: 1900, height: 1000 } });
  await page.goto(pathToFileURL(sheet).href);
  await page.screenshot({ path: sheet.replace(/html$/, 'png'), fullPage: true });
  await page.close();
}
