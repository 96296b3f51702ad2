import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { about, bookIds, isMeasured, pointsOf, readingsAPoint, type BookId } from '../../scenes/microscope/book/ids.ts';
import { figureOf } from '../../scenes/microscope/book/picture/figure.ts';
import { pictureOf, windowed } from '../../scenes/microscope/book/picture/picture.ts';
import { seriesName } from '../../scenes/microscope/book/read.ts';
import { drive, type Driving } from '../../scenes/microscope/book/run/drive.ts';
import type { KeptRun } from '../../scenes/microscope/book/run/kept.ts';
import { measureSpeed } from '../../scenes/microscope/book/run/speed.ts';
import type { BookPart, BookResult } from '../../scenes/microscope/book/run/types.ts';
import { sentenceOf } from '../../scenes/microscope/book/told.tsx';
import { valuesOf } from '../../scenes/microscope/book/values.ts';
import { grownHeight } from '../../scenes/microscope/book/views/grown.ts';
import { placeOf, tallOf } from '../../scenes/microscope/book/views/place.ts';
import { nearestTo, ridgeUnder } from '../../scenes/microscope/book/views/pointed.ts';
import { bestOf, kinOf, NET, netOf } from '../../scenes/microscope/book/views/swarm.ts';
import { cards } from '../../scenes/microscope/cards/index.ts';
import { unseen } from '../../scenes/microscope/cards/types.ts';
import { table } from '../../scenes/microscope/state.ts';
import { words } from '../../scenes/microscope/words/index.ts';
import { addTexts, text } from '../../src/i18n/index.ts';
import { readRecord } from '../../src/io/networks/experiments.ts';
import { fastArithmetic } from '../../src/jobs/networkArithmetic.ts';
import { createExperiment, experimentIds, experiments } from '../../src/networks/experiments/index.ts';
import { batchSizes } from '../../src/networks/microscope/batchSpeed.ts';
import { decodeLink } from '../../src/state/link.ts';
import { wordsOf } from '../../src/ui/useText.ts';
import { digits } from '../networks/experiments/digits.ts';

addTexts(words);
const shipped = experimentIds.filter((id) => existsSync(`assets/experiments/${id}.json`));
const record = (id: BookId): BookResult => readRecord(readFileSync(`assets/experiments/${id}.json`, 'utf8'));

test('every experiment is in the menu, with readings, axis and quantity as it is defined', () => {
  expect([...bookIds].sort()).toEqual([...experimentIds, 'batch-speed'].sort());
  for (const id of experimentIds) {
    const def = experiments[id];
    if (def.kind === 'trainings') {
      const readings = 1 + Math.floor((def.updates - 1) / def.every);
      expect([id, about[id]]).toEqual([id, { of: 'curves', y: def.quantity, x: def.axis.name, readings }]);
    } else if (def.kind === 'looks') expect(about[id].of).toBe('looks');
    else expect([id, about[id].readings]).toEqual([id, def.spec.trials]);
  }
  expect(about['batch-speed'].readings).toBe(batchSizes.length);
  expect(bookIds.every((id) => pointsOf(id) <= 201)).toBe(true);
});

test('windows are means; one that is not whole yet is not there, but at the very end', () => {
  const y = Float64Array.of(1, 3, 5, 7, 9);
  expect([...windowed(y, 2, 3)]).toEqual([2, 6, 9]);
  expect([...windowed(y.subarray(0, 3), 2, 3)]).toEqual([2, NaN, NaN]);
});

describe.each(shipped)('%s', (id) => {
  const result = record(id);
  const t = { ja: wordsOf('ja'), en: wordsOf('en') };

  test('its record is drawn whole in space and flat, the same numbers in both', () => {
    const picture = pictureOf(result);
    const figure = figureOf(result, picture);
    expect(figure.panels.every(({ lines }) => lines.length > 0)).toBe(true);
    if (picture.kind === 'swarms') {
      expect(picture.swarms.every(({ trials }) => trials.length === about[id].readings)).toBe(true);
      for (const { trials } of picture.swarms) {
        for (const { point } of trials) {
          for (const gene of ['lr', 'decay'] as const) {
            const [low, high] = picture.space[gene];
            expect(Math.log10(point[gene])).toBeGreaterThanOrEqual(low - 1e-9);
            expect(Math.log10(point[gene])).toBeLessThanOrEqual(high + 1e-9);
          }
        }
      }
      return;
    }
    const drawn = picture.slots.flatMap(({ lines }) => lines);
    expect(drawn.length).toBe(result.layers ? result.layers.length * 5 : result.curves.length);
    expect(drawn.every(({ heights }) => heights.every((height) => height >= 0 && height <= 1))).toBe(true);
    expect(drawn.length).toBe(figure.panels.flatMap(({ lines }) => lines).length);
    if (about[id].of !== 'curves') return;
    // The last point of a curve is the mean of its last readings.
    const per = readingsAPoint(id);
    const first = result.curves[0]!.y;
    const last = first.subarray((pointsOf(id) - 1) * per);
    const line = picture.slots[0]!.lines[0]!;
    expect(line.values.at(-1)).toBeCloseTo(last.reduce((sum, v) => sum + v, 0) / last.length, 12);
  });

  test('its sentence has all of its numbers, in both languages', () => {
    for (const language of ['ja', 'en'] as const) {
      const said = sentenceOf(t[language], result, pointsOf(id) - 1);
      const numbers = said.filter((part) => typeof part !== 'string');
      expect(said.filter((part) => typeof part === 'string').join('')).not.toMatch(/[{}]/);
      const names = [...text(language, `mic.book.say.${id}`).matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
      expect(numbers.length).toBe(names.length);
      const values = valuesOf(result, pointsOf(id) - 1);
      for (const name of names) expect([name, Number.isFinite(values[name])]).toEqual([name, true]);
    }
  });
});

const RIGHT: Readonly<Record<string, string>> = {
  ...{ 'mic-relu': 'he', 'mic-scales': 'few', 'mic-dropout': 'shrinks', 'mic-overfit': 'plain', 'mic-sizes': 'same' },
  'mic-search': 'none',
};

describe.each(cards.filter(({ id }) => id in RIGHT).map((card) => [card.id, card] as const))('%s', (id, card) => {
  const { overrides } = decodeLink(table.rules, card.link);
  const { experiment } = table.rules.resolve(overrides);

  test.runIf(existsSync(`assets/experiments/${experiment}.json`))(
    'the record bears out its claim and one answer',
    () => {
      const book = record(experiment);
      const evidence = { state: { steps: pointsOf(experiment) - 1 }, ...unseen, book };
      expect(card.outcome(evidence)).toBe(RIGHT[id]);
      expect(card.claim(evidence)).toBe(true);
      expect(card.answers).toContain(RIGHT[id]);
      expect(card.judgedAt).toBe(evidence.state.steps);
      const look = card.look(evidence, card.judgedAt)!;
      const names = [...text('en', look.text).matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
      for (const name of names) expect([name, Number.isFinite(look.values[name]?.value)]).toEqual([name, true]);
      // Half of a run decides nothing.
      expect(card.outcome({ ...evidence, book: { ...book, done: book.total - 1 } })).toBeNull();
      expect(card.outcome({ ...evidence, book: { ...book, id: 'book-6-9' } })).toBeNull();
    },
  );
});

/** A look at each of three nets: with a clock that moves by more than a breath a look; it is given up after so many pauses. */
function driven(own: Partial<Driving>, pauses = Infinity) {
  const told: BookPart[] = [];
  const kept: KeptRun[] = [];
  let [time, breaths] = [0, 0];
  const done = drive({
    ...{
      id: 'book-6-14',
      seed: 3,
      arithmetic: fastArithmetic(),
      digits: () => Promise.resolve(digits),
      kept: undefined,
    },
    now: () => (time += 40),
    keep: (run) => Promise.resolve(void kept.push(structuredClone(run))),
    tell: (part) => void told.push(part),
    pause: () => (++breaths > pauses ? Promise.reject(new DOMException('', 'AbortError')) : Promise.resolve()),
    ...own,
  });
  return { done, told, kept };
}

test('a look at first weights fetches no digits; a training does', async () => {
  const digits = () => Promise.reject(new Error('asked for'));
  const look = driven({ digits });
  await look.done;
  expect(look.told.at(-1)!.result.done).toBe(3);
  await expect(driven({ id: 'batch-sizes', digits }).done).rejects.toThrow('asked for');
});

test('a run that is given up is kept, and goes on from there to the bits of one that never stopped', async () => {
  const whole = createExperiment('book-6-14', { digits, seed: 3, arithmetic: fastArithmetic(), now: () => 0 });
  whole.step(Infinity);
  const first = driven({}, 1);
  await expect(first.done).rejects.toThrow();
  const left = first.kept.at(-1)!;
  expect(left.state).not.toBeNull();
  expect(left.result.done).toBeGreaterThan(0);
  expect(left.result.done).toBeLessThan(left.result.total);
  const second = driven({ kept: left });
  await second.done;
  // At once what was there, and said to be gone on from.
  expect(second.told[0]).toEqual({ result: left.result, resumed: true });
  expect(second.told.at(-1)!.result).toEqual(whole.result());
  // Whole, its weights need no room any more, and the next visit computes nothing.
  expect(second.kept.at(-1)).toEqual({ state: null, result: whole.result() });
  const third = driven({ kept: second.kept.at(-1), digits: () => Promise.reject(new Error('not needed')) });
  await third.done;
  expect(third.told.map(({ result }) => result)).toEqual([whole.result()]);
});

test('speed is measured for every size in every arithmetic, and told size by size', async () => {
  const parts: BookResult[] = [];
  let time = 0;
  await measureSpeed({
    ...{
      samples: digits.train,
      fast: fastArithmetic(),
      now: () => (time += 100),
      repeats: 1,
      pause: () => Promise.resolve(),
    },
    tell: ({ result }) => void parts.push(result),
  });
  expect(parts.map(({ curves }) => curves[0]!.y.length)).toEqual(batchSizes.map((_, i) => i + 1));
  const last = parts.at(-1)!;
  expect(last.curves.map(({ name }) => name)).toEqual(['float64', 'float32', 'simd']);
  // By that clock every pass takes as long, however large its batch: 100 at once are 100 times faster.
  expect(valuesOf(last, 9)['fast']).toBeCloseTo(100, 9);
  expect(isMeasured(last.id)).toBe(true);
  const picture = pictureOf(last);
  expect(picture.kind === 'ridges' && picture.slots.length).toBe(3);
});

test('ridges rise as the clock comes: bin by bin, or row by row', () => {
  const line = { series: 0, heights: Float64Array.of(1, 0.5, 1), values: Float64Array.of(1, 1, NaN) };
  const at = (along: 'bins' | 'rows', row: number, time: number) =>
    [0, 1, 2].map((bin) => grownHeight({ along }, line, row, bin, time));
  expect(at('bins', 7, 0)).toEqual([1, 0, 0]);
  expect(at('bins', 7, 0.5)).toEqual([1, 0.25, 0]);
  expect(at('bins', 7, 9)).toEqual([1, 0.5, 0]);
  expect(at('rows', 2, 1)).toEqual([0, 0, 0]);
  expect(at('rows', 2, 2)).toEqual([1, 0.5, 0]);
});

test('the net over trials goes through what is known and nowhere else; children hang on their parents', () => {
  const net = netOf([[0.5, 0.5, 0.8]]);
  const middle = ((NET - 1) / 2) * (NET + 1);
  expect(net[middle]).toBeCloseTo(0.8, 12);
  expect(net[0]).toBeNaN();
  const born = {
    point: { lr: 0.1, decay: 0.1 },
    generation: 0,
    mutation: null,
    train: new Float64Array(),
    validation: new Float64Array(),
  };
  const trials = [
    { ...born, index: 0, score: 0.5, parents: null },
    { ...born, index: 1, score: 0.7, parents: null },
    { ...born, index: 2, score: 0.7, parents: { lr: 1, decay: 0 } },
    { ...born, index: 3, score: 0.6, parents: { lr: 2, decay: 2 } },
  ];
  expect(kinOf(trials, 4)).toEqual([
    [1, 2],
    [0, 2],
    [2, 3],
  ]);
  expect(kinOf(trials, 2)).toEqual([]);
  expect([bestOf(trials, 1)?.index, bestOf(trials, 4)?.index, bestOf(trials, 0)]).toEqual([0, 1, null]);
});

test('a ray finds the ridge that it goes through, before the sheets in front of it', () => {
  const picture = pictureOf(record('book-6-19'));
  if (picture.kind !== 'ridges') throw new Error('no ridges');
  // Straight from the front at half the height: at the end of epoch 19 the first ridge that is so high has its own scale's accuracy above one half.
  const x = placeOf(picture, 0, 0).right - 0.01;
  const ray = { origin: { x, y: 0.5 * tallOf(picture.rows), z: 100 }, direction: { x: 0, y: 0, z: -1 } };
  const found = ridgeUnder(ray, picture)!;
  const over = picture.slots.map(({ lines }) => lines.some(({ values }) => values[19]! > 0.5));
  expect(found).toEqual({ slot: over.lastIndexOf(true), bin: 19 });
  // Over all ridges, as in epoch 0, it is the nearest sheet's bin that is told; past the room nothing.
  const begin = { x: placeOf(picture, 0, 0).left + 0.01, y: 0.9 * tallOf(picture.rows), z: 100 };
  expect(ridgeUnder({ ...ray, origin: begin }, picture)).toEqual({ slot: 15, bin: 0 });
  expect(ridgeUnder({ ...ray, origin: { ...ray.origin, y: -1 } }, picture)).toBeNull();
  const places = [
    [0, 0, 0],
    [3, 0, 0],
    [1, 0, 0],
  ] as const;
  const pointer = { reach: 2, distanceTo: ({ x: at }: { readonly x: number }) => Math.abs(at - 1.2) };
  expect([nearestTo(pointer, places, 3), nearestTo(pointer, places, 2), nearestTo(pointer, [[9, 0, 0]], 1)]).toEqual([
    2, 0, -1,
  ]);
});

test('what is called by its standard deviation has its own, and panels of layers are there when the clock has come to them', () => {
  const t = wordsOf('en');
  expect([seriesName(t, 'std', 'book-6-10'), seriesName(t, 'std', 'book-6-11')]).toEqual(['σ = 1', 'σ = 0.01']);
  const def = experiments['book-6-10'];
  expect(def.subjects.map(({ initStd }) => initStd)).toEqual([1]);
  const result = record('book-6-14');
  expect(figureOf(result, pictureOf(result)).panels.map(({ from }) => from)).toEqual([
    0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 0, 1, 2, 3, 4,
  ]);
});
