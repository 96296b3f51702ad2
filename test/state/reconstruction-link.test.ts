import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { categoryIds } from '../../src/reconstruction/shapes/index.ts';
import { decodeLink, encodeLink, onwardLink, openingLink } from '../../src/state/link.ts';
import {
  galleryIds,
  paneIds,
  params,
  table,
  threadIds,
  viewIds,
  type Overrides,
} from '../../scenes/reconstruction/state.ts';
import { table as registration } from '../../scenes/registration/state/table.ts';
import { valueOf } from './arbitrary.ts';

const drawings = (
  JSON.parse(readFileSync(new URL('../fixtures/drawings/v1.json', import.meta.url), 'utf8')) as { text: string }[]
).map(({ text }) => text);
const [disc = ''] = drawings;

const { rules } = table;
const SEED = 20261127;

const overrides: fc.Arbitrary<Overrides> = fc.record(
  {
    picture: fc.constantFrom('shape', 'own', 'drawing', ...galleryIds),
    drawing: fc.constantFrom(...drawings),
    category: fc.constantFrom(...categoryIds),
    seed: valueOf(params.seed),
    view: fc.constantFrom(...viewIds),
    beside: fc.constantFrom('mug:10', 'chair:0', ...galleryIds, ...drawings),
    panes: fc.subarray([...paneIds], { minLength: 1 }),
    errors: fc.boolean(),
    threads: fc.constantFrom(...threadIds),
    size: valueOf(params.size),
    playing: fc.boolean(),
    loop: fc.boolean(),
    language: fc.constantFrom('ja' as const, 'en' as const),
    theme: fc.constantFrom('light' as const, 'dark' as const),
  },
  { requiredKeys: [] },
);

const read = (fragment: string) => decodeLink(rules, fragment);

describe('links of the reconstruction scene', () => {
  test(`any state comes back from its link, without a notice (seed ${SEED})`, () => {
    fc.assert(
      fc.property(overrides, (wanted) => {
        const decoded = read(encodeLink(rules, wanted));
        expect(decoded.notices).toEqual([]);
        expect(decoded.overrides).toEqual(rules.normalise(wanted));
        expect(rules.resolve(decoded.overrides)).toEqual(rules.resolve(rules.normalise(wanted)));
      }),
      { seed: SEED },
    );
  });

  test('the opening state has the bare link of the scene', () => {
    expect(encodeLink(rules, {})).toBe(openingLink('reconstruction'));
    expect(encodeLink(rules, { category: 'chair', view: 'answer', panes: [...paneIds] })).toBe(
      'v=1&scene=reconstruction',
    );
  });

  test('a drawn shape is named by category and seed; an own picture names neither, and nothing of it is in the link', () => {
    expect(encodeLink(rules, { category: 'lamp', seed: 12 })).toBe('v=1&scene=reconstruction&cat=lamp&seed=12');
    expect(encodeLink(rules, { picture: 'own', category: 'lamp', seed: 12 })).toBe('v=1&scene=reconstruction&pic=own');
  });

  test('a drawing is in the link, all of it, as it is; beside another picture it says nothing', () => {
    expect(encodeLink(rules, { picture: 'drawing', drawing: disc })).toBe(
      `v=1&scene=reconstruction&pic=drawing&draw=${disc}`,
    );
    expect(encodeLink(rules, { drawing: disc, category: 'lamp' })).toBe('v=1&scene=reconstruction&cat=lamp');
  });

  test('a second thing is named as the first is, by one text', () => {
    const at = (text: string) =>
      read(`v=1&scene=reconstruction&cat=lamp&seed=3&view=kin&with=${text}`).overrides.beside;
    for (const text of ['mug:10', 'chair:0', 'teapot', disc]) {
      expect(at(text)).toBe(text);
      expect(encodeLink(rules, { category: 'lamp', seed: 3, view: 'kin', beside: text })).toBe(
        `v=1&scene=reconstruction&cat=lamp&seed=3&view=kin&with=${text}`,
      );
    }
    // A training shape, none of ours, another way to write one that is, somebody's own, a drawing that lost its end.
    for (const text of ['mug:1073741824', 'unicorn:3', 'mug:010', 'mug', 'own', 'shape', disc.slice(0, -1), '']) {
      expect(at(text), text).toBeUndefined();
    }
  });

  test('a drawing that is damaged is refused with what is wrong, in words', () => {
    const { overrides: left, notices } = read(`v=1&scene=reconstruction&pic=drawing&draw=${disc.slice(0, -2)}`);
    expect(left).toEqual({ picture: 'drawing' });
    expect(notices).toMatchObject([
      {
        ...{ part: 'draw', reason: 'invalid' },
        wrong: { sentence: 'rec.drawing.wrong.damaged', values: { letters: disc.length - 2 } },
      },
    ]);
  });

  test.each([
    ['cat=unicorn', 'cat'],
    ['draw=', 'draw'],
    ['draw=2AAAA', 'draw'],
    ['draw=%F0%9F%98%80', 'draw'],
    ['pic=nobody-has-it', 'pic'],
    ['seed=1073741824', 'seed'],
    ['seed=1.5', 'seed'],
    ['panes=', 'panes'],
    ['panes=network,network', 'panes'],
    ['panes=network,moon', 'panes'],
    ['th=wool', 'th'],
    ['size=0', 'size'],
  ])('%s is refused with a notice, and the default stands', (junk, part) => {
    const { overrides: left, notices } = read(`v=1&scene=reconstruction&${junk}`);
    expect(left).toEqual({});
    expect(notices.map((notice) => [notice.part, notice.reason])).toEqual([[part, 'invalid']]);
  });

  test('no seed of training’s can be asked for', () => {
    const { max } = params.seed.accepts;
    expect(max).toBe(2 ** 30 - 1);
    expect(read(`v=1&scene=reconstruction&seed=${max}`).overrides.seed).toBe(max);
  });

  test('panes stand in one order, however a link names them', () => {
    expect(read('v=1&scene=reconstruction&panes=lookup,network').overrides.panes).toEqual(['network', 'lookup']);
  });
});

test('on the way to another scene language, theme and presenting come along, nothing else', () => {
  const here = { category: 'mug', t: 3, loop: true, language: 'ja', theme: 'dark', presenting: true } as const;
  const link = onwardLink('registration', 'data=own', here);
  expect(decodeLink(registration.rules, link)).toEqual({
    overrides: { data: 'own', language: 'ja', theme: 'dark', presenting: true },
    notices: [],
  });
  expect(encodeLink(registration.rules, decodeLink(registration.rules, link).overrides)).toBe(link);
  expect(onwardLink('registration', 'data=own', {})).toBe('v=1&scene=registration&data=own');
});
