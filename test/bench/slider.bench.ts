import { launchChromium } from '../../tools/chromium.mjs';
import { openPageAt } from '../browser/chromium.ts';
import { median, type Bench } from './bench.ts';
import { watchDrawing, type DrawnFrames } from './drawnFrames.ts';

const moves = 60;

/**
 * From a learning rate's `input` event to the picture that shows it, the GPU's work included, at rest at the last
 * step: the whole path is recomputed and redrawn.
 */
const bench: Bench = async (report, { serveApp }) => {
  const base = await serveApp();
  const browser = await launchChromium();
  const page = await openPageAt(browser, '#v=1&t=30&lang=en', { base, before: watchDrawing });
  await page.getByRole('slider', { name: 'SGD: Learning rate' }).waitFor();
  await page.waitForLoadState('networkidle');
  const { times, tasks } = await page.evaluate(async (count) => {
    const { koubaiDrawn } = globalThis as unknown as { koubaiDrawn: DrawnFrames };
    const sliders = [...document.querySelectorAll<HTMLInputElement>('input[type="range"]')];
    const slider = sliders.find((input) => input.getAttribute('aria-label') === 'SGD: Learning rate');
    const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    if (!slider || !setValue) throw new Error('the slider is not there');
    // A scene that still draws by itself would answer a move with a frame that does not show it yet.
    const quiet = () => new Promise<'quiet'>((resolve) => setTimeout(() => resolve('quiet'), 1000));
    const patience = performance.now() + 60_000;
    while ((await Promise.race([koubaiDrawn.next(), quiet()])) !== 'quiet') {
      if (performance.now() > patience) throw new Error('the scene does not come to rest');
    }
    const found: number[] = [];
    for (let i = 0; i < count; i++) {
      // React hears only of values that were not set through its own property.
      setValue.call(slider, String(800 + (i % 2) * 20 - i));
      const drawn = koubaiDrawn.next();
      const begun = performance.now();
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      found.push((await drawn) - begun);
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    // Again as a hand drags, a value a frame, and without waiting for the GPU, which would be a long task of ours.
    const long: number[] = [];
    const note = (entries: PerformanceEntryList) => long.push(...entries.map(({ duration }) => duration));
    const observer = new PerformanceObserver((list) => note(list.getEntries()));
    observer.observe({ type: 'longtask' });
    for (let i = 0; i < count; i++) {
      setValue.call(slider, String(800 + (i % 2) * 20 - i));
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise(requestAnimationFrame);
    }
    note(observer.takeRecords());
    observer.disconnect();
    return { times: found, tasks: long };
  }, moves);
  const sorted = [...times].sort((a, b) => a - b);
  report('slider to picture, desktop 1280×720', {
    'median ms': median(times),
    'p95 ms': sorted[Math.ceil(0.95 * sorted.length) - 1] ?? NaN,
    moves,
    'tasks over 50 ms': tasks.length,
    'longest task ms': Math.max(0, ...tasks),
  });
  await browser.close();
};
export default bench;
