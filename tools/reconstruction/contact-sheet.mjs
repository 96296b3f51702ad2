/*
 * The contact sheets of the scene's guides: pictures that our generator did not make, all that were tried, good and bad, each cut out as the page does it and
 * answered by the network and, beside it, by the look-up. Writes docs/reconstruction-sheet.png (furniture and outlines) and docs/reconstruction-photographs.png, beside
 * each what was tried and how it went, as JSON; and how the photographs' answers were judged (verdicts.mjs) into the guides and the READMEs.
 * To be run when the network is new, after kin.mjs. Needs Chromium (for the lettering) and Debian's sweethome3d-furniture.
 *
 *   node tools/reconstruction/contact-sheet.mjs [--furniture DIR]
 *   node tools/reconstruction/contact-sheet.mjs --blind DIR     the photographs alone, without figures or verdicts: for those who judge
 *   node tools/reconstruction/contact-sheet.mjs --verdicts      the verdicts into the texts, no sheet
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { builtForNode } from '../build-node.mjs';
import { launchChromium } from '../chromium.mjs';
import { root } from '../ensure.mjs';
import { withPalette } from '../palette.mjs';
import { sheetHtml } from './sheetHtml.mjs';
import { verdictSentence, verdictTable } from './verdicts.mjs';

/** A pane is 92 CSS pixels wide; the picture has two pixels for each. */
const EDGE = 184;

const { values } = parseArgs({
  options: {
    furniture: { type: 'string', default: '/usr/share/sweethome3d/furniture' },
    blind: { type: 'string' },
    verdicts: { type: 'boolean', default: false },
  },
});
const json = (/** @type {string} */ path) => JSON.parse(readFileSync(join(root, path), 'utf8'));
/** @type {import('./verdicts.mjs').Verdicts} */
const verdicts = json('docs/reconstruction-verdicts.json');
const { crc32: network } = json('assets/reconstruction/network.json');
const judged = verdicts.network === network;
if (!judged) console.warn('docs/reconstruction-verdicts.json is of other weights: judge the answers anew');

if (!values.verdicts) {
  const kit = /** @type {typeof import('./sheetKit.ts')} */ (
    await import(await builtForNode(root, 'tools/reconstruction/sheetKit.ts', ['tools/reconstruction']))
  );
  const photographs = kit.tilesOf(root, await kit.foreignPhotographs(root), EDGE);
  if (values.blind !== undefined) {
    mkdirSync(values.blind, { recursive: true });
    await paint(join(values.blind, 'photographs'), photographs, { blind: true });
  } else {
    if (!existsSync(values.furniture)) {
      console.error(`${values.furniture} is not there: apt-get install sweethome3d-furniture`);
      process.exit(2);
    }
    await sheet('docs/reconstruction-sheet', kit.tilesOf(root, kit.foreignThings(values.furniture), EDGE), {});
    await sheet('docs/reconstruction-photographs', photographs, judged ? { verdicts } : {});
  }
}
if (judged && values.blind === undefined) await tell();

/**
 * @param {string} out
 * @param {readonly import('./sheet.ts').Tile[]} tiles
 * @param {import('./sheetHtml.mjs').Shown} shown
 */
async function sheet(out, tiles, shown) {
  await write(join(root, `${out}.json`), JSON.stringify(tiles.map((tile) => tile.tried)));
  await paint(join(root, out), tiles, shown);
}

/**
 * @param {string} out without the ending
 * @param {readonly import('./sheet.ts').Tile[]} tiles
 * @param {import('./sheetHtml.mjs').Shown} shown
 */
async function paint(out, tiles, shown) {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1000, height: 800 }, deviceScaleFactor: 2 });
    await page.setContent(sheetHtml(tiles, shown), { waitUntil: 'load' });
    const picture = withPalette(await page.screenshot({ fullPage: true, animations: 'disabled', timeout: 300_000 }));
    writeFileSync(`${out}.png`, picture);
    console.log(`${out}.png: ${tiles.length} inputs, ${Math.round(picture.length / 1000)} kB`);
  } finally {
    await browser.close();
  }
}

/** Into the guides a table, into the READMEs a sentence. */
async function tell() {
  for (const [page, language] of /** @type {const} */ ([
    ['docs/reconstruction.md', 'en'],
    ['docs/reconstruction.ja.md', 'ja'],
    ['README.md', 'en'],
    ['README.ja.md', 'ja'],
  ])) {
    const file = join(root, page);
    const text = readFileSync(file, 'utf8');
    const marked = /(<!-- verdicts -->)[\s\S]*?(<!-- \/verdicts -->)/;
    if (!marked.test(text)) throw new Error(`${page} has no <!-- verdicts --> … <!-- /verdicts -->`);
    const said = page.startsWith('README') ? verdictSentence(verdicts, language) : verdictTable(verdicts, language);
    await write(
      file,
      text.replace(marked, (_, from, to) => `${from}\n\n${said}\n\n${to}`),
    );
  }
}

/**
 * As Prettier has it, so that `npm run check` is content.
 * @param {string} file
 * @param {string} text
 */
async function write(file, text) {
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
}
