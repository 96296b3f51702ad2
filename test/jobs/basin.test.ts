import { afterEach, describe, expect, test } from 'vitest';
import { tilesOf } from '../../src/basins/cells.ts';
import { createCollection } from '../../src/basins/collect.ts';
import { NODE_MODES, openDevice, type Device } from '../../src/gpu/device.ts';
import { basinTiles, TILE } from '../../src/jobs/basin.ts';
import { basinMap } from '../../src/jobs/basinShares.ts';
import { localCrew } from '../../src/jobs/crew/local.ts';
import { createMainRunner } from '../../src/jobs/mainRunner.ts';
import { optimize } from '../../src/jobs/optimize.ts';
import type { BasinSpec } from '../../src/jobs/specs.ts';
import { plainBasins } from '../basins/plain.ts';
import { surfaceSpec, swarmSpec } from '../gpu/specs.ts';

let device: Device | null = null;
afterEach(() => device?.close());

async function mapOf(basin: BasinSpec, override: string) {
  device = await openDevice({ modes: NODE_MODES, thread: 'node', override });
  const tiles = tilesOf(basin, TILE);
  const collection = createCollection(basin.surface, basin);
  const found = await basinTiles({ basin, tiles }, device);
  collection.add(tiles, found);
  return { ...collection.map(), backend: found.backend };
}

const sgd = (size: number): BasinSpec => {
  const surface = surfaceSpec('himmelblau');
  const params = { lr: 0.01, weight_decay: 0 };
  return { surface, optimizer: 'sgd', semantics: 'torch', params, steps: 500, window: surface.domain, size };
};
const same = (a: ArrayLike<number>, b: ArrayLike<number>, off = 0) =>
  Array.from(a).filter((value, i) => Math.abs(value - b[i]!) <= off).length / a.length;

test('Himmelblau, SGD .01, 500 updates, 512²: all reach one of four minima, labels and rests as by hand in doubles', async () => {
  const { labels, rests, minima, backend } = await mapOf(sgd(512), 'webasm');
  const plain = plainBasins(512, 500, 0.01);
  expect(backend).toBe('webasm');
  expect(minima).toHaveLength(4);
  expect(labels.every((label) => label < 4)).toBe(true);
  expect(same(labels, plain.labels)).toBeGreaterThanOrEqual(0.999);
  // By one where a distance is the reach but for a rounding.
  expect(same(rests, plain.rests, 1)).toBeGreaterThanOrEqual(0.999);
});

describe.each(['cpu', 'float64'] as const)('on %s', (override) => {
  test('the same map, tiles that are not full included', async () => {
    const size = override === 'cpu' ? 70 : 24;
    const { labels, rests, backend } = await mapOf(sgd(size), override);
    const plain = plainBasins(size, 500, 0.01);
    expect(backend).toBe(override);
    expect(same(labels, plain.labels)).toBeGreaterThanOrEqual(0.999);
    expect(same(rests, plain.rests, 1)).toBeGreaterThanOrEqual(0.999);
  });
});

test('a window so small that float32 has no starts for it is computed in float64', async () => {
  const window = [3, 3 + 1e-5, 2, 2 + 1e-5] as const;
  const { labels, backend } = await mapOf({ ...sgd(8), window }, 'webasm');
  expect(backend).toBe('float64');
  expect(new Set(labels)).toEqual(new Set([2]));
});

test('with noise (seed 3) each start ends where the page’s own path from there does', async () => {
  const disturbance = { noise: { sd: 20, batch: 1, seed: 3 }, lrChange: { step: 60, factor: 0.1 } };
  const basin = { ...sgd(16), steps: 40, disturbance };
  device = await openDevice({ modes: NODE_MODES, thread: 'node', override: 'webasm' });
  const tiles = tilesOf(basin, TILE);
  const { rests } = await basinTiles({ basin, tiles }, device);
  const exact = await createMainRunner('a test', undefined).basin({ basin, tiles }, new AbortController().signal);
  expect(exact.backend).toBe('float64');
  expect(same(rests, exact.rests)).toBeGreaterThan(0.97);
  // Otherwise the noise is not put in at all.
  const calm = await basinTiles({ basin: { ...basin, disturbance: {} }, tiles }, device);
  expect(same(rests, calm.rests)).toBeLessThan(0.5);
});

test('heavy ball at .01 diverges where the run does', async () => {
  const { params } = swarmSpec('himmelblau', 'momentum', 'torch', { lr: 0.01 });
  const basin: BasinSpec = { ...sgd(16), optimizer: 'momentum', params };
  const { labels } = await mapOf(basin, 'webasm');
  const at = (column: number, row: number) => -6 + (([column, row][0]! + 0.5) * 12) / 16;
  const exact = Array.from(labels, (_, cell) => {
    const start = [at(cell % 16, 0), at(Math.floor(cell / 16), 0)] as const;
    const { surface, optimizer, semantics, steps } = basin;
    return optimize({ surface, optimizer, semantics, params, steps, start }).status === 'diverged';
  });
  const found = Array.from(labels, (label) => label === 0xffff);
  expect(exact.filter(Boolean).length).toBeGreaterThan(10);
  expect(found.filter((one, cell) => one === exact[cell]).length).toBeGreaterThanOrEqual(0.95 * 256);
});

test('any number of members makes the same map', async () => {
  const maps = await Promise.all(
    [1, 3].map((size) => basinMap({ basin: { ...sgd(130), steps: 60 }, backend: 'webasm' }, localCrew(size))),
  );
  const [one, three] = maps.map(({ map }) => map) as [(typeof maps)[0]['map'], (typeof maps)[0]['map']];
  expect(one.labels).toEqual(three.labels);
  expect(one.rests).toEqual(three.rests);
  expect(one.minima).toEqual(three.minima);
});
