import { describe, expect, it } from 'vitest';
import { fixed } from '../../src/registration/anneal.ts';
import { icpMethods, settingsOf, type IcpMethodId } from '../../src/registration/recipes.ts';
import { prepareCloud } from '../../src/registration/prepare.ts';

/** A box of 4 × 2 × 1, corners and centre: half extent 2, diagonal √21, every point's nearest one at distance 1 but the centre's. */
const box = prepareCloud({
  points: Float64Array.from([
    ...[0, 4].flatMap((x) => [0, 2].flatMap((y) => [0, 1].flatMap((z) => [x, y, z]))),
    ...[2, 1, 0.5],
  ]),
});
const diagonal = Math.sqrt(21);

describe('settingsOf', () => {
  it('the plain members do just what they are told: no kernel, no limit, source searches, 200 iterations, the issue’s tolerances', () => {
    for (const [method, estimation] of [
      ['icp-point', 'point'],
      ['icp-plane', 'plane'],
      ['gicp', 'gicp'],
    ] as const) {
      const { translationTolerance, ...rest } = settingsOf(method, {}, box);
      expect(rest).toEqual({
        estimation,
        search: 'source',
        kernel: 'none',
        scale: null,
        keep: 0.7,
        maxDistance: null,
        maxNormalAngle: null,
        maxIterations: 200,
        rotationTolerance: 1e-4,
      });
      expect(translationTolerance).toBeCloseTo(1e-5 * diagonal, 15);
    }
  });

  it('what is chosen replaces the method’s own', () => {
    const chosen = { kernel: 'trimmed', search: 'target', maxDistance: 3, maxNormalAngle: 0.5, keep: 0.4 } as const;
    for (const method of Object.keys(icpMethods) as IcpMethodId[]) {
      expect(settingsOf(method, { ...chosen, maxIterations: 7 }, box)).toMatchObject({
        ...chosen,
        maxDistance: fixed(3),
        maxIterations: 7,
        scale: null,
      });
    }
  });

  it('a kernel without a scale anneals from a tenth of the diagonal to three spacings, and never widens', () => {
    expect(settingsOf('icp-plane', { kernel: 'tukey' }, box).scale).toEqual({ from: 3, to: 3, factor: 0.9 });
    const grid = prepareCloud({
      points: Float64Array.from({ length: 3 * 1000 }, (_, i) => Math.floor(i / 3 / 10 ** (i % 3)) % 10),
    });
    const { scale } = settingsOf('icp-plane', { kernel: 'huber' }, grid);
    expect(scale!.to).toBe(3);
    expect(scale!.from).toBe(3);
    const fine = prepareCloud({ points: Float64Array.from({ length: 300 }, (_, i) => (i % 3 === 0 ? i / 300 : 0)) });
    const long = settingsOf('icp-point', { kernel: 'welsch' }, fine).scale;
    expect(long!.from).toBeCloseTo(0.099, 12);
    expect(long!.to).toBeCloseTo(0.03, 12);
  });

  it('lengths of the tuned members are in half extents of the target', () => {
    for (const method of ['icp-robust', 'icp-finish'] as const) {
      const { scale, maxDistance } = settingsOf(method, {}, box);
      const recipe = icpMethods[method];
      for (const [length, own] of [
        [scale, recipe.scale],
        [maxDistance, recipe.maxDistance],
      ] as const) {
        if (own === null) expect(length).toBeNull();
        else expect(length).toEqual({ from: own.from * 2, to: own.to * 2, factor: own.factor });
      }
    }
    expect(settingsOf('icp-finish', {}, box).scale).toEqual({ from: 0.5, to: 0.1, factor: 0.9 });
  });
});
