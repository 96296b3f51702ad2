/**
 * `node tools/endurance.mjs [minutes]` (10 if not said): plays and drags on the built page and prints, as JSON, the heap after
 * forced collections and what three holds on the GPU. Exits with 1 when either grows. `--dist` names another build.
 */
import { parseArgs } from 'node:util';
import { withBuiltPage } from './chromium.mjs';
import { requireNode, runTool, Unmet } from './ensure.mjs';

const SAMPLES = 20;
/**
 * Code that V8 compiles as it warms up, and drops and compiles again after collections, makes the heap jump by as much as a leak
 * would raise it: interpreted and kept, only the page's own data changes.
 */
const interpreted = '--js-flags=--no-sparkplug --no-maglev --no-turbofan --no-flush-bytecode';
/** Where the canvas is free of panels. */
const middle = /** @type {const} */ ([490, 260]);
/** Caches fill and code is compiled in this share of the run; what follows must be flat. */
const WARM_UP = 0.4;
/** Bytes that the floor may rise by: what a collection leaves differs by as much. A swarm's result (64 kB) leaked a second is far more. */
const MOST = 512_000;

/** @typedef {{ frames(): number, t(): number, memory(): { geometries: number, textures: number }, programs(): number }} Scene */
/** @typedef {{ minute: number, heap: number, buffers: number, nodes: number, geometries: number, textures: number, programs: number }} Sample */

/**
 * How much the floor under `value` rises from the first half of `samples` to the second: a collection may come at a
 * bad moment and leave much, so that single samples jump, but what leaks never goes down again.
 * @param {readonly Sample[]} samples
 * @param {(sample: Sample) => number} value
 */
function riseOf(samples, value) {
  const middle = Math.ceil(samples.length / 2);
  const [early, late] = [samples.slice(0, middle), samples.slice(middle)];
  const floor = (/** @type {readonly Sample[]} */ half) => Math.min(...half.map(value));
  return floor(late) - floor(early);
}

/**
 * Half a minute of a visitor at most: a learning rate up and down, the camera round, the step to and fro, while it plays.
 * @param {import('playwright-core').Page} page
 * @param {() => boolean} goOn
 */
async function drag(page, goOn) {
  const { mouse } = page;
  const across = async (/** @type {string} */ name) => {
    const box = await page.getByRole('slider', { name, exact: true }).boundingBox();
    if (!box) throw new Error(`there is no slider ${name}`);
    const at = (/** @type {number} */ share) => [box.x + share * box.width, box.y + box.height / 2];
    const [x = 0, y = 0] = at(0.7);
    await mouse.move(x, y);
    await mouse.down();
    for (const share of [0.4, 0.75, 0.6]) await mouse.move(...pair(at(share)), { steps: 5 });
    await mouse.up();
  };
  for (const name of ['SGD: Learning rate', 'Adam: Learning rate', 'Step']) {
    if (!goOn()) return;
    await across(name);
    await page.waitForTimeout(400);
  }
  await mouse.move(...middle);
  await mouse.down();
  for (const by of [-80, 80, 0]) await mouse.move(middle[0] + by, middle[1], { steps: 4 });
  await mouse.up();
  // Dragging the step pauses; on with it, from the start at the end.
  const play = page.getByRole('button', { name: 'Play', exact: true });
  if (await play.isVisible()) await play.click();
  await page.waitForTimeout(1500);
}

/** @type {(numbers: readonly number[]) => [number, number]} */
const pair = ([x = 0, y = 0]) => [x, y];

runTool(async () => {
  requireNode();
  const { values, positionals } = parseArgs({ options: { dist: { type: 'string' } }, allowPositionals: true });
  const minutes = Number(positionals[0] ?? 10);
  if (!(minutes > 0)) throw new Unmet(`"${positionals[0] ?? ''}" is no number of minutes`);
  await withBuiltPage({ dist: values.dist, flags: [interpreted] }, async (browser, address) => {
    const page = await browser.newPage({ viewport: { width: 1000, height: 620 } });
    /** @type {string[]} */
    const errors = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(`${address}?quality=high#v=1&lang=en&loop=1`);
    await page.locator('[data-panel="badge"] .lamp.ok').waitFor({ timeout: 60_000 });
    const session = await page.context().newCDPSession(page);
    const begun = Date.now();
    const elapsed = () => (Date.now() - begun) / 60_000;
    /** @returns {Promise<Sample>} */
    const sample = async () => {
      const minute = elapsed();
      // What one collection only finalizes, the next one frees.
      for (let i = 0; i < 2; i++) await session.send('HeapProfiler.collectGarbage');
      const { usedSize, backingStorageSize } = /** @type {{ usedSize: number, backingStorageSize: number }} */ (
        await session.send('Runtime.getHeapUsage')
      );
      const { nodes } = await session.send('Memory.getDOMCounters');
      const held = await page.evaluate(() => {
        const { scene } = /** @type {{ koubai: { scene: Scene } }} */ (/** @type {unknown} */ (window)).koubai;
        return { ...scene.memory(), programs: scene.programs() };
      });
      return { minute, heap: usedSize, buffers: backingStorageSize, nodes, ...held };
    };
    const samples = [await sample()];
    let drags = 0;
    while (elapsed() < minutes) {
      const due = elapsed() + minutes / SAMPLES;
      while (elapsed() < due) {
        await drag(page, () => elapsed() < due);
        drags++;
      }
      samples.push(await sample());
    }
    const settled = samples.filter(({ minute }) => minute >= WARM_UP * minutes);
    const rise = {
      heapBytes: riseOf(settled, (s) => s.heap),
      bufferBytes: riseOf(settled, (s) => s.buffers),
      nodes: riseOf(settled, (s) => s.nodes),
    };
    const onGpu = (/** @type {Sample} */ s) => JSON.stringify([s.geometries, s.textures, s.programs]);
    const flat = rise.heapBytes <= MOST && rise.bufferBytes <= MOST && new Set(settled.map(onGpu)).size === 1;
    process.stdout.write(`${JSON.stringify({ minutes, drags, flat, rise, errors, samples }, null, 1)}\n`);
    process.exitCode = flat && errors.length === 0 ? 0 : 1;
  });
});
