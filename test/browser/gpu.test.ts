import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { optimizerIds, semanticsOf } from '../../src/optimizers/index.ts';
import { surfaceIds } from '../../src/surfaces/index.ts';
import { farthest, surfaceSpec, swarmSpec } from '../gpu/specs.ts';
import { root } from '../../tools/ensure.mjs';
import { servePage, type ServedPage } from './servePage.ts';
import { closePage, expectClean, openPage, useBrowser } from './harness.ts';

/* The jobs in a page's worker: the minified build under the policy, on Chromium's GL in software. */

let served: ServedPage;
beforeAll(async () => {
  served = await servePage(root, 'gpu-page');
});
afterAll(() => served.close());

const browser = useBrowser();

async function withPage(use: (page: Page) => Promise<void>): Promise<void> {
  const page = await openPage(browser(), '', { base: served.url });
  await use(page);
  expectClean(page);
  await closePage(page);
}

const grid = (page: Page, id: (typeof surfaceIds)[number], size = 64) =>
  page.evaluate((spec) => gpuPage.gridOff(spec), { surface: surfaceSpec(id), size });

/*
 * As in test/gpu for webasm. webgl2: SwiftShader's sin and cos are off by 1.9e-4, of which a height or slope keeps up to
 * its share of the grid's largest value; divisions and square roots are within 3e-7.
 */
const gridBounds = {
  webgl2: { exact: 3e-6, transcendental: 4e-4 },
  webasm: { exact: 2e-6, transcendental: 1e-5 },
  float64: { exact: 0, transcendental: 0 },
} as const;
const transcendental: readonly string[] =
  'rastrigin ackley two-gaussians mccormick easom levy-13 griewank schwefel eggholder'.split(' ');
const rules = optimizerIds.flatMap((id) => semanticsOf(id).map((semantics) => ({ id, semantics })));
/** As in test/gpu/swarmKernel.test.ts: still under way after 200 updates. */
const rates: Readonly<Record<string, number>> = {
  adadelta: 1,
  adagrad: 0.3,
  lion: 0.005,
  sgd: 0.1,
  dog: 1,
  prodigy: 0.3,
};

// On webasm: test/jobs/landscapeGpu.test.ts.
test('landscapes of networks as in float64: the kernel on webgl2, and SIMD under the policy (seed 1)', async () => {
  await withPage(async (page) => {
    for (const net of [{}, { hidden: [100], activation: 'relu' }] as const) {
      const off = await page.evaluate((varied) => gpuPage.landscapeOff(varied, 'webgl2'), net);
      const name = JSON.stringify({ ...net, ...off });
      expect(off.mode, name).toBe('webgl2');
      expect(off.kernel, name).toBeLessThan(1e-5);
      expect(off.simd, name).toBeLessThan(1e-5);
    }
  });
});

describe.each(['webgl2', 'webasm', 'float64'] as const)('override %s', (override) => {
  test('all surfaces and all rules as in float64 (seed 1)', async () => {
    await withPage(async (page) => {
      await page.evaluate((asked) => void gpuPage.open(asked), override);
      for (const id of surfaceIds) {
        const { backend, most } = await grid(page, id);
        expect(backend, id).toBe(override);
        const bound = gridBounds[override][transcendental.includes(id) ? 'transcendental' : 'exact'];
        expect(most, id).toBeLessThanOrEqual(override === 'float64' ? bound : Math.max(bound, farthest[id] ?? 0));
      }
      for (const { id, semantics } of rules) {
        const spec = swarmSpec('bowl', id, semantics, { lr: rates[id] ?? 0.01 }, { count: 64 });
        const { backend, median, most } = await page.evaluate((s) => gpuPage.swarmOff(s, 10), spec);
        expect(backend, id).toBe(override);
        expect(median, `${id} ${semantics}`).toBeLessThanOrEqual(override === 'float64' ? 0 : 1e-6);
        expect(most, `${id} ${semantics}`).toBeLessThanOrEqual(override === 'float64' ? 0 : 5e-6);
      }
      // Noise is dealt out by whole numbers, which every backend counts exactly; over two kernels, each particle its own.
      const flock = swarmSpec('bowl', 'sgd', 'torch', { lr: 0.1 }, { count: 4200, step: 20 });
      const noisy = { ...flock, disturbance: { noise: { sd: 2, batch: 1, seed: 1 } } };
      const { backend, most } = await page.evaluate((s) => gpuPage.swarmOff(s, 10), noisy);
      expect([backend, most <= (override === 'float64' ? 0 : 5e-6)], `noisy: ${most}`).toEqual([override, true]);
      const report = await page.evaluate(() => gpuPage.jobs().report());
      expect(report.thread).toBe('worker');
    });
  });

  test('the report says that it was obeyed', async () => {
    await withPage(async (page) => {
      await page.evaluate((asked) => void gpuPage.open(asked), override);
      await grid(page, 'bowl');
      const report = await page.evaluate(async () => gpuPage.jobs().report());
      expect(report.override).toEqual({ asked: override, honoured: true });
      expect(report.chosen.surface).toMatchObject({ backend: override, why: 'override' });
      expect(report.incidents).toEqual([]);
    });
  });
});

test('by itself: both backends pass their self-test, and the choice is the fastest measured', async () => {
  await withPage(async (page) => {
    await page.evaluate(() => void gpuPage.open());
    await grid(page, 'bowl', 256);
    await grid(page, 'rastrigin', 256);
    const { backends, chosen, override, kernelsBuilt } = await page.evaluate(() => gpuPage.jobs().report());
    expect(backends.map(({ id, available }) => [id, available])).toEqual([
      ['webgl2', true],
      ['webasm', true],
      ['float64', true],
    ]);
    expect(override).toBeNull();
    expect(chosen.surface?.why).toBe('measured');
    const times = chosen.surface?.candidates ?? [];
    expect(times).toHaveLength(2);
    expect(chosen.surface?.backend).toBe(times[0]?.backend);
    expect(times[0]?.milliseconds).toBeLessThanOrEqual(times[1]?.milliseconds ?? NaN);
    expect(kernelsBuilt).toBe(4);
  });
});

test('cpu, which would need eval, is refused with a reason; webasm or webgl2 takes its place', async () => {
  await withPage(async (page) => {
    await page.evaluate(() => void gpuPage.open('cpu'));
    expect(['webgl2', 'webasm']).toContain((await grid(page, 'bowl')).backend);
    const report = await page.evaluate(() => gpuPage.jobs().report());
    expect(report.override).toEqual({
      asked: 'cpu',
      honoured: false,
      reason: 'gpu.js builds its cpu kernels with new Function, which the page forbids',
    });
    expect(report.chosen.surface?.why).toBe('override-unavailable');
  });
});

test('a lost GL context: the kernels are built again, the numbers are right, the report says so', async () => {
  await withPage(async (page) => {
    await page.evaluate(() => void gpuPage.open('webgl2'));
    await grid(page, 'bowl');
    await page.evaluate(() => gpuPage.jobs().loseContext());
    const { backend, most } = await grid(page, 'bowl');
    expect(backend).toBe('webgl2');
    expect(most).toBeLessThanOrEqual(gridBounds.webgl2.exact);
    const { incidents, kernelsBuilt } = await page.evaluate(() => gpuPage.jobs().report());
    expect(incidents).toEqual(['webgl2: the context was lost and opened again']);
    expect(kernelsBuilt).toBe(2);
  });
});

test.each(['webgl2', 'webasm'] as const)('moving every number compiles nothing on %s', async (override) => {
  await withPage(async (page) => {
    const built = await page.evaluate(
      async ({ asked, spec }) => {
        const jobs = gpuPage.open(asked);
        await jobs.swarm(spec);
        await jobs.grid({ surface: spec.surface, size: 64 });
        const before = await jobs.kernelsBuilt();
        for (let i = 1; i <= 100; i++) {
          const surface = { ...spec.surface, params: { anisotropy: i }, domain: [-i, i, -1, 1] as const };
          await jobs.grid({ surface, size: 64 });
          await jobs.swarm({ ...spec, surface, step: 20 * i, params: { ...spec.params, lr: i / 100 } });
        }
        return [before, await jobs.kernelsBuilt()];
      },
      { asked: override, spec: swarmSpec('bowl', 'adam', 'book', {}, { count: 64, step: 0 }) },
    );
    expect(built).toEqual([2, 2]);
  });
});

test('of a burst of grids the first and the last are computed; the last slider position wins', async () => {
  await withPage(async (page) => {
    const outcome = await page.evaluate(async (surface) => {
      const jobs = gpuPage.open('webasm');
      const specs = Array.from({ length: 20 }, (_, i) => ({
        surface: { ...surface, params: { anisotropy: i + 1 } },
        size: 64,
      }));
      const results = await Promise.allSettled(specs.map((spec) => jobs.grid(spec)));
      return results.map((result, i) =>
        result.status === 'fulfilled' ? result.value.spec === specs[i] : (result.reason as Error).name,
      );
    }, surfaceSpec('bowl'));
    expect(outcome).toEqual([true, ...Array.from({ length: 18 }, () => 'AbortError'), true]);
  });
});

describe('without any GL', () => {
  const blind = useBrowser(['--disable-gpu', '--disable-software-rasterizer']);

  test('webasm runs, and the report says what is missing', async () => {
    const page = await openPage(blind(), '', { base: served.url });
    await page.evaluate(() => void gpuPage.open());
    const { backend, most } = await grid(page, 'rastrigin');
    expect(backend).toBe('webasm');
    expect(most).toBeLessThanOrEqual(gridBounds.webasm.transcendental);
    const { backends, chosen } = await page.evaluate(() => gpuPage.jobs().report());
    expect(backends[0]).toMatchObject({
      id: 'webgl2',
      available: false,
      reason: 'this browser gives no WebGL 2 context',
    });
    expect(chosen.surface?.why).toBe('only');
    expectClean(page);
    await closePage(page);
  });
});

test('on a plain host, without cross-origin isolation', async () => {
  const plain = await servePage(root, 'gpu-page', { isolated: false });
  const page = await openPage(browser(), '', { base: plain.url });
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
  await page.evaluate(() => void gpuPage.open('webasm'));
  expect((await grid(page, 'beale')).backend).toBe('webasm');
  expectClean(page);
  await closePage(page);
  plain.close();
});
