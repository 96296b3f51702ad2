import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { laterWords } from '../../scenes/optimizers/words/later.ts';
import { scenes } from '../../src/app/scenes.ts';
import { dictionaries } from '../../src/i18n/index.ts';
import { refusal, type ParamSpec } from '../../src/params/spec.ts';
import type { DescribedScene } from '../../src/scene/define.ts';
import type { Entry } from '../../src/scene/state/entries.ts';
import { createSceneStore } from '../../src/state/sceneStore.ts';
import { decodeLink, encodeLink, FIRST_SCENE, LINK_VERSION } from '../../src/state/link.ts';
import type { SceneModule } from '../../src/ui/scene.ts';

/*
 * What every scene of the catalogue keeps to, whatever it shows. A new scene is walked without another line here; what only a browser shows is
 * walked by test/browser.
 */

const SEED = 20261129;
/** Each once: a language may say a value twice. */
const placeholders = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]))].sort();
const marks = (text: string) => [...text.matchAll(/<(\w+)>/g)].map((match) => match[1]).sort();

const numberOf = (spec: ParamSpec): fc.Arbitrary<number> => {
  const { min = spec.accepts?.above ?? spec.min, max = spec.accepts?.below ?? spec.max } = spec.accepts ?? {};
  const [low, high] = [Math.max(min, -1e6), Math.min(max, 1e6)];
  const any = spec.integer
    ? fc.integer({ min: Math.ceil(low), max: Math.floor(high) })
    : fc.double({ min: low, max: high, noNaN: true });
  return any.map((value) => (Object.is(value, -0) ? 0 : value)).filter((value) => refusal(spec, value) === null);
};

/** Any value that a row of the panel may set; null: only a row of the scene's own sets it. */
function valueOf({ shown, default: value }: Entry<unknown, unknown>): fc.Arbitrary<unknown> | null {
  switch (shown?.as) {
    case 'range':
    case 'seed':
      return numberOf(shown.spec);
    case 'toggle':
      return fc.boolean();
    case 'buttons':
    case 'select':
      return fc.constantFrom(...shown.options);
    case 'ranges':
      return fc.record(Object.fromEntries(Object.entries(shown.specs).map(([name, spec]) => [name, numberOf(spec)])), {
        requiredKeys: [],
      });
    case 'formula':
      // Which texts are one is the formula layer's to say, and where one counts the scene's.
      return null;
    case undefined:
      return typeof value === 'boolean' ? fc.boolean() : null;
  }
}

const isDescribed = (scene: SceneModule): scene is DescribedScene => 'table' in scene;

describe.each(Object.entries(scenes))('the scene %s', async (id, { name, load }) => {
  const scene: SceneModule = await load(false);
  const { rules, cards = [], words } = scene;

  test('has a name in both languages and its id in links', () => {
    expect(name.ja).not.toBe('');
    expect(name.en).not.toBe('');
    expect(rules.id).toBe(id);
    expect(encodeLink(rules, {})).toBe(id === FIRST_SCENE ? '' : `v=${LINK_VERSION}&scene=${id}`);
  });

  test('says the same in both languages, with the same places for values and the same marks', () => {
    const { ja, en } = words ?? { ja: {}, en: {} };
    expect(Object.keys(en).sort()).toEqual(Object.keys(ja).sort());
    for (const [key, text] of Object.entries(ja)) {
      expect(placeholders(en[key]!), key).toEqual(placeholders(text));
      expect(marks(en[key]!), key).toEqual(marks(text));
      expect(Object.hasOwn(dictionaries.ja, key), `${key} is a word of the frame`).toBe(false);
    }
  });

  test('every card’s link opens this scene with that card at rest, and is the one link of its state', () => {
    expect(new Set(cards.map((card) => card.id)).size).toBe(cards.length);
    for (const card of cards) {
      const { overrides, notices } = decodeLink(rules, card.link);
      expect(notices, card.id).toEqual([]);
      expect(overrides.card).toBe(card.id);
      expect(rules.resolve(overrides).playing, card.id).toBe(false);
      expect(decodeLink(rules, encodeLink(rules, overrides)).overrides).toEqual(overrides);
    }
  });

  if (!isDescribed(scene)) return;
  const { table, keys } = scene;
  const entries = Object.entries(table.entries);

  test('every part of its state has a link key of its own', () => {
    const own = entries.map(([, { link }]) => link);
    expect(new Set(own).size).toBe(own.length);
    expect(Object.keys(rules.fields({})).length).toBe(new Set(Object.keys(rules.fields({}))).size);
    expect(Object.keys(rules.fields({}))).toEqual(expect.arrayContaining(own));
  });

  test('every row of its panel and every key has its words', () => {
    // The first scene fetches what its first picture does without a moment later.
    const later = id === FIRST_SCENE ? laterWords.ja : {};
    const known: Readonly<Record<string, string>> = { ...dictionaries.ja, ...words?.ja, ...later };
    const wanted = entries.flatMap(([part, { shown, options }]) => {
      const row = `${table.prefix}.${part}`;
      const below =
        shown?.as === 'buttons' || shown?.as === 'select'
          ? shown.options.map((option) => `${row}.${option}`)
          : shown?.as === 'ranges'
            ? Object.keys(shown.specs).map((each) => `${row}.${each}`)
            : shown?.as === 'seed'
              ? [`${row}.next`, `${row}.what`]
              : [];
      return [
        ...(shown && shown.as !== 'ranges' ? [row] : []),
        ...below,
        ...(options.key === undefined ? [] : [`${table.prefix}.key.${part}`]),
      ];
    });
    expect([...wanted, ...keys.map(({ label }) => label)].filter((key) => !Object.hasOwn(known, key))).toEqual([]);
  });

  test('no key does two things', () => {
    const all = keys.flatMap((command) => command.keys);
    expect(new Set(all).size).toBe(all.length);
  });

  const values = entries.flatMap(([part, entry]) => {
    const value = valueOf(entry);
    return value ? [[part, value] as const] : [];
  });

  test(`a link brings any state that its rows can set back, one state has one link, and resetting empties it (seed ${SEED})`, () => {
    fc.assert(
      fc.property(fc.record(Object.fromEntries(values), { requiredKeys: [] }), (overrides) => {
        const link = encodeLink(rules, overrides);
        const { overrides: back, notices } = decodeLink(rules, link);
        expect(notices).toEqual([]);
        expect(rules.resolve(back)).toEqual(rules.resolve(rules.normalise(overrides)));
        expect(encodeLink(rules, back)).toBe(link);
        const store = createSceneStore(rules, overrides);
        store.update(Object.fromEntries(Object.keys(overrides).map((key) => [key, undefined])));
        expect(encodeLink(rules, store.get().overrides)).toBe(encodeLink(rules, {}));
      }),
      { seed: SEED, numRuns: 100 },
    );
  });

  test(`what differs from the default stands in the link, part by part (seed ${SEED})`, () => {
    const opening = rules.resolve({}) as unknown as Readonly<Record<string, unknown>>;
    for (const [part, value] of values) {
      const { link: key } = table.entries[part]!;
      for (const sample of fc.sample(value, { seed: SEED, numRuns: 20 })) {
        const overrides = rules.normalise({ [part]: sample });
        const state = rules.resolve(overrides) as unknown as Readonly<Record<string, unknown>>;
        const differs = JSON.stringify(state[part]) !== JSON.stringify(opening[part]);
        expect(new RegExp(`&${key}=`).test(encodeLink(rules, overrides)), `${part} in the link`).toBe(differs);
      }
    }
  });
});
