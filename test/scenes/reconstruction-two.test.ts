import { expect, test } from 'vitest';
import { besideOf, rememberedOf, thingOf } from '../../scenes/reconstruction/kin/besides.ts';
import { commonOf, holdable, nameOfHeld, verdictOf } from '../../scenes/reconstruction/kin/held.ts';
import type { Held } from '../../scenes/reconstruction/kin/heldThing.ts';
import { galleryIds } from '../../scenes/reconstruction/state.ts';
import { words } from '../../scenes/reconstruction/words/index.ts';
import { addTexts, text } from '../../src/i18n/index.ts';
import { wordsOf } from '../../src/ui/useText.ts';
import { nothingSeen } from '../../scenes/reconstruction/picture/see.ts';

addTexts(words);

const thing = (key: string, x: number): Held => ({
  shown: { key, from: 'own', sample: null },
  picture: { gray: new Uint8Array(4), mask: new Uint8Array(4) },
  points: Float64Array.of(x, 0, 0, 0, 0, 0),
  feature: new Float32Array(2),
});
const place = { place: [0, 0, 0] as const, order: Int32Array.of(2, 0, 3, 1), distances: Float64Array.of(1, 2, 3, 4) };

test('how near two things are by feature is told by how many of the map are farther, in space by where they meet', () => {
  const common = commonOf(thing('a', 0.5), thing('b', -0.5), 2.5, place);
  expect(common.nearer).toBe(0.5);
  expect(common.space.share).toBe(0.5);
  expect([...common.space.a]).toEqual([0, 1]);
  expect(commonOf(thing('a', 0.5), thing('b', 0.5), 0, place).nearer).toBe(1);
});

test('what is said of two things follows both measures', () => {
  const said = (distance: number, x: number) => verdictOf(commonOf(thing('a', 0.5), thing('b', x), distance, place));
  expect(said(0, 0.5)).toBe('same');
  expect(said(3, 0.5)).toBe('shape');
  const apart = (distance: number) => {
    const b = { ...thing('b', -0.5), points: Float64Array.of(-0.5, 0, 0, -0.4, 0, 0) };
    return verdictOf(commonOf(thing('a', 0.5), b, distance, place));
  };
  expect(apart(0)).toBe('kin');
  expect(apart(3)).toBe('apart');
});

test('far apart is said of nothing that is nearer than most of the map', () => {
  const { space } = commonOf(thing('a', 0), thing('b', 0), 0, place);
  const said = (nearer: number, share: number) => verdictOf({ nearer, space: { ...space, share } });
  expect([said(0.89, 0.2), said(0.51, 0.2), said(0.89, 0.8)]).toEqual(['between', 'between', 'between']);
  expect([said(0.5, 0.2), said(0.5, 0.8), said(0.9, 0.2)]).toEqual(['apart', 'shape', 'kin']);
});

test('what is kept is called as the gallery calls it; a drawing, from a link or not, is one', () => {
  const named = (from: 'item' | 'drawing' | 'own', key: string) =>
    nameOfHeld(wordsOf('en'), { shown: { key, from, sample: null } });
  for (const id of galleryIds) {
    expect(named('item', `item ${id}`)).toBe(text('en', `rec.input.item.${id}`));
  }
  expect(named('drawing', 'drawing 1abc')).toBe('drawing');
  expect(named('own', 'own 1')).toBe('your picture');
});

test('nothing is kept before it is answered', () => {
  expect(holdable(nothingSeen)).toBeNull();
});

test('what is kept is found again by what the link calls it; one’s own picture is in no link', () => {
  const held = (shown: Held['shown']): Held => ({ ...thing('', 0), shown });
  const mug = held({ key: 'mug 10', from: 'shape', sample: { category: 'mug', seed: 10 } });
  const item = held({ key: 'item teapot', from: 'item', sample: null });
  const drawing = held({ key: 'drawing 1abc', from: 'drawing', sample: null });
  const own = held({ key: 'own 3', from: 'own', sample: null });
  expect([mug, item, drawing, own].map(({ shown }) => thingOf(shown))).toEqual(['mug:10', 'teapot', '1abc', null]);
  for (const one of [mug, item, drawing, own]) expect(rememberedOf({ beside: thingOf(one.shown) }, one)).toBe(one);
  // Put away by the browser's Back, or another one named by a link.
  expect(rememberedOf({ beside: null }, mug)).toBeNull();
  expect(rememberedOf({ beside: 'mug:11' }, mug)).toBeNull();
  expect(rememberedOf({ beside: 'mug:10' }, own)).toBeNull();
  expect(besideOf({ beside: 'mug:10' }, mug)).toBeNull();
  expect(besideOf({ beside: null }, null)).toBeNull();
  expect(besideOf({ beside: 'mug:11' }, mug)).toEqual({ key: 'mug 11', from: 'shape', category: 'mug', seed: 11 });
  expect(besideOf({ beside: 'teapot' }, null)).toEqual({ key: 'item teapot', from: 'item', id: 'teapot' });
});
