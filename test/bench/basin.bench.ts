import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { createCollection } from '../../src/basins/collect.ts';
import { tilesOf } from '../../src/basins/cells.ts';
import { NODE_MODES, openDevice } from '../../src/gpu/device.ts';
import { openNodeCrew } from '../../src/cli/registration/nodeCrew.ts';
import { basinTiles, TILE } from '../../src/jobs/basin.ts';
import { basinMap } from '../../src/jobs/basinShares.ts';
import type { BasinSpec, BasinTilesResult, BasinTilesSpec } from '../../src/jobs/specs.ts';
import { launchChromium } from '../../tools/chromium.mjs';
import { plainBasins } from '../basins/plain.ts';
import { openPageAt } from '../browser/chromium.ts';
import { servePage } from '../browser/servePage.ts';
import { surfaceSpec } from '../gpu/specs.ts';
import { median, medianRatio, type Bench } from './bench.ts';

const [SIZE, STEPS, LR, RUNS] = [512, 500, 0.01, 5];
/** Labels that must be those of doubles; near an edge a rounding decides. */
const AGREEING = 0.999;

const basinOf = (size: number): BasinSpec => {
  const surface = surfaceSpec('himmelblau');
  const params = { lr: LR, weight_decay: 0 };
  return { surface, optimizer: 'sgd', semantics: 'torch', params, steps: STEPS, window: surface.domain, size };
};
const whole = (basin: BasinSpec): BasinTilesSpec => ({ basin, tiles: tilesOf(basin, TILE) });

/** Himmelblau, SGD at .01, 512² starts × 500 updates: where each ends, and when it came to rest. */
const bench: Bench = async (report) => {
  const basin = basinOf(SIZE);
  const spec = whole(basin);
  const plain = plainBasins(SIZE, STEPS, LR);
  const perSecond = (milliseconds: number) => (1000 * SIZE ** 2) / milliseconds;
  const title = `Himmelblau, SGD, ${SIZE}² × ${STEPS}`;

  const agreement = (found: Pick<BasinTilesResult, 'labels' | 'rests' | 'minima'>): number => {
    const collection = createCollection(basin.surface, basin);
    collection.add(spec.tiles, found);
    const { labels } = collection.map();
    const share = labels.reduce((sum, label, cell) => sum + Number(label === plain.labels[cell]), 0) / labels.length;
    if (!(share >= AGREEING)) throw new Error(`only ${share} of the labels are those of doubles`);
    return share;
  };

  const before = numpy();
  for (const override of ['webasm', 'cpu'] as const) {
    const device = await openDevice({ modes: NODE_MODES, thread: 'node', override });
    const labels = agreement(await basinTiles(spec, device));
    const pairs = override === 'cpu' ? 1 : RUNS;
    const { ratio, candidateMs, referenceMs } = await medianRatio(
      () => basinTiles(spec, device),
      () => plainBasins(SIZE, STEPS, LR),
      pairs,
    );
    device.close();
    report(`${title}: ${override} in Node / plain JavaScript`, {
      ratio,
      startsPerSecond: perSecond(candidateMs),
      plainStartsPerSecond: perSecond(referenceMs),
      ms: candidateMs,
      agreement: labels,
    });
    if (override !== 'webasm') continue;
    // Before and after, as the machine may have more to do at one time than at another.
    const both = [before, numpy()].filter((one) => one !== null);
    if (both.length === 0) report(`${title}: no NumPy here to compare with`);
    else {
      const rests = median(both.flatMap((one) => one.rests));
      const ends = median(both.flatMap((one) => one.ends));
      const threads = availableParallelism();
      const crewMs = await crewMilliseconds(basin, threads);
      for (const [who, ms] of [
        ['one thread', candidateMs],
        [`${threads} threads, as koubai basin has`, crewMs],
      ] as const)
        report(`${title}: webasm in Node, ${who} / NumPy float32, which has one`, {
          ratio: ms / rests,
          faster: rests / ms,
          fasterThanEndsAlone: ends / ms,
          startsPerSecond: perSecond(ms),
          numpyStartsPerSecond: perSecond(rests),
        });
    }
  }

  // npm runs its scripts in the checkout's root.
  const served = await servePage(process.cwd(), 'gpu-page');
  const browser = await launchChromium();
  const page = await openPageAt(browser, '', { base: served.url });
  for (const mode of ['webasm', 'webgl2'] as const) {
    for (const [size, asked] of [
      [SIZE, spec],
      [1024, whole(basinOf(1024))],
    ] as const) {
      const found = await page.evaluate(([wanted, work, runs]) => gpuPage.timeBasin(wanted, work, runs), [
        mode,
        asked,
        size === SIZE ? 3 : 1,
      ] as const);
      const ms = median(found.milliseconds);
      const labels =
        size === SIZE
          ? agreement({ ...found, labels: Uint16Array.from(found.labels), rests: new Uint16Array(size ** 2) })
          : NaN;
      report(`Himmelblau, SGD, ${size}² × ${STEPS}: ${mode} in Chromium`, {
        startsPerSecond: (1000 * size ** 2) / ms,
        coarseMs: found.coarseMs,
        ms,
        ...(size === SIZE && { agreement: labels }),
      });
    }
  }
  await browser.close();
  served.close();
};
export default bench;

async function crewMilliseconds(basin: BasinSpec, threads: number): Promise<number> {
  const crew = await openNodeCrew(threads);
  const times: number[] = [];
  for (let run = 0; run <= RUNS; run++) {
    const begun = performance.now();
    await basinMap({ basin, backend: 'webasm' }, crew);
    times.push(performance.now() - begun);
  }
  crew.close();
  return median(times.slice(1));
}

/** Milliseconds of Debian's NumPy; null where it is not there. */
function numpy(): { readonly rests: readonly number[]; readonly ends: readonly number[] } | null {
  const args = ['test/bench/numpy_basin.py', SIZE, STEPS, LR, 3].map(String);
  const { status, stdout } = spawnSync('/usr/bin/python3', args, { encoding: 'utf8' });
  return status === 0 ? (JSON.parse(stdout) as { rests: number[]; ends: number[] }) : null;
}
