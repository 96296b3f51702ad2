import { availableParallelism } from 'node:os';
import { launchChromium } from '../../tools/chromium.mjs';
import { openPageAt } from '../browser/chromium.ts';
import { servePage } from '../browser/servePage.ts';
import type { Bench } from './bench.ts';

/** Training the shipped maps in headless Chromium, from the click to the map file: ≤ 60 s on two cores, aim 30. */
const bench: Bench = async (report) => {
  const served = await servePage(process.cwd(), 'training-page');
  const browser = await launchChromium();
  const page = await openPageAt(browser, '', { base: served.url });
  const workers = availableParallelism();
  const { seconds, sha256, errors } = await page.evaluate((count) => trainingPage.train({}, count), workers);
  report('6,000 samples × 30 maps in Chromium', { seconds, workers, error: errors.at(-1) ?? NaN, sha256 });
  await browser.close();
  served.close();
};
export default bench;
