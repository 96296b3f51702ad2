import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { ensemble, nudge } from '../../scenes/microscope/cards/digit.ts';
import { unseen, type Evidence } from '../../scenes/microscope/cards/types.ts';
import { belonging, moreSpecOf, specOf } from '../../scenes/microscope/digit/result.ts';
import { aboutNet } from '../../scenes/microscope/digit/run/about.ts';
import { moreOf } from '../../scenes/microscope/digit/run/more.ts';
import { lookAt, type Reader } from '../../scenes/microscope/digit/run/look.ts';
import { bringNet, leaveNet } from '../../scenes/microscope/digit/bring.ts';
import type { DigitJobs } from '../../scenes/microscope/digit/jobs.ts';
import { createBrought } from '../../scenes/microscope/digit/run/brought.ts';
import { refusalInWords } from '../../scenes/microscope/digit/refusal.ts';
import type { Session } from '../../scenes/microscope/model.ts';
import { createOwnNet, nameOfNet, type NetRefusal, type OwnNet } from '../../scenes/microscope/digit/own.ts';
import { headingOf, percent, readsOf, splitOf } from '../../scenes/microscope/digit/read.ts';
import { readerOf } from '../../scenes/microscope/digit/run/reader.ts';
import { CLASSES, NEAREST, THINNED, type DigitLook } from '../../scenes/microscope/digit/run/types.ts';
import { penAfter, type KeyPen } from '../../scenes/microscope/digit/panel/useKeyPen.ts';
import { sentenceOf } from '../../scenes/microscope/digit/told.tsx';
import { barAt, BACK, cellAt, FLOOR, sheetPlaces } from '../../scenes/microscope/digit/views/place.ts';
import { cellUnder, pointedIn } from '../../scenes/microscope/digit/views/usePointed.ts';
import { scene } from '../../scenes/microscope/scene.ts';
import { table, type State } from '../../scenes/microscope/state.ts';
import { addTexts, hasText } from '../../src/i18n/index.ts';
import { readNpz, writeNpz } from '../../src/io/networks/npz.ts';
import { createDigits } from '../../src/jobs/shippedDigits.ts';
import { answerOf } from '../../src/networks/microscope/saliency.ts';
import { drawnTo, PAD, type Strokes } from '../../src/networks/microscope/strokes.ts';
import type { DataSet } from '../../src/networks/types.ts';
import { changePart } from '../../src/scene/state/change.ts';
import { decodeLink, encodeLink } from '../../src/state/link.ts';
import { createSceneStore } from '../../src/state/sceneStore.ts';
import { lookOf } from '../../src/ui/cards/quiz.ts';
import { cardText } from '../../src/ui/cards/texts.ts';
import { isNumber, saidText } from '../../src/ui/say/said.ts';
import { wordsOf } from '../../src/ui/useText.ts';

const { rules, entries } = table;
const link = 'v=1&scene=microscope&vw=digit';
const stateOf = (more: string): State => rules.resolve(decodeLink(rules, link + more).overrides);

let reader: Reader;
let data: DataSet;
beforeAll(async () => {
  addTexts(scene.words!);
  vi.stubGlobal('fetch', async (file: URL) => new Response(new Uint8Array(await readFile(file))));
  data = await createDigits()(Infinity);
  reader = readerOf(new Uint8Array(await readFile('assets/networks/digits.npz')));
  return () => vi.unstubAllGlobals();
});
const look = (more: string): DigitLook => lookAt(specOf(stateOf(more)), reader, data);
const besides = (more: string, pause = () => Promise.resolve()) =>
  moreOf(moreSpecOf(specOf(stateOf(more))), reader, data, pause);

/** A plain 1, and the dot of an i over it. */
const drawing = (): Strokes => {
  let strokes: Strokes = [];
  for (let i = 0; i <= 40; i++) strokes = drawnTo(strokes, 0.55 - 0.002 * i, 0.2 + 0.015 * i, i === 0);
  return strokes;
};
const drawn = () => encodeLink(rules, { view: 'digit', strokes: drawing() }).slice(link.length);

describe('a digit', () => {
  test('of the test set is what the file says, and its sheets are the layers’ own activations', () => {
    const { label, sheets, probabilities, answer, parts } = look('&dg=36&wh=0');
    expect([label, answer]).toEqual([3, 3]);
    expect(sheets.map(({ values }) => values.length)).toEqual([784, 100, 50, CLASSES]);
    expect(parts).toBe(3);
    expect(probabilities.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    const { network, weights } = reader;
    network.forward(weights, { count: 1, x: data.test.x.slice(36 * 784, 37 * 784) });
    const [first, second] = network.room().hidden;
    expect(sheets[1]!.values).toEqual(Float32Array.from(first!.a.subarray(0, 100)));
    expect(sheets[2]!.values).toEqual(Float32Array.from(second!.a.subarray(0, 50)));
    // Where there is no ink nothing speaks.
    sheets[0]!.values.forEach((ink, i) => ink === 0 && expect(Math.abs(sheets[0]!.spoke![i]!)).toBe(0));
  });

  test('of the reader’s own travels in the link, and is read as drawn', () => {
    const more = drawn();
    expect(more).toMatch(/^&dr=[0-9a-z]+$/);
    const state = stateOf(more);
    expect(state.strokes).toEqual(drawing());
    const { label, answer, spec } = look(more);
    expect(label).toBeNull();
    expect(answer).toBe(1);
    // Which test digit lies beneath is not asked.
    expect(spec).toEqual(specOf(stateOf(`&dg=7${more}`)));
  });

  test('of the test set puts a drawing away, and the nudge that was meant for it', () => {
    const store = createSceneStore(rules, { view: 'digit', strokes: [[0, PAD]], epsilon: 0.1 });
    changePart(store, entries.digit, 'digit', 12);
    expect(store.get().state).toMatchObject({ digit: 12, strokes: [], epsilon: 0 });
  });

  test('lies beside the training digits nearest to it, however often the search for them is paused', async () => {
    let pauses = 0;
    const { nearest, spec } = await besides('&dg=36', () => Promise.resolve().then(() => void (pauses += 1)));
    const x = data.test.x.subarray(36 * 784, 37 * 784);
    const all = Array.from({ length: data.train.count }, (_, row) => {
      const own = data.train.x.subarray(row * 784, (row + 1) * 784);
      return { row, distance: Math.sqrt(own.reduce((sum, value, i) => sum + (value - x[i]!) ** 2, 0)) };
    }).sort((a, b) => a.distance - b.distance || a.row - b.row);
    expect(nearest.map(({ row }) => row)).toEqual(all.slice(0, NEAREST).map(({ row }) => row));
    nearest.forEach(({ row, label, distance }, i) => {
      expect(label).toBe(data.train.labels![row]);
      expect(distance).toBeCloseTo(all[i]!.distance, 9);
    });
    expect(pauses).toBeGreaterThan(8);
    expect(spec).toEqual({ digit: 36, strokes: [], epsilon: 0, net: 0 });
  });

  test('leaves what is found besides to the look that it was found for', async () => {
    const more = await besides('&dg=36');
    expect(belonging(look('&dg=36&ab=8&th=1'), more)).toBe(more);
    for (const other of ['&dg=37', '&dg=36&ep=0.1', drawn()]) expect(belonging(look(other), more)).toBeNull();
    expect(belonging(look('&dg=36'), null)).toBeNull();
  });

  test('is another one to the net from the smallest nudge on, not before', async () => {
    const { answer } = look('');
    const { smallest } = await besides('');
    const at = (epsilon: number) => look(`&ep=${epsilon}`);
    expect(at(smallest! + 1e-5)).toMatchObject({ unmoved: answer });
    expect(at(smallest! + 1e-5).answer).not.toBe(answer);
    expect(at(smallest! - 1e-3).answer).toBe(answer);
    // No pixel is moved farther, or out of the paper's range.
    const [before, after] = [look('').sheets[0]!.values, at(0.05).sheets[0]!.values];
    after.forEach((value, i) => {
      expect(Math.abs(value - before[i]!)).toBeLessThanOrEqual(0.05 + 1e-6);
      expect(value >= 0 && value <= 1).toBe(true);
    });
  });

  test('can be asked about another class', () => {
    expect(look('').about).toBe(3);
    const other = look('&ab=8');
    expect(other.about).toBe(8);
    expect(other.sheets[1]!.spoke).not.toEqual(look('').sheets[1]!.spoke);
  });

  test('has its thinned nets only where they are asked for, each a distribution', () => {
    expect(look('').thinned).toBeNull();
    const { each, mean } = look('&th=1&ts=0.3').thinned!;
    for (let net = 0; net < THINNED; net++)
      expect(each.subarray(net * CLASSES, (net + 1) * CLASSES).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 5);
    expect(answerOf(mean)).toBe(3);
  });
});

describe.each([nudge, ensemble])('the card $id', (card) => {
  test('has its texts, and what the net says is what it says', async () => {
    for (const part of ['title', 'ask', ...card.answers.map((answer) => `answer.${answer}`)])
      expect(hasText(cardText(card, part as 'title')), part).toBe(true);
    expect(encodeLink(rules, decodeLink(rules, card.link).overrides)).toBe(card.link);
    const spec = specOf(rules.resolve(decodeLink(rules, card.link).overrides));
    const digit = lookAt(spec, reader, data);
    const digitMore = await moreOf(moreSpecOf(spec), reader, data, () => Promise.resolve());
    const evidence: Evidence = { ...unseen, state: { steps: digit.parts }, digit, digitMore };
    expect(card.claim(evidence)).toBe(true);
    expect(card.answers).toContain(card.outcome(evidence));
    expect(card.judgedAt).toBe(digit.parts);
    const said = lookOf(card, evidence, digit.parts)!;
    expect(hasText(said.text)).toBe(true);
    for (const { value } of Object.values(said.values)) expect(Number.isFinite(value)).toBe(true);
    const nothing: Evidence = { ...unseen, state: { steps: 0 } };
    expect([card.outcome(nothing), card.claim(nothing), card.look(nothing, 3)]).toEqual([null, false, null]);
  });
});

test('the card of the nudge speaks of the digit before it, wherever the nudge stands', async () => {
  const saidAt = async (more: string) => {
    const [digit, digitMore] = [look(more), await besides(more)];
    return lookOf(nudge, { ...unseen, state: { steps: digit.parts }, digit, digitMore }, digit.parts);
  };
  const { smallest } = await besides('');
  const there = `&ep=${Math.ceil(smallest! * 1e4) / 1e4}`;
  expect(look(there).answer).not.toBe(look('').answer);
  expect(await saidAt(there)).toEqual(await saidAt(''));
  expect((await saidAt(''))!.values).toMatchObject({ answer: { value: 3 } });
});

test('the shipped net’s accuracy is counted, and each misread digit is misread', async () => {
  const net = await aboutNet(0, reader, data, () => Promise.resolve());
  expect(net).toMatchObject({ train: 8000, test: 2000, widths: [784, 100, 50, 10] });
  expect(net.right + net.misread.length).toBe(2000);
  expect(net.right / net.test).toBeGreaterThan(0.97);
  for (const { row, label, answer } of net.misread.slice(0, 8)) {
    const { label: own, unmoved } = look(`&dg=${row}`);
    expect([own, unmoved]).toEqual([label, answer]);
    expect(label).not.toBe(answer);
  }
});

test('a net of the reader’s own is named, and nothing is claimed of what it learned from', () => {
  const own: OwnNet = { net: { number: 2, name: 'mine.npz' }, reading: false, refused: null };
  expect([0, 1, 2].map((number) => nameOfNet(own, number))).toEqual([null, null, 'mine.npz']);
  const about = { widths: [784, 10], train: 8000, test: 2000, right: 1800, misread: [] };
  for (const language of ['ja', 'en'] as const) {
    const t = wordsOf(language);
    expect(splitOf(t, { ...about, net: 0 })).toContain('8,000');
    expect(splitOf(t, { ...about, net: 2 })).not.toMatch(/8,000|\{/);
    expect(headingOf(t, look(''), null)).not.toContain('mine');
    for (const said of [headingOf(t, look(''), 'mine.npz'), readsOf(t, 3, 'mine.npz')])
      expect(said).toContain('mine.npz');
  }
});

test('a net that reads no digits is refused, and why is said', async () => {
  const other = new Uint8Array(await readFile('test/fixtures/networks/runs/tanh-sgd.npz'));
  expect(() => readerOf(other)).toThrow(/takes \d+ inputs .* 784 pixels and 10 classes/);
  expect(() => readerOf(new Uint8Array([1, 2, 3]))).toThrow('no .npz');
  const diverged = readNpz(new Uint8Array(await readFile('assets/networks/digits.npz')));
  for (const [name, tensor] of diverged)
    if (tensor.kind === 'numbers' && name.endsWith('weight')) tensor.values.fill(NaN);
  expect(() => readerOf(writeNpz(diverged))).toThrow(/not a finite number: the training diverged/);
});

describe('a file of the reader’s own', () => {
  const file = (name: string) => new File([], name);
  const sessionOf = () =>
    ({ own: { digitNet: createOwnNet() }, store: createSceneStore(rules, {}) }) as unknown as Session;
  /** Each answers when it is told to. */
  function slowJobs() {
    const answers: ((why: NetRefusal | null) => void)[] = [];
    const forgotten: number[] = [];
    const numbers: number[] = [];
    const jobs = {
      bringNet: (net: number) => (
        numbers.push(net),
        new Promise<NetRefusal | null>((resolve) => answers.push(resolve))
      ),
      forgetNet: (net: number) => void forgotten.push(net),
    } as unknown as DigitJobs;
    return { jobs, answers, forgotten, numbers };
  }

  test('of two in a row the newest reads, though it is read first, and nothing else is kept', async () => {
    const session = sessionOf();
    const { jobs, answers, forgotten, numbers } = slowJobs();
    const both = [bringNet(session, jobs, file('old.npz')), bringNet(session, jobs, file('new.npz'))];
    answers[1]!(null);
    answers[0]!(null);
    await Promise.all(both);
    expect(session.own.digitNet.getState()).toMatchObject({ net: { name: 'new.npz' }, reading: false });
    expect(forgotten).toEqual([numbers[0]]);
    leaveNet(session, jobs);
    expect(forgotten).toEqual(numbers);
  });

  test('that is refused says why in the reader’s language', async () => {
    const session = sessionOf();
    const { jobs, answers } = slowJobs();
    const done = bringNet(session, jobs, file('a.npz'));
    answers[0]!({ code: 'not-zip', detail: {}, message: 'This is no .npz' });
    await done;
    const { net, refused } = session.own.digitNet.getState();
    expect(net).toBeNull();
    expect(refusalInWords(wordsOf('ja'), refused!.why)).toMatch(/壊れている/);
    expect(refusalInWords(wordsOf('en'), refused!.why)).toMatch(/broken as an \.npz/);
  });

  test('that is too large is refused before it is read', async () => {
    const large = { size: 2 ** 30, arrayBuffer: () => Promise.reject(new Error('it was read')) } as unknown as Blob;
    const brought = createBrought();
    await brought.bring(7, 'large.npz', large);
    expect(brought.refusal(7)).toMatchObject({ code: 'too-large' });
    brought.forget(7);
    expect([brought.refusal(7), brought.reader(7)]).toEqual([null, null]);
  });
});

test('a pen that keys move writes a digit, too', () => {
  let pen: KeyPen = { x: 0.5, y: 0.2, down: false };
  let strokes: Strokes = [];
  const press = (key: string) => {
    const next = penAfter(pen, key)!;
    if (next.down) strokes = drawnTo(strokes, next.x, next.y, !pen.down);
    pen = next;
  };
  for (const key of ['ArrowLeft', ' ', ...Array<string>(14).fill('ArrowDown'), ' ', 'ArrowRight']) press(key);
  expect(strokes).toHaveLength(1);
  const { answer } = lookAt(specOf({ ...stateOf(''), strokes }), reader, data);
  expect(answer).toBe(1);
  for (let i = 0; i < 40; i++) press('ArrowRight');
  expect(pen.x).toBeLessThan(1);
  expect(penAfter(pen, 'q')).toBeNull();
});

test('its sentence says numbers of the net, in both languages', () => {
  for (const [more, key] of [
    ['', '98.7'],
    ['&ep=0.02', '0.02'],
    ['&ep=0.1', '0.1'],
    ['&dg=28', '58.7'],
    [drawn(), '1'],
  ] as const) {
    for (const language of ['ja', 'en'] as const) {
      const said = sentenceOf(wordsOf(language), look(more), true);
      expect(sentenceOf(wordsOf(language), look(more), false).length).toBeLessThan(said.length);
      expect(saidText(said)).not.toContain('{');
      expect(
        said.filter(isNumber).some(({ shown }) => shown.includes(key)),
        `${more} ${language}`,
      ).toBe(true);
    }
  }
});

test('the pointer finds the cell whose middle it meets, and nothing beside the sheet', () => {
  const widths = [784, 100, 50, 10];
  const ray = (x: number, y: number) => ({
    origin: { x, y, z: 40 },
    direction: { x: 0, y: 0, z: -1 },
    ...{ distanceTo: () => NaN, reach: 0 },
  });
  sheetPlaces(widths).forEach((place, layer) => {
    for (const index of [0, 27, widths[layer]! - 1]) {
      const { left, right, low, high } = cellAt(place, index);
      expect(cellUnder(ray((left + right) / 2, (low + high) / 2), place, widths[layer]!)).toBe(index);
    }
    expect(cellUnder(ray(place.left - 0.1, place.top - 0.1), place, widths[layer]!)).toBe(-1);
    expect(cellUnder(ray(0, place.top + 0.1), place, widths[layer]!)).toBe(-1);
  });
});

test('what is under the pointer is told with its own numbers: a pixel, a neuron, a bar, and with thinned nets their range', () => {
  const t = wordsOf('en');
  const shown = look('&dg=36&th=1');
  const widths = [784, 100, 50, 10];
  const ray = (x: number, y: number, z = 40) => ({
    ...{ origin: { x, y, z }, direction: { x: 0, y: 0, z: -1 }, distanceTo: () => NaN, reach: 0 },
  });
  const over = (layer: number, index: number) => {
    const place = sheetPlaces(widths)[layer]!;
    const { left, right, low, high } = cellAt(place, index);
    return pointedIn(t, shown, ray((left + right) / 2, (low + high) / 2, place.z + 0.1))!;
  };
  for (const [layer, index, title] of [
    [0, 3 * 28 + 13, 'row 4, column 14'],
    [1, 27, 'neuron 28'],
    [2, 49, 'neuron 50'],
  ] as const) {
    const { title: told, rows } = over(layer, index);
    const { values, spoke } = shown.sheets[layer]!;
    expect(told).toContain(title);
    expect(rows.map(({ value }) => value)).toEqual([t.number(values[index]!, 3), t.number(spoke![index]!, 3)]);
    expect(rows[1]!.label).toContain('3');
  }
  const bar = pointedIn(t, shown, ray(barAt(3, CLASSES).middle, FLOOR + 0.1, BACK + 0.1))!;
  const own = Array.from({ length: THINNED }, (_, i) => shown.thinned!.each[i * CLASSES + 3]!);
  expect(bar.title).toContain('3');
  expect(bar.rows.map(({ value }) => value)).toEqual([
    percent(t, shown.probabilities[3]!),
    percent(t, shown.thinned!.mean[3]!),
    `${percent(t, Math.min(...own), 2)} … ${percent(t, Math.max(...own), 2)}`,
  ]);
  expect(pointedIn(t, look('&dg=36'), ray(barAt(3, CLASSES).middle, FLOOR + 0.1, BACK + 0.1))!.rows).toHaveLength(1);
  expect(pointedIn(t, shown, ray(0, 90))).toBeNull();
});
