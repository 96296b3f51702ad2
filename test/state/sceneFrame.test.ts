import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { labRules } from '../../scenes/optimizers/state/rules.ts';
import { decodeLink, encodeLink, FIRST_SCENE, openingLink, sceneAsked } from '../../src/state/link.ts';
import { createSceneStore } from '../../src/state/sceneStore.ts';
import { toyRules } from './toyScene.ts';

const SEED = 20261127;
const invalid = (part: string, value: string) => ({ part, value, reason: 'invalid' });

/** Any state of the toy scene that its own controls could make; values that say the default too. */
const anyToy = fc.record(
  {
    size: fc.integer({ min: 2, max: 9 }),
    lid: fc.boolean(),
    tags: fc.array(fc.stringMatching(/^[a-z]{1,6}$/), { maxLength: 3, minLength: 1 }),
    camera: fc.record({
      azimuth: fc.integer({ min: -180, max: 180 }),
      elevation: fc.integer({ min: 1, max: 90 }),
      zoom: fc.integer({ min: 1, max: 20 }),
      pan: fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 }), fc.constant(0)),
    }),
    t: fc.integer({ min: 0, max: 50 }),
    playing: fc.boolean(),
    speed: fc.constantFrom(0.25, 1, 4),
    loop: fc.boolean(),
    presenting: fc.boolean(),
    card: fc.constantFrom('first', 'second-one'),
    language: fc.constantFrom('ja' as const, 'en' as const),
    theme: fc.constantFrom('light' as const, 'dark' as const),
  },
  { requiredKeys: [] },
);

describe('links of any scene', () => {
  test(`a link of the toy scene names it and brings any state back, and one state has one link (seed ${SEED})`, () => {
    fc.assert(
      fc.property(anyToy, (overrides) => {
        const link = encodeLink(toyRules, overrides);
        expect(link.startsWith('v=1&scene=toy')).toBe(true);
        expect(sceneAsked(`https://example.org/#${link}`)).toBe('toy');
        const { overrides: back, notices } = decodeLink(toyRules, link);
        expect(notices).toEqual([]);
        expect(toyRules.resolve(back)).toEqual(toyRules.resolve(overrides));
        expect(encodeLink(toyRules, back)).toBe(link);
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  test.each([
    ['', FIRST_SCENE],
    ['v=1&s=beale', FIRST_SCENE],
    ['#v=1&scene=toy', 'toy'],
    ['https://example.org/lab/?embed#v=1&scene=toy&size=4', 'toy'],
    ['https://example.org/lab/?scene=toy', FIRST_SCENE],
    ['v=1&scene=no%20such', 'no such'],
  ])('%j asks for %s', (link, scene) => {
    expect(sceneAsked(link)).toBe(scene);
  });

  test('a scene opens by its name alone, the first one by none', () => {
    expect(openingLink('toy')).toBe(encodeLink(toyRules, {}));
    expect(openingLink(FIRST_SCENE)).toBe(encodeLink(labRules, {}));
    expect(encodeLink(labRules, {})).toBe('');
  });

  test.each([
    ['v=1&scene=toy&size=99', {}, [invalid('size', '99')]],
    ['v=1&scene=toy&size=1&lid=0', { size: 1 }, [invalid('lid', '0')]],
    ['v=1&scene=toy&tags=a,B2,c', { tags: ['a', 'c'] }, [invalid('tags', 'B2')]],
    ['v=1&scene=toy&t=51&s=beale', {}, [invalid('t', '51'), { part: 's', value: 'beale', reason: 'unknown' }]],
    ['v=2&scene=toy&size=4', { size: 4 }, [{ part: 'v', value: '2', reason: 'newer' }]],
    ['v=1&scene=other&size=4', { size: 4 }, [invalid('scene', 'other')]],
    ['v=1&scene=toy&tags=%E0%A4%A', {}, [invalid('tags', '%E0%A4%A')]],
  ])('#%s: what cannot be used is named', (link, overrides, notices) => {
    expect(decodeLink(toyRules, link)).toEqual({ overrides, notices });
  });

  test('a scene that there is none of is named, and the optimizers read the rest', () => {
    expect(decodeLink(labRules, 'v=1&scene=nowhere&s=beale&lang=ja')).toEqual({
      overrides: { surface: 'beale', language: 'ja' },
      notices: [invalid('scene', 'nowhere')],
    });
    expect(decodeLink(labRules, 'v=1&scene=optimizers&s=beale').notices).toEqual([]);
  });
});

describe('the store of any scene', () => {
  test('it holds overrides only, counts experiments and says how a change enters the history', () => {
    const store = createSceneStore(toyRules, { size: 3, lid: false, t: 7 });
    expect(store.get()).toMatchObject({ overrides: { lid: false, t: 7 }, kind: 'replace', experiment: 0 });
    const heard: unknown[] = [];
    const end = store.subscribe((now, before) => heard.push([before.state.size, now.state.size]));
    store.update({ size: 5 }, 'replace');
    expect(store.get()).toMatchObject({ overrides: { size: 5, lid: false, t: 7 }, kind: 'replace', experiment: 0 });
    store.begin({ lid: undefined });
    expect(store.get()).toMatchObject({ overrides: { size: 5 }, kind: 'push', experiment: 1 });
    expect(store.get().state).toMatchObject({ size: 5, lid: true, t: null, playing: true });
    store.load({ theme: 'dark' });
    expect(store.get()).toMatchObject({ overrides: { theme: 'dark' }, kind: 'replace', experiment: 2 });
    end();
    store.update({ size: 9 });
    expect(heard).toEqual([
      [3, 5],
      [5, 5],
      [5, 3],
    ]);
  });
});
