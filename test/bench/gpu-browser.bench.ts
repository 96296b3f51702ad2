import { launchChromium } from '../../tools/chromium.mjs';
import { openPageAt } from '../browser/chromium.ts';
import { servePage } from '../browser/servePage.ts';
import type { Bench } from './bench.ts';
import { gridCases, swarmCases } from './cases.ts';

const PAIRS = 7;

/** In Chromium, minified, under the policy: each backend and the device's own choice against hand-written JavaScript. */
const bench: Bench = async (report) => {
  // npm runs its scripts in the checkout's root.
  const served = await servePage(process.cwd(), 'gpu-page');
  const browser = await launchChromium();
  const page = await openPageAt(browser, '', { base: served.url });
  for (const { name } of [...gridCases, ...swarmCases]) {
    const { choice, plainMs, ms, ratio, off, allowed } = await page.evaluate(
      ([wanted, pairs]) => gpuPage.timeCase(wanted, pairs),
      [name, PAIRS] as const,
    );
    for (const side of ['webgl2', 'webasm'] as const) {
      if (!(off[side] <= allowed)) throw new Error(`${side}, ${name}: off by ${off[side]}, allowed ${allowed}`);
      const figures = { ratio: ratio[side], ms: ms[side], plainMs, off: off[side] };
      report(`${name}: ${side} in Chromium / plain JavaScript`, figures);
    }
    const fastest = Math.min(ms.webgl2, ms.webasm);
    report(`${name}: chosen (${choice}) / the faster of the two`, { ratio: ms.chosen / fastest, ms: ms.chosen });
  }
  await browser.close();
  served.close();
};
export default bench;
