import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { cards } from '../../scenes/microscope/cards/index.ts';
import { unseen, type Evidence } from '../../scenes/microscope/cards/types.ts';
import { layerInWords, measuredInWords } from '../../scenes/microscope/layers/read.ts';
import { createCollector } from '../../scenes/microscope/layers/run/collect.ts';
import { trainAll } from '../../scenes/microscope/layers/run/train.ts';
import type { LayersRun, LayersSpec, Row } from '../../scenes/microscope/layers/run/types.ts';
import { specOf } from '../../scenes/microscope/layers/spec.ts';
import { sentenceOf } from '../../scenes/microscope/layers/told.tsx';
import {
  activationRow,
  bridge,
  gradientRow,
  HALF,
  heightOf,
  neuronAt,
  PIECES,
} from '../../scenes/microscope/layers/views/place.ts';
import { binAt } from '../../scenes/microscope/layers/views/usePointed.ts';
import { scene } from '../../scenes/microscope/scene.ts';
import { table, type State } from '../../scenes/microscope/state.ts';
import { addTexts, hasText } from '../../src/i18n/index.ts';
import { fastArithmetic } from '../../src/jobs/networkArithmetic.ts';
import { createDigits } from '../../src/jobs/shippedDigits.ts';
import { decodeLink, encodeLink } from '../../src/state/link.ts';
import { lookOf } from '../../src/ui/cards/quiz.ts';
import { cardText } from '../../src/ui/cards/texts.ts';
import { isNumber, saidText } from '../../src/ui/say/said.ts';
import { wordsOf } from '../../src/ui/useText.ts';

beforeAll(() => addTexts(scene.words!));

const { rules } = table;
const stateOf = (link: string): State => rules.resolve(decodeLink(rules, link).overrides);
const opening = 'v=1&scene=microscope';

/** The shipped ones from the very files, through the worker's own reader. */
const digits = createDigits();
beforeAll(() => {
  vi.stubGlobal('fetch', async (file: URL) => new Response(new Uint8Array(await readFile(file))));
  return () => vi.unstubAllGlobals();
});

const trained = new Map<string, Promise<LayersRun>>();
async function train(spec: LayersSpec): Promise<LayersRun> {
  const collector = createCollector(spec);
  const data = await digits(spec.samples);
  await trainAll(spec, data, fastArithmetic(), collector.add, () => Promise.resolve());
  return collector.run(true)!;
}
/** Few records: looking inside takes longer than learning. */
const RECORDS = 4;
function runOf(state: State): Promise<LayersRun> {
  const whole = specOf(state);
  const spec = { ...whole, every: whole.updates / RECORDS };
  const key = JSON.stringify(spec);
  if (!trained.has(key)) trained.set(key, train(spec));
  return trained.get(key)!;
}

describe.each(cards.filter(({ link }) => stateOf(link).view === 'layers'))('the card $id', (card) => {
  test('has its texts, and what its run finds is what it says (seed 1)', async () => {
    for (const part of ['title', 'ask', ...card.answers.map((answer) => `answer.${answer}`)])
      expect(hasText(cardText(card, part as 'title')), part).toBe(true);
    expect(encodeLink(rules, decodeLink(rules, card.link).overrides)).toBe(card.link);
    const layers = await runOf(stateOf(card.link));
    const evidence: Evidence = { state: { steps: layers.parts }, ...unseen, layers, waiting: false };
    expect(card.claim(evidence)).toBe(true);
    expect(card.answers).toContain(card.outcome(evidence));
    for (const step of [0, card.judgedAt, layers.parts]) {
      const said = lookOf(card, evidence, step);
      expect(said && hasText(said.text), String(step)).toBe(true);
      for (const { value } of Object.values(said!.values)) expect(Number.isFinite(value)).toBe(true);
    }
  }, 60_000);

  test('says nothing where nothing has been found', () => {
    const nothing: Evidence = { state: { steps: 0 }, ...unseen };
    expect(card.outcome(nothing)).toBeNull();
    expect(card.claim(nothing)).toBe(false);
    expect(card.look(nothing, 3)).toBeNull();
  });
});

/** What `id`'s card says and judges of a short run of another setting. */
async function ofAnother(id: string, set: string) {
  const card = cards.find((one) => one.id === id)!;
  const layers = await runOf(stateOf(`${card.link.split('&play')[0]}${set}`));
  const evidence: Evidence = { state: { steps: layers.parts }, ...unseen, layers, waiting: false };
  return { look: card.look(evidence, card.judgedAt), outcome: card.outcome(evidence) };
}

describe('a card speaks of the run that is on view, not of its own', () => {
  test.each([
    ['mic-init', '&sd=1&k=40'],
    ['mic-init', '&dp=3&k=40'],
    ['mic-init', '&bn=1&k=40'],
    ['mic-gradient', '&dp=2&k=40'],
    ['mic-batch', '&sd=1&n=100'],
    ['mic-twins', '&k=40&i=he&n=100'],
  ])('%s is silent where what it says is not so: %s', async (id, set) => {
    expect((await ofAnother(id, set)).look).toBeNull();
  });

  test('at another depth it names that, and answers no question of the old one', async () => {
    for (const [id, depth] of [
      ['mic-init', 6],
      ['mic-gradient', 6],
    ] as const) {
      const { look, outcome } = await ofAnother(id, `&dp=${depth}&k=40`);
      expect([look?.values['depth']?.value, outcome]).toEqual([depth, null]);
    }
  });
});

describe('the opening', () => {
  test('without batch normalization nothing arrives at the last layer and nothing is learned; with it all of it is (seed 1)', async () => {
    const { nets, parts, at } = await runOf(stateOf(opening));
    const [without, norm] = nets.map(({ rows }) => rows);
    expect([without!.length, norm!.length, at.at(-1)]).toEqual([parts + 1, parts + 1, 200]);
    const ends = ({ layers }: Row) => [layers[0]!.std, layers.at(-1)!.std] as const;
    // σ √100 a layer, four times: a ten-thousandth is left.
    const [first, last] = ends(without![0]!);
    expect(last / first).toBeGreaterThan(0.5e-4);
    expect(last / first).toBeLessThan(2e-4);
    for (const row of norm!) for (const { std } of row.layers) expect(std).toBeGreaterThan(0.5);
    expect(without!.at(-1)!.trainLoss).toBeGreaterThan(2.29);
    expect(norm!.at(-1)!.trainLoss).toBeLessThan(0.3);
    expect(norm!.at(-1)!.testAccuracy).toBeGreaterThan(0.85);
    // The same initial weights: their inference begins with the same loss.
    expect(norm![0]!.trainLoss).toBeCloseTo(without![0]!.trainLoss, 4);
  }, 60_000);

  test('its sentence says numbers of the records, each ridge has its own in both languages', async () => {
    const run = await runOf(stateOf(opening));
    const t = wordsOf('en');
    const rows = run.nets.map(({ rows }) => rows[RECORDS]!);
    const said = sentenceOf(t, run, RECORDS).filter(isNumber);
    expect(said.map(({ value }) => value)).toEqual(
      expect.arrayContaining([200, ...rows.flatMap(({ trainLoss, layers }) => [trainLoss, layers.at(-1)!.std])]),
    );
    const { std, saturated } = rows[1]!.layers[2]!;
    const words = layerInWords(t, run, rows[1]!, 2);
    expect(words).toContain(`Layer 3: std ${t.number(std, 2)}, ${t.number(100 * saturated, 3)} % saturated`);
    expect(saidText(sentenceOf(wordsOf('ja'), run, 0))).not.toContain('{');
    expect(layerInWords(wordsOf('ja'), run, rows[0]!, 4)).toContain('層 5');
  });

  test('in the midst of a training, words are of the last record that is there and say that it goes on', async () => {
    const run = await runOf(stateOf(opening));
    const under = {
      ...run,
      ...{ whole: false, nets: run.nets.map((net, k) => ({ ...net, rows: net.rows.slice(0, 3 - k) })) },
    };
    for (const language of ['en', 'ja'] as const) {
      const said = sentenceOf(wordsOf(language), under, RECORDS);
      expect(said.filter(isNumber).map(({ value }) => value)).toContain(under.at[2]);
      expect(saidText(said)).toContain(language === 'en' ? 'After 100 updates so far' : 'ここまで');
      expect(saidText(sentenceOf(wordsOf(language), run, RECORDS))).not.toMatch(/so far|ここまで/);
    }
    // One that diverged has no more: what is told is the other's, and nothing goes on.
    const whole = { ...under, whole: true };
    expect(saidText(sentenceOf(wordsOf('en'), whole, RECORDS))).toMatch(/^After 100 updates the/);
  }, 60_000);

  test('says by what it was computed, and on how many samples the losses are where these are not all', async () => {
    const { spec, nets } = await runOf(stateOf(opening));
    expect(nets.map(({ rows }) => rows.map(({ arithmetic }) => arithmetic)).flat()).toEqual(
      new Array(2 * (RECORDS + 1)).fill('simd'),
    );
    expect(measuredInWords(wordsOf('en'), { spec })).toBeNull();
    const more = { spec: { ...spec, samples: 1001 } };
    expect(measuredInWords(wordsOf('en'), more)).toBe(
      'Loss and accuracy are of the first 1,000 training and test digits.',
    );
    expect(measuredInWords(wordsOf('ja'), more)).toContain('はじめの 1,000 枚');
  });

  test('one net for itself is the same as beside the other', async () => {
    const { nets } = await runOf(stateOf(opening));
    const alone = await train({ ...specOf(stateOf(`${opening}&tw=0&bn=1`)), updates: 50, every: 50 });
    expect(alone.nets[0]!.rows[1]!.trainLoss).toBe(nets[1]!.rows[1]!.trainLoss);
  }, 60_000);
});

test('a run is none before each net has a record', () => {
  const collector = createCollector(specOf(stateOf(opening)));
  const row = { net: 1, row: 0 } as Row;
  collector.add(row);
  expect(collector.run(false)).toBeNull();
  collector.add({ ...row, net: 0 });
  expect(collector.run(false)?.nets.map(({ rows }) => rows.length)).toEqual([1, 1]);
});

describe('sheets in space', () => {
  test('stand one behind the other, gradients behind all activations', () => {
    for (const count of [1, 5, 8]) {
      const all = [...activationRow(count, true).places, ...gradientRow(count).places].map(({ z }) => z);
      expect(all).toEqual([...all].sort((a, b) => b - a));
      expect(new Set(all).size).toBe(2 * count);
    }
  });

  test('a pointer finds the bin that it points at, and whether its ridge is that high', () => {
    const place = activationRow(5, true).places[2]!;
    const shares = Float64Array.from({ length: 4 }, (_, bin) => (bin === 3 ? 0.25 : 0));
    const at = (x: number, y: number) => {
      const origin = { x: 0, y: 6, z: place.z + 20 };
      return binAt({ origin, direction: { x, y: y - 6, z: -20 } }, place, { low: 0, high: 1, shares });
    };
    expect(at(0.9 * HALF, 0.9 * heightOf(0.25))).toMatchObject({ bin: 3, within: true });
    expect(at(0.9 * HALF, 1.1 * heightOf(0.25))).toMatchObject({ bin: 3, within: false });
    expect(at(-0.9 * HALF, 0.1)).toMatchObject({ bin: 0, within: false });
    expect(at(1.1 * HALF, 1)).toBeNull();
    const back = binAt({ origin: { x: 0, y: 1, z: place.z + 5 }, direction: { x: 0, y: 0, z: 1 } }, place, {
      low: 0,
      high: 1,
      shares,
    });
    expect(back).toBeNull();
  });

  test('a thread leads from one neuron to the other without a gap, and rises between them', () => {
    const {
      places: [place],
      apart,
    } = activationRow(5, true);
    const places = new Float64Array(6);
    neuronAt(place!, apart, 0.2, [0, 1], 3, 100, places, 0);
    neuronAt(place!, apart, 0.7, [0, 1], 90, 100, places, 3);
    const [starts, ends] = [new Float32Array(3 * PIECES), new Float32Array(3 * PIECES)];
    bridge(places, 0, 1, starts, ends, 0);
    expect(starts.subarray(0, 3)).toEqual(Float32Array.from(places.subarray(0, 3)));
    expect(ends.subarray(-3)).toEqual(Float32Array.from(places.subarray(3)));
    expect(starts.subarray(3)).toEqual(ends.subarray(0, -3));
    expect(Math.max(...ends.filter((_, i) => i % 3 === 1))).toBeGreaterThan(1);
  });
});
