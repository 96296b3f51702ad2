import { describe, expect, test } from 'vitest';
import { lookAt } from '../../scenes/reconstruction/say/look.ts';
import { panesOf } from '../../scenes/reconstruction/answer/panes.ts';
import { threadsOf } from '../../scenes/reconstruction/answer/threads.ts';
import { answerSummary } from '../../scenes/reconstruction/say/summary.ts';
import { addTexts } from '../../src/i18n/index.ts';
import { words as reconstructionTexts } from '../../scenes/reconstruction/words/index.ts';
import { measure } from '../../src/reconstruction/metrics/measure.ts';
import { makeSample } from '../../src/reconstruction/sample.ts';
import { everyOther } from '../../src/reconstruction/everyOther.ts';
import { full } from '../../src/reconstruction/network/extras.ts';
import { nothingSeen, nothingCompared, type Seen } from '../../scenes/reconstruction/picture/see.ts';
import { table } from '../../scenes/reconstruction/state.ts';
import { wordsOf } from '../../src/ui/useText.ts';

addTexts(reconstructionTexts);

const sample = makeSample('chair', 5, { points: 256 });
const truth = everyOther(sample.points, 0);
/** Moved to the right by so much. */
const moved = (by: number) => truth.map((value, i) => (i % 3 === 0 ? value + by : value));
const answer = {
  points: moved(0.02),
  feature: new Float32Array(512),
  extras: full,
  milliseconds: 27,
  simd: true,
  novelty: 0.2,
};

function resultsOf(lookupBy: number | null): Seen {
  return {
    ...nothingSeen,
    shown: { key: 'chair 5', picture: sample.picture, from: 'shape', sample },
    truth,
    answer,
    start: moved(9),
    lookup:
      lookupBy === null
        ? null
        : {
            category: 'sofa',
            seed: 2 ** 30 + 7,
            mirrored: true,
            distance: 0.1,
            points: moved(lookupBy),
            milliseconds: 90,
          },
    compared: {
      ...nothingCompared,
      network: measure(answer.points, truth),
      floor: measure(everyOther(sample.points, 1), truth),
      lookup: lookupBy === null ? null : measure(moved(lookupBy), truth),
    },
  };
}

const state = table.rules.resolve({});

describe('the sentence of the answer’s view', () => {
  test('says who is nearer to the truth, and by how much', () => {
    const worse = lookAt(state, resultsOf(0.05), 1);
    expect(worse).toMatchObject({ kind: 'network' });
    if (worse.kind !== 'network') throw new Error('unreachable');
    expect(worse.ratio).toBeCloseTo(worse.network / worse.lookup, 12);
    expect(worse.ratio).toBeLessThan(1);
    expect(lookAt(state, resultsOf(0.001), 1)).toMatchObject({ kind: 'lookup' });
    // Equally far to the other side.
    expect(lookAt(state, resultsOf(0.0201), 1)).toMatchObject({ kind: 'even' });
  });

  test('says so where CD and EMD disagree, and never otherwise', () => {
    const results = resultsOf(0.05);
    const { network, lookup } = results.compared;
    const judged = (emd: number) =>
      lookAt(state, { ...results, compared: { ...results.compared, lookup: { ...lookup!, emd } } }, 1);
    expect(judged(lookup!.emd)).toMatchObject({ kind: 'network', disputed: false });
    expect(judged(network!.emd / 2)).toMatchObject({ kind: 'network', disputed: true });
    const swapped = { ...results.compared, network: lookup, lookup: { ...network!, emd: 2 * lookup!.emd } };
    expect(lookAt(state, { ...results, compared: swapped }, 1)).toMatchObject({ kind: 'lookup', disputed: true });
  });

  test('counts how far the points have come while they move', () => {
    expect(lookAt(state, resultsOf(0.05), 0.4)).toEqual({ kind: 'leaving', points: 128, way: 40 });
  });

  test('with threads it says what each loss sees', () => {
    const emd = lookAt({ ...state, threads: 'emd' }, resultsOf(0.05), 1);
    // Every point has moved by 0.02, and its own partner is where it came from.
    expect(emd).toMatchObject({ kind: 'emd' });
    if (emd.kind !== 'emd') throw new Error('unreachable');
    expect(emd.emd).toBeCloseTo(2, 1);
    expect(emd.nearest).toBeLessThanOrEqual(emd.emd);
    expect(lookAt({ ...state, threads: 'chamfer' }, resultsOf(0.05), 1)).toMatchObject({ points: 128 });
  });

  test('claims no error where nobody knows the truth', () => {
    const shown = { key: 'own 1', picture: sample.picture, from: 'own', sample: null } as const;
    const blind = { ...resultsOf(null), shown, truth: null, compared: nothingCompared };
    expect(lookAt({ ...state, errors: true }, blind, 1)).toEqual({ kind: 'blind' });
    expect(panesOf(state, blind)).toEqual(['network', 'lookup']);
    expect(panesOf({ ...state, panes: ['truth'] }, blind)).toEqual(['network']);
  });
});

test('threads: one a point for EMD, each partner once; both ways for Chamfer', () => {
  const { network } = resultsOf(null).compared;
  const emd = threadsOf('emd', network)!;
  expect(new Set(Array.from(emd.to)).size).toBe(128);
  const chamfer = threadsOf('chamfer', network)!;
  expect(chamfer.from.length).toBe(256);
  expect(new Set(Array.from(chamfer.to)).size).toBe(128);
  expect(threadsOf('none', network)).toBeNull();
});

test('the summary names the figures and the neighbour, in both languages', () => {
  const results = resultsOf(0.05);
  const cd = (1000 * results.compared.network!.chamfer).toFixed(2);
  for (const language of ['en', 'ja'] as const) {
    const said = answerSummary(wordsOf(language), results, false);
    expect(said).toContain(cd);
    expect(said).toContain(String(2 ** 30 + 7));
    expect(said).not.toMatch(/rec\.|\{/);
  }
});
