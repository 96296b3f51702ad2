/**
 * `node tools/screenshots.mjs [part-of-a-name]`: takes the pictures of the READMEs and guides anew, from the built page, into docs/.
 * `--dist` names another build, `--out` another folder. With `--all` every scene in every state, at every size, in both languages and
 * themes, for looking through (into `screenshots/` unless `--out` says otherwise): some 400 pictures, half an hour.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { withBuiltPage } from './chromium.mjs';
import { requireNode, root, runTool, Unmet } from './ensure.mjs';
import { withPalette } from './palette.mjs';
import { takeEveryState } from './screenshots/everyState.mjs';

/** The opening state in the middle of its run. */
const STEP = 18;
const desktop = { viewport: { width: 1280, height: 720 }, deviceScaleFactor: 2 };
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };

/** Momentum on Himmelblau: where its paths end, from every start. */
const BASINS = `s=himmelblau&drape=basins&sel=momentum&o=-sgd,momentum;lr:0.005,-adagrad,-adam&t=${STEP}`;

/** The registration scene where plain ICP is caught and the others are on their way. */
const REGISTRATION = 'scene=registration&t=12';

/** A chair that none of the look-up's 40,000 resembles in all, with the threads of the Chamfer distance, seen from the side. */
const RECONSTRUCTION = 'scene=reconstruction&th=chamfer&t=5';

/** Newton's threads have leapt, and one sees where SDM's go on. */
const SDM = 'scene=sdm&t=6';

/** The end of the opening training: three nets on two spirals. */
const NETWORKS = 'scene=networks&t=60';

/** The microscope's four parts: in the middle of the opening training, a digit, XOR folded at its last layer, the record of figure 6-19. */
const MICROSCOPE = {
  layers: 'scene=microscope&t=20',
  digit: 'scene=microscope&vw=digit&t=3',
  gates: 'scene=microscope&vw=gates&gl=layers&t=12',
  book: 'scene=microscope&vw=book&t=19',
};

/** English for README.md under the plain name, Japanese for README.ja.md under `.ja`. */
const shots = ['en', 'ja'].flatMap((language) => {
  const end = language === 'en' ? '.png' : `.${language}.png`;
  const optimizers = { language, link: `t=${STEP}`, rest: atRest };
  const basins = { language, link: BASINS, rest: mapped, device: desktop };
  const registration = { language, link: REGISTRATION, rest: registered, device: desktop };
  const reconstruction = { language, link: RECONSTRUCTION, rest: reconstructed, device: desktop };
  const sdm = { language, link: SDM, rest: learned, device: desktop };
  const networks = { language, link: NETWORKS, rest: trained, device: desktop };
  const part = { language, rest: lookedInto, device: desktop };
  return [
    { file: `basins-light${end}`, ...basins, theme: 'light' },
    { file: `basins-dark${end}`, ...basins, theme: 'dark' },
    { file: `koubai-light${end}`, ...optimizers, theme: 'light', device: desktop },
    { file: `koubai-dark${end}`, ...optimizers, theme: 'dark', device: desktop },
    { file: `koubai-phone${end}`, ...optimizers, theme: 'light', device: phone },
    { file: `registration-light${end}`, ...registration, theme: 'light' },
    { file: `registration-dark${end}`, ...registration, theme: 'dark' },
    { file: `reconstruction-light${end}`, ...reconstruction, theme: 'light' },
    { file: `reconstruction-dark${end}`, ...reconstruction, theme: 'dark' },
    { file: `sdm-light${end}`, ...sdm, theme: 'light' },
    { file: `sdm-dark${end}`, ...sdm, theme: 'dark' },
    { file: `networks-light${end}`, ...networks, theme: 'light' },
    { file: `networks-dark${end}`, ...networks, theme: 'dark' },
    { file: `microscope-light${end}`, ...part, link: MICROSCOPE.layers, theme: 'light' },
    { file: `microscope-dark${end}`, ...part, link: MICROSCOPE.layers, theme: 'dark' },
    { file: `microscope-digit${end}`, ...part, link: MICROSCOPE.digit, theme: 'light' },
    { file: `microscope-gates${end}`, ...part, link: MICROSCOPE.gates, theme: 'light' },
    { file: `microscope-book${end}`, ...part, link: MICROSCOPE.book, theme: 'light' },
  ];
});

/**
 * The clock stands at the step, the kernels have computed what is drawn, the panel is there, and for a while nothing is drawn any more.
 * @param {import('playwright-core').Page} page
 */
async function atRest(page) {
  await page.waitForLoadState('networkidle');
  await page.locator('[data-panel="badge"] .lamp.ok').waitFor({ timeout: 60_000 });
  await page.waitForFunction(
    async (step) => {
      const { scene } = /** @type {{ koubai?: { scene?: { t(): number, frames(): number } } }} */ (window).koubai ?? {};
      if (scene?.t() !== step) return false;
      const before = scene.frames();
      await new Promise((done) => setTimeout(done, 1500));
      return scene.frames() === before;
    },
    STEP,
    { timeout: 60_000 },
  );
}

/**
 * The map is as fine as it gets.
 * @param {import('playwright-core').Page} page
 */
async function mapped(page) {
  await page.locator('.basin-fineness[data-done=true]').waitFor({ state: 'attached', timeout: 120_000 });
  await page.waitForTimeout(3000);
}

/**
 * All three methods have run and stand at the step, and the clouds have been drawn.
 * @param {import('playwright-core').Page} page
 */
async function registered(page) {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => document.querySelectorAll('[data-value="error"]').length === 3, undefined, {
    timeout: 60_000,
  });
  await page.waitForTimeout(8000);
}

/**
 * The maps are learned, their threads drawn.
 * @param {import('playwright-core').Page} page
 */
async function learned(page) {
  await page.waitForLoadState('networkidle');
  await page.locator('.plot svg').waitFor({ timeout: 60_000 });
  await page.waitForTimeout(3000);
}

/**
 * All nets are trained, and the landscape through them is there to its last point.
 * @param {import('playwright-core').Page} page
 */
async function trained(page) {
  await page.waitForLoadState('networkidle');
  await page.locator('.net-legend[data-whole=true]').waitFor({ state: 'attached', timeout: 90_000 });
  await page.locator('[data-pane=loss] [data-value=grid]', { hasText: '129' }).waitFor({ timeout: 90_000 });
  await page.waitForTimeout(3000);
}

/**
 * Nothing is computed any more, and for a while nothing is drawn.
 * @param {import('playwright-core').Page} page
 */
async function lookedInto(page) {
  await page.waitForLoadState('networkidle');
  await page.locator('.pane-numbers [data-value]').first().waitFor({ state: 'attached', timeout: 90_000 });
  const rests = () =>
    page.evaluate(async () => {
      const { scene } = /** @type {{ koubai?: { scene?: { frames(): number } } }} */ (window).koubai ?? {};
      const before = scene?.frames();
      await new Promise((done) => setTimeout(done, 3000));
      return scene?.frames() === before && document.querySelector('progress') === null;
    });
  // Not waitForFunction, to which the promise of an answer is one.
  for (let tries = 0; tries < 30; tries++) if (await rests()) return;
  throw new Error('it does not come to rest');
}

/**
 * Answer and look-up are there and measured, the morph has ended, and for a while nothing is drawn any more.
 * @param {import('playwright-core').Page} page
 */
async function reconstructed(page) {
  await page.waitForLoadState('networkidle');
  // The gallery is drawn one after another, and a figure that is still measured is a dash.
  await page.waitForFunction(
    () =>
      [...document.querySelectorAll('canvas.rec-thumb')].every((thumb) => thumb.getAttribute('width') !== '1') &&
      [...document.querySelectorAll('.rec-figures td')].every(({ textContent }) => textContent !== '–'),
    undefined,
    { timeout: 60_000 },
  );
  await page.waitForFunction(
    async () => {
      /** @typedef {{ t(): number, steps(): number, frames(): number, results(): { compared: Record<string, unknown> } }} Scene */
      const { scene } = /** @type {{ koubai?: { scene?: Scene } }} */ (/** @type {unknown} */ (window)).koubai ?? {};
      if (!scene || scene.steps() === 0 || scene.t() !== scene.steps()) return false;
      const { network, lookup, floor } = scene.results().compared;
      if (!network || !lookup || !floor) return false;
      const before = scene.frames();
      await new Promise((done) => setTimeout(done, 1500));
      return scene.frames() === before;
    },
    undefined,
    { timeout: 60_000 },
  );
}

runTool(async () => {
  requireNode();
  const { values, positionals } = parseArgs({
    options: { dist: { type: 'string' }, out: { type: 'string' }, all: { type: 'boolean' } },
    allowPositionals: true,
  });
  if (values.all) {
    const folder = resolve(root, values.out ?? 'screenshots');
    await withBuiltPage({ dist: values.dist }, (browser, address) =>
      takeEveryState(browser, address, folder, positionals[0] ?? ''),
    );
    return;
  }
  const wanted = shots.filter(({ file }) => file.includes(positionals[0] ?? ''));
  if (wanted.length === 0) throw new Unmet(`no picture has "${positionals[0] ?? ''}" in its name`);
  const folder = resolve(root, values.out ?? 'docs');
  mkdirSync(folder, { recursive: true });
  await withBuiltPage({ dist: values.dist }, async (browser, address) => {
    for (const { file, language, theme, device, link, rest } of wanted) {
      const page = await browser.newPage(device);
      /** @type {string[]} */
      const errors = [];
      page.on('pageerror', (error) => errors.push(error.message));
      await page.goto(`${address}#v=1&${link}&lang=${language}&theme=${theme}`);
      await rest(page);
      const picture = withPalette(await page.screenshot({ animations: 'disabled', caret: 'hide' }));
      await page.close();
      if (errors.length > 0) throw new Error(`the page is broken: ${errors.join('; ')}`);
      writeFileSync(join(folder, file), picture);
      process.stdout.write(`${file}: ${Math.round(picture.length / 1000)} kB\n`);
    }
  });
});
