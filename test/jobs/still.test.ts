import { expect, test } from 'vitest';
import { basinColours } from '../../src/basins/colours.ts';
import { paintBasins, restScale } from '../../src/basins/paint.ts';
import type { BasinMap } from '../../src/basins/types.ts';
import { decodePng } from '../../src/io/images/png.ts';
import { basinMap } from '../../src/jobs/basinShares.ts';
import { localCrew } from '../../src/jobs/crew/local.ts';
import type { BasinSpec } from '../../src/jobs/specs.ts';
import { basinStill } from '../../src/jobs/still.ts';
import { surfaceSpec } from '../gpu/specs.ts';

const sgd = (size: number): BasinSpec => {
  const surface = surfaceSpec('himmelblau');
  const params = { lr: 0.01, weight_decay: 0 };
  return { surface, optimizer: 'sgd', semantics: 'torch', params, steps: 200, window: surface.domain, size };
};
const crew = localCrew(2);
const coarse = (await basinMap({ basin: sgd(16) }, crew)).map;

/** Half a red pixel and a blue one beside the left border, and one that lies beyond it. */
const stamp = { x: -1, y: 5, width: 3, pixels: Uint8ClampedArray.of(9, 9, 9, 255, 255, 0, 0, 128, 0, 0, 255, 255) };

test('the still of a map is the map, finer, in the hues and shades of the one on view, with its stamps', async () => {
  // On view they stand in another order.
  const before: BasinMap = { ...coarse, minima: coarse.minima.toReversed() };
  const scale = restScale(coarse);
  const parts: number[] = [];
  const onProgress = (part: number) => parts.push(part);
  const png = await basinStill({ basin: sgd(300), theme: 'dark', before, scale }, [stamp], crew, { onProgress });
  const { data, width, height } = decodePng(png);
  expect([width, height]).toEqual([300, 300]);
  const { map } = await basinMap({ basin: sgd(300) }, crew);
  const labels = map.labels.map((label) => (label < 4 ? 3 - label : label));
  const expected = paintBasins({ ...map, labels, minima: before.minima }, basinColours('dark'), scale);
  const at = 4 * 5 * 300;
  const half = [255, 0, 0].map((to, c) => Math.round(expected[at + c]! + (128 / 255) * (to - expected[at + c]!)));
  expect([...data.slice(at, at + 4)]).toEqual([...half, 255]);
  expect([...data.slice(at + 4, at + 8)]).toEqual([0, 0, 255, 255]);
  expected.set(data.slice(at, at + 8), at);
  expect(Buffer.compare(Buffer.from(data), Buffer.from(expected))).toBe(0);
  expect(parts).toEqual(parts.toSorted((a, b) => a - b));
  expect(parts.at(-1)).toBeLessThan(1);
});

test('given up, it is no picture', async () => {
  const stop = { aborted: false };
  const setup = { basin: sgd(600), theme: 'light', before: coarse, scale: restScale(coarse) } as const;
  const still = basinStill(setup, [], crew, { stop, onProgress: () => (stop.aborted = true) });
  await expect(still).rejects.toMatchObject({ name: 'AbortError' });
});
