/**
 * `npm run -s previews -- links.txt --out folder [--site https://…/]`: a page with its own picture, title and sentence for each link of a
 * list. Beside the built page (`dist/folder`, say) each leads on to its link. `--opening` draws the picture of the page itself anew.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { withBuiltPage } from './chromium.mjs';
import { requireNode, root, runTool, Unmet } from './ensure.mjs';
import { readLinks } from './previews/list.mjs';
import { OPENING } from './previews/opening.mjs';
import { previewPage } from './previews/page.mjs';
import { previewSize, siteOf } from './previews/tags.mjs';

/** Of the run, in the picture of a link that names no step. */
const PART = 0.6;

/**
 * The steps of the run, known once its record is there.
 * @param {import('playwright-core').Page} page
 */
async function stepsOf(page) {
  const counter = page.locator('.counter', { hasText: /\/\s*[1-9]/ });
  await counter.waitFor({ timeout: 60_000 });
  return Number((await counter.innerText()).split('/')[1]?.replace(/\D/g, '') ?? 0);
}

/**
 * For a while nothing is drawn any more.
 * @param {import('playwright-core').Page} page
 */
async function atRest(page) {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(
    async () => {
      const frames = () =>
        /** @type {{ koubai?: { scene?: { frames(): number } } }} */ (
          /** @type {unknown} */ (window)
        ).koubai?.scene?.frames();
      const before = frames();
      await new Promise((done) => setTimeout(done, 1500));
      return frames() === before;
    },
    undefined,
    { timeout: 60_000 },
  );
}

/**
 * The link as it is presented: panels away, question and sentence below the picture.
 * @param {import('playwright-core').Browser} browser
 * @param {string} address
 * @param {string} fragment
 */
async function shoot(browser, address, fragment) {
  const page = await browser.newPage({ viewport: previewSize, reducedMotion: 'reduce' });
  try {
    const state = new URLSearchParams(fragment);
    state.set('v', '1');
    state.set('present', '1');
    await page.goto(`${address}#${state.toString()}`);
    if (!state.has('t')) {
      state.set('t', String(Math.round((await stepsOf(page)) * PART)));
      await page.goto(`${address}#${state.toString()}`);
    }
    await atRest(page);
    const said = page.locator('.caption > p').first();
    const title = page.locator('.caption > h2, .caption > p > strong:first-child').first();
    const [language, sentence, heading] = [
      await page.evaluate(() => document.documentElement.lang),
      (await said.textContent())?.trim() ?? '',
      (await title.textContent({ timeout: 1000 }).catch(() => ''))?.trim() ?? '',
    ];
    const picture = await page.screenshot({ type: 'jpeg', quality: 82, animations: 'disabled', caret: 'hide' });
    return { language, sentence, heading, picture };
  } finally {
    await page.close();
  }
}

runTool(async () => {
  requireNode();
  const { values, positionals } = parseArgs({
    options: {
      out: { type: 'string' },
      site: { type: 'string', default: process.env.KOUBAI_SITE ?? '' },
      dist: { type: 'string' },
      opening: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  if (values.opening) {
    return withBuiltPage({ dist: values.dist }, async (browser, address) => {
      const { picture } = await shoot(browser, address, 'v=1&lang=en&theme=light&t=18');
      writeFileSync(join(root, 'public', OPENING), picture);
      process.stdout.write(`public/${OPENING}: ${Math.round(picture.length / 1000)} kB\n`);
    });
  }
  const [list] = positionals;
  if (list === undefined || positionals.length > 1 || values.out === undefined) {
    throw new Unmet('npm run -s previews -- <list of links> --out <folder> [--site https://…/]');
  }
  if (!existsSync(list)) throw new Unmet(`there is no file ${list}`);
  let site;
  try {
    site = siteOf(values.site);
  } catch {
    throw new Unmet(`--site must be a web address, not "${values.site}"`);
  }
  const links = readLinks(readFileSync(list, 'utf8'), basename(list), readdirSync(join(root, 'scenes')));
  const folder = resolve(values.out);
  mkdirSync(folder, { recursive: true });
  await withBuiltPage({ dist: values.dist }, async (browser, address) => {
    for (const { fragment, title, slug } of links) {
      const { language, sentence, heading, picture } = await shoot(browser, address, fragment);
      const file = `${slug}.jpg`;
      const at = site === '' ? '' : `${site}${basename(folder)}/`;
      const page = previewPage({
        ...{ language, file, title: title || heading || 'Koubai 勾配', description: sentence },
        ...{ url: `${at}${slug}.html`, image: at + file, link: `${site || '../'}#${fragment}` },
      });
      writeFileSync(join(folder, file), picture);
      writeFileSync(join(folder, `${slug}.html`), page);
      process.stdout.write(`${slug}.html: ${Math.round(picture.length / 1000)} kB\n`);
    }
  });
});
