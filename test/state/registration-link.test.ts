import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { perturbationParams } from '../../src/clouds/params.ts';
import { kernelIds, searches } from '../../src/registration/types.ts';
import { decodeLink, encodeLink, openingLink, sceneAsked } from '../../src/state/link.ts';
import { MAX_PANES, type StartPose } from '../../scenes/registration/state/panes.ts';
import { table, type RegistrationOverrides } from '../../scenes/registration/state/table.ts';
import { curveIds, dataIds } from '../../scenes/registration/state/data.ts';
import { shownMethodIds } from '../../src/registration/methods/index.ts';
import { valueOf } from './arbitrary.ts';

const SEED = 20261128;

/** A number of the range with so many decimals: what a field rounds to when it writes. */
const rounded = (low: number, high: number, decimals: number): fc.Arbitrary<number> =>
  fc.integer({ min: low * 10 ** decimals, max: high * 10 ** decimals }).map((n) => n / 10 ** decimals);

const factors = fc.record(
  Object.fromEntries(Object.entries(perturbationParams).map(([name, spec]) => [name, valueOf(spec)])),
  { requiredKeys: [] },
);

const pane = fc.record({
  method: fc.constantFrom(...shownMethodIds),
  search: fc.constantFrom(null, ...searches),
  kernel: fc.constantFrom(null, ...kernelIds),
  maxDistance: fc.option(fc.double({ min: 1e-9, max: 1e12, noNaN: true })),
});

/** |ω| ≤ 180°, v in the clouds' unit, six decimals. */
const start: fc.Arbitrary<StartPose> = fc.tuple(
  rounded(-103, 103, 6),
  rounded(-103, 103, 6),
  rounded(-103, 103, 6),
  rounded(-2000, 2000, 6),
  rounded(-2000, 2000, 6),
  rounded(-2000, 2000, 6),
);

/** Any valid state of the scene, values that say the default too. */
const anyOverrides = fc.record(
  {
    data: fc.constantFrom(...dataIds),
    seed: fc.integer({ min: 0, max: 2 ** 31 }),
    factors,
    panes: fc.array(pane, { minLength: 1, maxLength: MAX_PANES }),
    selected: fc.integer({ min: 0, max: MAX_PANES - 1 }),
    start,
    overlay: fc.boolean(),
    threads: fc.boolean(),
    residuals: fc.boolean(),
    curve: fc.constantFrom(...curveIds),
    voxel: fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
    camera: fc.record({
      azimuth: rounded(-180, 180, 3),
      elevation: rounded(1, 90, 3),
      zoom: rounded(1, 20, 3),
      pan: fc.tuple(rounded(-50, 50, 3), rounded(-50, 50, 3), rounded(-50, 50, 3)),
    }),
    t: rounded(0, 5000, 2),
    playing: fc.boolean(),
    speed: fc.constantFrom(0.25, 1, 4),
    loop: fc.boolean(),
    presenting: fc.boolean(),
    card: fc.constantFrom('first', 'second-one'),
    language: fc.constantFrom('ja', 'en'),
    theme: fc.constantFrom('light', 'dark'),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<RegistrationOverrides>;

/** The same overrides, keys of the object and of the factors the other way round. */
function turned(overrides: RegistrationOverrides): RegistrationOverrides {
  const back = <T extends object>(value: T): T => Object.fromEntries(Object.entries(value).toReversed()) as T;
  return back({ ...overrides, ...(overrides.factors && { factors: back(overrides.factors) }) });
}

const { rules } = table;

describe('links of the registration scene', () => {
  test(`a link brings any state back, and one state has one link (seed ${SEED})`, () => {
    fc.assert(
      fc.property(anyOverrides, (overrides) => {
        const link = encodeLink(rules, overrides);
        expect(sceneAsked(link)).toBe('registration');
        expect(link).toMatch(/^[\w.~:;,=&%-]*$/);
        const { overrides: back, notices } = decodeLink(rules, link);
        expect(notices).toEqual([]);
        // All but what the data makes no use of, and a pane that is not there.
        const expected = rules.resolve(overrides);
        const used = expected.data === 'spot' ? expected.factors : rules.resolve({}).factors;
        expect(rules.resolve(back)).toEqual({ ...expected, factors: used });
        expect(encodeLink(rules, back)).toBe(link);
        expect(encodeLink(rules, turned(overrides))).toBe(link);
        expect(encodeLink(rules, { ...overrides, selected: expected.selected })).toBe(link);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  test('everything that is the default anyway is left out', () => {
    const { steps: _, t: _t, camera, start: at, card, language, theme, voxel, ...said } = rules.resolve({});
    expect([camera, at, card, language, theme, voxel]).toEqual([null, null, null, null, null, null]);
    expect(encodeLink(rules, said)).toBe(openingLink('registration'));
    expect(openingLink('registration')).toBe('v=1&scene=registration');
  });

  test('methods and their settings, by hand', () => {
    const link =
      'v=1&scene=registration&data=room&m=icp-point;search:target;kernel:huber;limit:0.5~do&x=0,90,0,0.1,0,-2&vox=0.1';
    expect(decodeLink(rules, link)).toEqual({
      overrides: {
        data: 'room',
        panes: [
          { method: 'icp-point', search: 'target', kernel: 'huber', maxDistance: 0.5 },
          { method: 'do', search: null, kernel: null, maxDistance: null },
        ],
        start: [0, 90, 0, 0.1, 0, -2],
        voxel: 0.1,
      },
      notices: [],
    });
    expect(encodeLink(rules, decodeLink(rules, link).overrides)).toBe(link);
  });

  test.each([
    ['data', 'bunny'],
    ['data', 'constructor'],
    ['seed', '-1'],
    ['seed', '1.5'],
    ['seed', '4294967296'],
    ['p', ''],
    ['p', 'noise:0.01;toString:1'],
    ['p', 'noise:-1'],
    ['p', 'missing:1'],
    ['p', 'points:1e9'],
    ['p', 'noise:0.01:2'],
    ['m', ''],
    ['m', 'icp'],
    ['m', 'constructor'],
    ['m', 'icp-point;limit:0'],
    ['m', 'icp-point;limit:-1'],
    ['m', 'icp-point;limit:Infinity'],
    ['m', 'icp-point;kernel:toString'],
    ['m', 'icp-point;search:both'],
    ['m', 'icp-point;colour:red'],
    ['m', 'do~do~do~do~do'],
    ['m', 'do~'],
    ['sel', '4'],
    ['x', '1,2,3'],
    ['x', '0,0,0,0,0,NaN'],
    ['x', '181,0,0,0,0,0'],
    ['x', '150,150,0,0,0,0'],
    ['x', '0,0,0,2e9,0,0'],
    ['vox', '0'],
    ['vox', '-0.1'],
    ['vox', '1e7'],
    ['ov', 'yes'],
    ['th', '2'],
    ['y', 'loss'],
    ['t', '5001'],
    ['lang', 'fr'],
  ])('%s=%s is named and the default stands in its place', (part, value) => {
    expect(decodeLink(rules, `v=1&scene=registration&${part}=${value}`)).toEqual({
      overrides: {},
      notices: [{ part, value, reason: 'invalid' }],
    });
  });

  test(`junk never throws, and what comes of it is a state with a link (seed ${SEED})`, () => {
    const keys = fc.constantFrom('data', 'seed', 'p', 'm', 'sel', 'x', 'vox', 'ov', 'y', 't', 'c', '__proto__', 'o');
    const texts = fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.stringMatching(/^[-a-z0-9.:;,~%]{0,30}$/),
      fc.constantFrom('1', 'spot', 'do', '0,0,0,0,0,0', 'noise:0.01'),
    );
    const junk = fc.array(
      fc.tuple(keys, texts).map((part) => part.join('=')),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(junk, (parts) => {
        const { overrides } = decodeLink(rules, `v=1&scene=registration&${parts.join('&')}`);
        const state = rules.resolve(overrides);
        expect(state.panes[state.selected]).toBeDefined();
        const link = encodeLink(rules, overrides);
        expect(decodeLink(rules, link)).toEqual({ overrides, notices: [] });
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});
