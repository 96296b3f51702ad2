import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { about, bookIds, isMeasured, pointsOf, readingsAPoint, type BookId } from '../../scenes/microscope/book/ids.ts';
import { figureOf } from '../../scenes/microscope/book/picture/figure.ts';
import { pictureOf, windowed } from '../../scenes/microscope/book/picture/picture.ts';
import { seriesName } from '../../scenes/microscope/book/read.ts';
import { drive, type Driving } from '../../scenes/microscope/book/run/drive.ts';
import type { KeptRun } from '../../scenes/microscope/book/run/kept.ts';
import { race } from '../../scenes/microscope/book/run/race.ts';
import { openGpuPasses } from '../../scenes/microscope/book/run/gpuPasses.ts';
import { measureSpeed } from '../../scenes/microscope/book/run/speed.ts';
import { isWhole, type BookPart, type BookResult } from '../../scenes/microscope/book/run/types.ts';
import { columnsOf, sentenceOf } from '../../scenes/microscope/book/told.tsx';
import { stepText, valuesOf } from '../../scenes/microscope/book/values.ts';
import { grownHeight } from '../../scenes/microscope/book/views/grown.ts';
import { placeOf, tallOf } from '../../scenes/microscope/book/views/place.ts';
import { nearestTo, ridgeUnder } from '../../scenes/microscope/book/views/pointed.ts';
import { bestOf, kinOf, NET, netOf } from '../../scenes/microscope/book/views/swarm.ts';
import { cards } from '../../scenes/microscope/cards/index.ts';
import { unseen } from '../../scenes/microscope/cards/types.ts';
import { table } from '../../scenes/microscope/state.ts';
import { words } from '../../scenes/microscope/words/index.ts';
import { addTexts, hasText, text } from '../../src/i18n/index.ts';
import { readRecord } from '../../src/io/networks/experiments.ts';
import { fastArithmetic } from '../../src/jobs/networkArithmetic.ts';
import { pickSamples } from '../../src/networks/data/samples.ts';
import { initialWeights } from '../../src/networks/init.ts';
import {
  createExperiment,
  experimentIds,
  experiments,
  type LayersLooked,
} from '../../src/networks/experiments/index.ts';
import { raceUpdates } from '../../src/networks/microscope/batchRace.ts';
import { batchSizes } from '../../src/networks/microscope/batchSpeed.ts';
import { decodeLink } from '../../src/state/link.ts';
import { cardText } from '../../src/ui/cards/texts.ts';
import { saidText } from '../../src/ui/say/said.ts';
import { wordsOf } from '../../src/ui/useText.ts';
import { digits } from '../networks/experiments/digits.ts';

addTexts(words);
const shipped = experimentIds.filter((id) => existsSync(`assets/experiments/${id}.json`));
const record = (id: BookId): BookResult => readRecord(readFileSync(`assets/experiments/${id}.json`, 'utf8'));

test('every experiment is in the menu, with readings, axis and quantity as it is defined', () => {
  expect([...bookIds].sort()).toEqual([...experimentIds, 'batch-speed', 'batch-race'].sort());
  for (const id of experimentIds) {
    const def = experiments[id];
    if (def.kind === 'trainings') {
      const readings = 1 + Math.floor((def.updates - 1) / def.every);
      expect([id, about[id]]).toEqual([id, { of: 'curves', y: def.quantity, x: def.axis.name, readings }]);
    } else if (def.kind === 'looks') expect(about[id].of).toBe('looks');
    else expect([id, about[id].readings]).toEqual([id, def.spec.trials]);
  }
  expect(about['batch-speed'].readings).toBe(batchSizes.length);
  expect(about['batch-race'].readings).toBe(raceUpdates.length);
  expect(bookIds.every((id) => pointsOf(id) <= 201)).toBe(true);
});

test('windows are means; one that is not whole yet is not there, but at the very end', () => {
  const y = Float64Array.of(1, 3, 5, 7, 9);
  expect([...windowed(y, 2, 3)]).toEqual([2, 6, 9]);
  expect([...windowed(y.subarray(0, 3), 2, 3)]).toEqual([2, NaN, NaN]);
});

test('a mean is said to be one, and of which readings', () => {
  expect([stepText('book-6-9', 0), stepText('book-6-9', 199)]).toEqual(['1–10', '1991–2000']);
  expect([0, 20, 150].map((step) => stepText('book-6-23', step))).toEqual(['0–1', '40–41', '300']);
  expect([stepText('book-6-19', 7), stepText('batch-sizes', 3)]).toEqual(['7', '31']);
  const said = saidText(sentenceOf(wordsOf('en'), record('book-6-9'), 199));
  expect(said).toContain('mean loss over updates 1991–2000');
  expect(saidText(sentenceOf(wordsOf('ja'), record('book-6-9'), 199))).toContain('更新 1991–2000 回目の平均');
});

test('searches are told and taken away trial by trial', () => {
  const { searches = [], ...result } = record('search-strategies');
  const columns = columnsOf(wordsOf('en'), { ...result, searches });
  expect(columns.length).toBe(3 * searches.length);
  const { strategy, seed, trials } = searches.at(-1)!;
  const scores = columns.find(({ name }) => name === `${strategy}_${seed}_score`)!.values;
  expect([...scores]).toEqual(trials.map(({ score }) => score));
});

test('the fastest arithmetic is the one that was measured to be', () => {
  const curve = (name: string, y: number[]) => ({ name, x: Float64Array.of(1, 100, 1000), y: Float64Array.from(y) });
  const curves = [curve('float64', [8, 4, 4]), curve('float32', [6, 1, 1]), curve('simd', [9, 3, 3])];
  const found = valuesOf({ id: 'batch-speed', seed: 0, curves, done: 9, total: 9 }, 9);
  expect([found['fast'], found['plain'], found['one']]).toEqual([6, 2, 6e6]);
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
  ...{ 'mic-optimizers': 'adam', 'mic-saturated': 'ends', 'mic-alike': 'middle', 'mic-xavier': 'half' },
  ...{ 'mic-begun': 'guess', 'mic-normed': 'quarter', 'mic-heart': 'most', 'mic-decay': 'most', 'mic-random': 'lr' },
};

const experimentOf = (link: string): BookId => {
  const { overrides } = decodeLink(table.rules, link);
  return table.rules.resolve(overrides).experiment;
};

test('every experiment has a question, with all of its texts, and each question an experiment whose answer is known', () => {
  const own = cards.filter(({ link }) => link.includes('&vw=book'));
  expect(new Set(own.map(({ link }) => experimentOf(link)))).toEqual(new Set(bookIds));
  for (const card of own) {
    for (const part of ['title', 'ask', 'look', ...card.answers.map((answer) => `answer.${answer}`)])
      expect(hasText(cardText(card, part as 'title')), `${card.id} ${part}`).toBe(true);
    expect(card.answers.length).toBeGreaterThan(2);
  }
  const recorded = own.filter(({ link }) => !isMeasured(experimentOf(link)));
  expect(recorded.map(({ id }) => id).sort()).toEqual(Object.keys(RIGHT).sort());
});

/** Layers that all spread as if nothing happened on the way. */
const sameLooks = ({ looks }: LayersLooked): LayersLooked['looks'] =>
  looks.map((look) => ({
    ...look,
    std: 0.3,
    histogram: { ...look.histogram, shares: look.histogram.shares.map(() => 1 / 30) },
  }));

describe.each(cards.filter(({ id }) => id in RIGHT).map((card) => [card.id, card] as const))('%s', (id, card) => {
  const experiment = experimentOf(card.link);

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
      const other = experiment === 'book-6-9' ? 'book-6-15' : 'book-6-9';
      expect(card.outcome({ ...evidence, book: { ...book, id: other } })).toBeNull();
      // Nor does it say what a run of another seed does not bear out.
      const flat = (y: Float64Array) => y.map(() => 0.5);
      const unlike = {
        ...book,
        curves: book.curves.map((curve) => ({ ...curve, y: flat(curve.y) })),
        ...(book.layers && { layers: book.layers.map((of) => ({ ...of, looks: sameLooks(book.layers![0]!) })) }),
        ...(book.trials && { trials: book.trials.map((of) => ({ ...of, point: { lr: 1e-3, decay: 1e-6 } })) }),
        ...(book.searches && {
          searches: book.searches.map((of, k) => ({ ...of, trials: book.searches![k % 2]!.trials.slice(0, 1) })),
        }),
      };
      expect(card.look({ ...evidence, book: unlike }, card.judgedAt)).toBeNull();
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
    keep: (run) => Promise.resolve(kept.push(structuredClone(run)) > 0),
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
  expect(second.told[0]).toEqual({ result: left.result, resumed: true, unkept: false });
  expect(second.told.at(-1)!.result).toEqual(whole.result());
  // Whole, its weights need no room any more, and the next visit computes nothing.
  expect(second.kept.at(-1)).toEqual({ state: null, result: whole.result() });
  const third = driven({ kept: second.kept.at(-1), digits: () => Promise.reject(new Error('not needed')) });
  await third.done;
  expect(third.told.map(({ result }) => result)).toEqual([whole.result()]);
});

test('next to nothing is not worth keeping; where nothing can be kept that is said', async () => {
  // All of this clock's time goes by in the first breath: a hundredth of the run.
  let calls = 0;
  const brief = driven({ id: 'book-6-18', now: () => (calls++ < 3 ? 0 : 40) }, 0);
  await expect(brief.done).rejects.toThrow();
  expect(brief.kept).toEqual([]);
  const denied = driven({ keep: () => Promise.resolve(false) });
  await denied.done;
  expect(denied.told.at(-1)!.unkept).toBe(true);
});

test('speed is measured for every size in every arithmetic and by what there is of gpu.js, and told size by size', async () => {
  const parts: BookResult[] = [];
  let time = 0;
  await measureSpeed({
    ...{
      samples: digits.train,
      fast: fastArithmetic(),
      openGpu: (given) => openGpuPasses({ ...given, modes: ['webgl2', 'webasm'], thread: 'node' }),
      now: () => (time += 100),
      repeats: 1,
      pause: () => Promise.resolve(),
    },
    tell: ({ result }) => void parts.push(result),
  });
  const lengths = parts.map(({ curves }) => curves.map(({ y }) => y.length));
  // All curves are of one length at any time, though every measurement is a sign of life.
  expect(lengths.every((all) => new Set(all).size === 1)).toBe(true);
  expect([...new Set(lengths.map(([of]) => of))]).toEqual(batchSizes.map((_, i) => i + 1));
  expect(parts.length).toBe(1 + 4 * 9);
  expect(parts.map(({ done }) => done)).toEqual(parts.map(({ done }) => done).sort((a, b) => a - b));
  expect(isWhole(parts.at(-1)!)).toBe(true);
  const last = parts.at(-1)!;
  expect(last.curves.map(({ name }) => name)).toEqual(['float64', 'float32', 'simd', 'webasm']);
  // What is not there is no curve, and is said.
  expect(last.absent).toEqual([{ id: 'webgl2', reason: 'there is no OffscreenCanvas here' }]);
  for (const language of ['ja', 'en'] as const)
    for (const name of ['webasm', 'webgl2', 'webgl2-software'])
      expect(seriesName(wordsOf(language), name)).toContain('GPU.js');
  // By that clock every pass takes as long, however large its batch: 100 at once are 100 times faster.
  expect(valuesOf(last, 9)['fast']).toBeCloseTo(100, 9);
  expect(isMeasured(last.id)).toBe(true);
  const picture = pictureOf(last);
  expect(picture.kind === 'ridges' && picture.slots.length).toBe(4);
});

test('a backend that computes something else is not measured; one that is lost on the way is said to be', async () => {
  const network = { ...experiments['book-6-18'].contestants[0]!.spec.network, batchNorm: false };
  const weights = initialWeights(network, 'he', 0, 1);
  const off = await openGpuPasses({
    network,
    weights,
    x: digits.train.x.map(() => 1e6),
    modes: ['cpu'],
    thread: 'node',
  });
  expect([off.there, off.absent.map(({ reason }) => reason)]).toEqual([
    [],
    [expect.stringMatching(/^its logits are off by /)],
  ]);
  let [passes, closed] = [0, 0];
  const parts: BookResult[] = [];
  let time = 0;
  await measureSpeed({
    ...{ samples: digits.train, fast: fastArithmetic(), repeats: 1, pause: () => Promise.resolve() },
    now: () => (time += 100),
    tell: ({ result }) => void parts.push(result),
    openGpu: () =>
      Promise.resolve({
        there: [
          {
            id: 'webgl2',
            pass: () => (++passes > 4 ? Promise.reject(new Error('lost')) : Promise.resolve()),
            close: () => {
              closed += 1;
            },
          },
        ],
        absent: [],
      }),
  });
  expect([...new Set(parts.map(({ curves }) => curves.length))]).toEqual([4, 3]);
  expect(isWhole(parts.at(-1)!)).toBe(true);
  expect([parts.at(-1)!.absent, closed]).toEqual([[{ id: 'webgl2', reason: 'lost' }], 1]);
});

test('batch sizes race on the digits: told as they go, given up at a pause', async () => {
  const parts: BookPart[] = [];
  let [pauses, time] = [0, 0];
  const racing = race({
    ...{ samples: pickSamples(digits.train, [...Array(1000).keys()]), arithmetic: fastArithmetic() },
    // A clock of its own: on a fast machine sixty pieces are over before the second part would be due.
    now: () => (time += 100),
    tell: (part) => void parts.push(part),
    pause: () => (++pauses < 60 ? Promise.resolve() : Promise.reject(new DOMException('', 'AbortError'))),
  });
  await expect(racing).rejects.toThrow();
  const { result } = parts.at(-1)!;
  expect([result.id, result.curves.length, isMeasured(result.id)]).toEqual(['batch-race', 10, true]);
  expect(result.done).toBeGreaterThan(10);
  const first = result.curves.map(({ y }) => y[0]!);
  // One step of a single digit shakes more than one of all of them.
  expect(first[9]).toBeLessThan(2.4);
  expect(Math.abs(first[0]! - 2.4)).toBeGreaterThan(Math.abs(first[9]! - first[8]!));
});

/** A race as it might come out: digits a second as of a machine that is best at tens. */
function raced(): BookResult {
  const goals = [NaN, 2100, 330, 246, 180, 150, 131, 130, 128, 127];
  const racers = batchSizes.map((size, i) => ({
    ...{ size, updates: goals[i]!, seconds: goals[i]! * (0.0003 + size * 2e-5), noise: 300 / size },
    loss: Float64Array.from(
      raceUpdates.filter((_, k) => k === 0 || !(raceUpdates[k - 1]! >= goals[i]!)),
      (made) => (made >= goals[i]! ? 0.29 : 1.5),
    ),
  }));
  const x = Float64Array.from(raceUpdates);
  const curves = racers.map(({ size, loss }) => ({ name: String(size), x: x.subarray(0, loss.length), y: loss }));
  return { id: 'batch-race', seed: 0, curves, racers, done: 580, total: 580 };
}

test('a race is drawn ridge by ridge up to the goal, and flat by what it took, on axes of whole decades', () => {
  const result = raced();
  const picture = pictureOf(result);
  if (picture.kind !== 'ridges') throw new Error('no ridges');
  picture.slots.forEach(({ name, lines: [line] }, row) => {
    const { size, loss } = result.racers![row]!;
    expect([name, line!.values.findLastIndex((value) => !Number.isNaN(value))]).toEqual([
      String(size),
      loss.length - 1,
    ]);
  });
  const { panels } = figureOf(result, picture);
  expect(panels.map(({ title, ends, from }) => [title, ends, from])).toEqual([
    ['noise', [0.1, 1000], 56],
    ['updates', [100, 10_000], 56],
    ['seconds', [0.1, 10], 56],
  ]);
  const [noise, updates] = panels.map(({ lines }) => lines[0]!);
  // 100 lies at two thirds of three decades; 3 half way up from 0.1 to 100 … and one that is not there nowhere.
  expect(noise!.x[6]).toBeCloseTo(2 / 3, 12);
  expect(noise!.y[6]).toBeCloseTo(Math.log10(30) / 4, 12);
  expect([updates!.y[0], updates!.y.length]).toEqual([NaN, 10]);
});

test('the race’s card is judged by the measured times, and bears out its claim', () => {
  const card = cards.find(({ id }) => id === 'mic-race')!;
  const judged = (book: BookResult) => {
    const evidence = { state: { steps: 56 }, ...unseen, book };
    return [card.outcome(evidence), card.claim(evidence)];
  };
  const result = raced();
  expect(judged(result)).toEqual(['tens', true]);
  const times = (seconds: (size: number) => number): BookResult => ({
    ...result,
    racers: result.racers!.map((racer) => ({ ...racer, seconds: seconds(racer.size) })),
  });
  expect(judged(times((size) => 1 / size))[0]).toBe('most');
  expect(judged(times((size) => Math.abs(size - 100)))[0]).toBe('hundreds');
  expect(judged(times((size) => size))[0]).toBe('few');
  expect(judged({ ...result, racers: result.racers!.map((one) => ({ ...one, updates: 1000 / one.size })) })[1]).toBe(
    false,
  );
  const look = card.look({ state: { steps: 56 }, ...unseen, book: result }, 56)!;
  for (const language of ['ja', 'en'] as const) {
    const names = [...text(language, look.text).matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
    for (const name of names) expect([name, Number.isFinite(look.values[name]?.value)]).toEqual([name, true]);
    const said = saidText(sentenceOf(wordsOf(language), result, 40));
    expect(said).toContain(language === 'ja' ? '10 通りのバッチのうち 7 通り' : '7 of 10 batch sizes');
    expect(said).not.toMatch(/[{}…]/);
  }
  expect(columnsOf(wordsOf('en'), result).map(({ name }) => name)).toEqual(['size', 'noise', 'updates', 'seconds']);
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
