import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { refusal } from '../../src/params/spec.ts';
import { paramsOf } from '../../src/optimizers/index.ts';
import { MAX_ENABLED } from '../../scenes/optimizers/state/defaults.ts';
import { sceneParams } from '../../scenes/optimizers/state/limits.ts';
import { normalise, resolve } from '../../scenes/optimizers/state/rules.ts';
import { decode, encode } from '../../scenes/optimizers/state/url.ts';
import { contains } from '../../src/surfaces/domain.ts';
import { anyOverrides } from './arbitrary.ts';

const SEED = 20250201;
const run = (runs: number) => ({ seed: SEED, numRuns: runs });

test(`a link brings any valid state back, every bit of it, without a notice (seed ${SEED})`, () => {
  fc.assert(
    fc.property(anyOverrides, (overrides) => {
      const { overrides: back, notices } = decode(`https://example.org/#${encode(overrides)}`);
      expect(notices).toEqual([]);
      expect(back).toEqual(normalise(overrides));
      // toEqual treats −0 and 0 as different and compares every digit.
      expect(resolve(back)).toEqual(resolve(overrides));
    }),
    run(500),
  );
});

test(`one picture has one link: encode after decode gives the same text (seed ${SEED})`, () => {
  fc.assert(
    fc.property(anyOverrides, (overrides) => {
      const link = encode(overrides);
      expect(encode(decode(link).overrides)).toBe(link);
      // Nothing in it that a messenger or a wiki would cut off or escape again.
      expect(link).toMatch(/^[\w.~!'()*:;,/=&%-]*$/);
    }),
    run(500),
  );
});

describe('what a link looks like', () => {
  test.each([
    [{}, ''],
    [{ view: 'book' }, 'v=1&view=book'],
    [{ presenting: true, loop: false }, 'v=1&present=1'],
    [{ surface: 'bowl', start: [-7, 2], steps: 30, runs: { sgd: { enabled: true, params: { lr: 0.95 } } } }, ''],
    [{ surface: 'rosenbrock', start: [-1.2, 1] }, 'v=1&s=rosenbrock'],
    [{ formula: 'x^2 + y^2', domain: [-1, 1, -2, 2] }, 'v=1&f=x%5E2%20%2B%20y%5E2&d=-1,1,-2,2'],
    [
      { runs: { adam: { semantics: 'torch', params: { lr: 0.01, beta1: 0.8 } }, sgd: { enabled: false } } },
      'v=1&o=-sgd,adam.torch;lr:0.01;beta1:0.8',
    ],
    [
      { t: 12.5, camera: { azimuth: 1, elevation: 20.12349, zoom: 1, pan: [0, 0, -1] } },
      'v=1&c=1,20.123,1,0,0,-1&t=12.5',
    ],
  ] as const)('%j is #%s', (overrides, link) => {
    expect(encode(overrides)).toBe(link);
  });
});

describe('what cannot be used is named, and the default stands in its place', () => {
  const invalid = (part: string, value: string) => ({ part, value, reason: 'invalid' });
  test.each([
    ['v=1&s=nowhere', [invalid('s', 'nowhere')]],
    ['v=1&s=toString', [invalid('s', 'toString')]],
    ['v=1&x=1', [invalid('x', '1')]],
    ['v=1&x=1,NaN', [invalid('x', '1,NaN')]],
    ['v=1&x=99,0', [invalid('x', '99,0')]],
    ['v=1&n=0', [invalid('n', '0')]],
    ['v=1&n=2001', [invalid('n', '2001')]],
    ['v=1&n=12.5', [invalid('n', '12.5')]],
    ['v=1&n=0x10', [invalid('n', '0x10')]],
    ['v=1&a=anisotropy:-1', [invalid('a', 'anisotropy:-1')]],
    ['v=1&a=no_such:1', [invalid('a', 'no_such:1')]],
    ['v=1&f=alert(1)', [invalid('f', 'alert(1)')]],
    ['v=1&f=x%5E2&d=1,0,0,1', [invalid('d', '1,0,0,1')]],
    ['v=1&f=x%5E2&d=999999,999999.5,0,1', [invalid('d', '999999,999999.5,0,1')]],
    ['v=1&d=-1,1,-1,1', [invalid('d', '-1,1,-1,1')]],
    ['v=1&view=3d', [invalid('view', '3d')]],
    ['v=1&plan=yes', [invalid('plan', 'yes')]],
    ['v=1&present=on', [invalid('present', 'on')]],
    ['v=1&card=No%20card', [invalid('card', 'No card')]],
    ['v=1&c=1,2,3', [invalid('c', '1,2,3')]],
    ['v=1&c=0,95,1,0,0,0', [invalid('c', '0,95,1,0,0,0')]],
    ['v=1&t=-1', [invalid('t', '-1')]],
    ['v=1&t=1e999', [invalid('t', '1e999')]],
    ['v=1&lang=fr', [invalid('lang', 'fr')]],
    ['v=1&o=sgdd', [invalid('o', 'sgdd')]],
    ['v=1&o=constructor', [invalid('o', 'constructor')]],
    ['v=1&o=sgd;lr:-1', [invalid('o', 'sgd;lr:-1')]],
    ['v=1&o=sgd;lr:1:2', [invalid('o', 'sgd;lr:1:2')]],
    ['v=1&o=sgd;momentum:1', [invalid('o', 'sgd;momentum:1')]],
    ['v=1&o=adamax.book', [invalid('o', 'adamax.book')]],
    ['v=1&o=sgd;lr:0.5,,adam', [invalid('o', '')]],
    ['v=7', [{ part: 'v', value: '7', reason: 'newer' }]],
    ['v=one', [invalid('v', 'one')]],
    ['hello', [{ part: 'hello', value: '', reason: 'unknown' }]],
    ['v=1&utm_source=mail', [{ part: 'utm_source', value: 'mail', reason: 'unknown' }]],
    ['v=1&__proto__=1', [{ part: '__proto__', value: '1', reason: 'unknown' }]],
    ['v=1&n=%E0%A4%A', [invalid('n', '%E0%A4%A')]],
  ])('#%s', (link, notices) => {
    const decoded = decode(link);
    expect(decoded.notices.map(({ part, value, reason }) => ({ part, value, reason }))).toEqual(notices);
    const kept = link.includes('sgd;lr:0.5') ? { runs: { sgd: { params: { lr: 0.5 } } } } : {};
    const formula = link.includes('f=x') ? { formula: 'x^2' } : {};
    expect(decoded.overrides).toEqual({ ...kept, ...formula });
  });

  test('the rest of the link is used', () => {
    const { overrides, notices } = decode('v=1&s=beale&x=900,0&n=50&o=sgd;lr:0.001,adam;beta1:7');
    expect(overrides).toEqual({ surface: 'beale', steps: 50, runs: { sgd: { params: { lr: 0.001 } } } });
    expect(notices.map(({ part }) => part)).toEqual(['x', 'o']);
  });

  test('one optimizer too many is named, not dropped in silence', () => {
    const { overrides, notices } = decode('v=1&o=nesterov,rmsprop,adadelta,lion');
    expect(resolve(overrides).runs.filter(({ enabled }) => enabled)).toHaveLength(MAX_ENABLED);
    expect(notices).toEqual([invalid('o', 'adam'), invalid('o', 'lion')]);
  });

  test('a link that was cut off for its length says so', () => {
    // The cut falls inside the number, which must not become another number.
    for (const [before, overrides] of [
      [`v=1&view=book&${'&'.repeat(7983)}`, { view: 'book' }],
      ['&'.repeat(9000), {}],
    ] as const) {
      expect(decode(`${before}n=1000&plan=0`)).toEqual({
        overrides,
        notices: [expect.objectContaining({ reason: 'invalid' })],
      });
    }
    expect(decode(`n=${'9'.repeat(10_000)}`).notices).toHaveLength(1);
  });

  test('the longest formula fits into a link', () => {
    const formula = Array<string>(48).fill('x^2 + y').join(' + ');
    expect(decode(encode({ formula })).overrides.formula).toBe(formula);
  });
});

/** Fragments that almost are links: keys of ours, pieces of ours and of others, in any order and any number. */
const nearly = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        'v',
        's',
        'f',
        'd',
        'a',
        'x',
        'n',
        'sel',
        'view',
        'h',
        'ex',
        'cut',
        'k',
        'c',
        't',
        'o',
        'sp',
        'é',
      ),
      fc.oneof(
        fc.string({ maxLength: 12 }),
        fc.constantFrom('rosenbrock', 'x^2', '1,1', '-1,1,-1,1', 'sgd;lr:1', '-adam', '1e308', '-0', 'lion.book', '%'),
        fc.double().map(String),
      ),
    ),
    { maxLength: 8 },
  )
  .map((pairs) => pairs.map(([key, value]) => `${key}=${value}`).join('&'));

test(`2,000 pieces of junk never throw, and leave a state in which every number is valid (seed ${SEED})`, () => {
  fc.assert(
    fc.property(fc.oneof(nearly, fc.string({ maxLength: 60 }), fc.string({ unit: 'binary' })), (junk) => {
      const { overrides } = decode(`#${junk}`);
      const state = resolve(overrides);
      expect(contains(state.surface.domain, ...state.start)).toBe(true);
      for (const name of ['steps', 'exaggeration', 'swarmCount', 'speed'] as const) {
        expect(refusal(sceneParams[name], state[name])).toBeNull();
      }
      expect(Number.isFinite(state.cut)).toBe(true);
      expect(state.runs.filter(({ enabled }) => enabled).length).toBeLessThanOrEqual(MAX_ENABLED);
      for (const { optimizer, semantics, params } of state.runs) {
        const specs = paramsOf(optimizer, semantics);
        expect(Object.keys(params)).toEqual(Object.keys(specs));
        for (const [name, value] of Object.entries(params)) expect(refusal(specs[name]!, value)).toBeNull();
      }
      expect(decode(encode(overrides)).notices).toEqual([]);
    }),
    run(2000),
  );
});
