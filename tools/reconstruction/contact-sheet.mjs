/*
 * The contact sheet of the scene's guides: pictures that our generator did not make, all that were tried, good and bad, each cut out automatically and answered by
 * the network and, beside it, by the look-up. Writes docs/reconstruction-sheet.png and, with what was tried and how it went, docs/reconstruction-sheet.json.
 * To be run when the network is new, after kin.mjs. Needs Chromium (for the lettering) and Debian's sweethome3d-furniture.
 *
 *   node tools/reconstruction/contact-sheet.mjs [--furniture DIR] [--out docs/reconstruction-sheet]
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { builtForNode } from '../build-node.mjs';
import { launchChromium } from '../chromium.mjs';
import { root } from '../ensure.mjs';
import { withPalette } from '../palette.mjs';
import { sheetHtml } from './sheetHtml.mjs';

/** A pane is 92 CSS pixels wide; the picture has two pixels for each. */
const EDGE = 184;

const { values } = parseArgs({
  options: {
    furniture: { type: 'string', default: '/usr/share/sweethome3d/furniture' },
    out: { type: 'string', default: join(root, 'docs/reconstruction-sheet') },
  },
});
if (!existsSync(values.furniture)) {
  console.error(`${values.furniture} is not there: apt-get install sweethome3d-furniture`);
  process.exit(2);
}
const kit = /** @type {typeof import('./sheetKit.ts')} */ (
  await import(await builtForNode(root, 'tools/reconstruction/sheetKit.ts', ['tools/reconstruction']))
);
const tiles = await kit.tilesOf(root, values.furniture, EDGE);
const tried = JSON.stringify(tiles.map((tile) => tile.tried));
writeFileSync(
  `${values.out}.json`,
  await format(tried, { ...(await resolveConfig(`${values.out}.json`)), parser: 'json' }),
);

const browser = await launchChromium();
try {
  const page = await browser.newPage({ viewport: { width: 1000, height: 800 }, deviceScaleFactor: 2 });
  await page.setContent(sheetHtml(tiles), { waitUntil: 'load' });
  const picture = withPalette(await page.screenshot({ fullPage: true, animations: 'disabled' }));
  writeFileSync(`${values.out}.png`, picture);
  console.log(`${values.out}.png: ${tiles.length} inputs, ${Math.round(picture.length / 1000)} kB`);
} finally {
  await browser.close();
}
