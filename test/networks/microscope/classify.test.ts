import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { digitsFrom } from '../../../src/io/networks/digits.ts';
import { readNpz } from '../../../src/io/networks/npz.ts';
import { readRun } from '../../../src/io/networks/run/read.ts';
import { networkAt, rowOf } from '../../../src/io/networks/run/records.ts';
import { centred } from '../../../src/networks/microscope/centre.ts';
import { classify } from '../../../src/networks/microscope/classify.ts';
import { smallestNudge } from '../../../src/networks/microscope/saliency.ts';
import { drawnDigit, styles, type StyleId } from './drawnDigits.ts';

const asset = (name: string) => readFileSync(new URL(`../../../assets/networks/${name}`, import.meta.url));
const run = readRun(readNpz(asset('digits.npz')));
const network = networkAt(run, run.count - 1);
const weights = rowOf(run, run.count - 1);

test('the shipped network reads at least 97 % of the 2,000 held-out digits', () => {
  const { test: held } = digitsFrom(asset);
  let right = 0;
  for (let row = 0; row < held.count; row++) {
    const { class: answer } = classify(network, weights, held.x.subarray(784 * row, 784 * (row + 1)));
    if (answer === held.labels![row]) right++;
  }
  expect(held.count).toBe(2000);
  expect(right / held.count).toBeGreaterThanOrEqual(0.97);
});

test('of 50 digits drawn by script, ten in each of five styles, at least 80 % are read rightly, and 7 of 10 in each; seed 1', () => {
  const rightOf = (style: StyleId) =>
    Array.from(
      { length: 10 },
      (_, digit) => classify(network, weights, centred(drawnDigit(digit, style, 1))!).class,
    ).filter((answer, digit) => answer === digit).length;
  const right = (Object.keys(styles) as StyleId[]).map(rightOf);
  expect(right).toHaveLength(5);
  expect(right.reduce((a, b) => a + b)).toBeGreaterThanOrEqual(40);
  expect(Math.min(...right)).toBeGreaterThanOrEqual(7);
});

test('one digit is read for itself: probabilities add up to 1, are the same every time, and move no statistics', () => {
  const digit = centred(drawnDigit(3, 'slanted', 2))!;
  const before = structuredClone(network.running);
  const { probabilities } = classify(network, weights, digit);
  expect(probabilities.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
  expect(classify(network, weights, digit).probabilities).toEqual(probabilities);
  expect(network.running).toEqual(before);
  // Ten of them at once are read no other way.
  const ten = new Float64Array(7840);
  for (let i = 0; i < 10; i++) ten.set(i === 0 ? digit : centred(drawnDigit(i, 'thick', 1))!, 784 * i);
  const logits = network.forward(weights, { count: 10, x: ten }).slice(0, 10);
  const alone = network.forward(weights, { count: 1, x: digit }).slice(0, 10);
  expect(logits).toEqual(alone);
});

test('a nudge of a few per cent a pixel changes the answer of most digits', () => {
  const { test: held } = digitsFrom(asset);
  const nudges = Array.from({ length: 20 }, (_, row) =>
    smallestNudge(network, weights, held.x.slice(784 * row, 784 * (row + 1)), held.labels![row]!),
  );
  expect(nudges.filter((nudge) => nudge !== null && nudge < 0.2).length).toBeGreaterThan(15);
});
