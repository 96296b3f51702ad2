import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { expect, test } from 'vitest';
import { answerOf } from '../../scenes/networks/crowd/answer.ts';
import { createAtlas } from '../../scenes/networks/crowd/atlas.ts';
import { crowdOf } from '../../scenes/networks/crowd/at.ts';
import { crowdPlane, placeIn } from '../../scenes/networks/crowd/plane.ts';
import { saidSize, saysOf } from '../../scenes/networks/run/says.ts';
import type { NetworkSpec } from '../../src/networks/types.ts';
import { createRng } from '../../src/math/rng.ts';
import { drawData } from '../../src/networks/data/index.ts';
import { answerColours } from '../../scenes/networks/views/colours.ts';
import { palettes } from '../../src/view/palette.ts';
import { contrast, deltaE, labOf } from '../state/colourVision.ts';

const COUNT = 80;
const M = 10;
const { gaussian, uniform } = createRng(3, 'crowd');
/** Ten clusters that overlap. */
const labels = Uint8Array.from({ length: COUNT }, () => Math.floor(uniform() * M));
const logits = Float32Array.from(
  { length: COUNT * M },
  (_, at) => (at % M === labels[Math.floor(at / M)] ? 4 : 0) + (1 + (at % M) / 4) * gaussian(),
);
const places = (from: ArrayLike<number>) => {
  const plane = crowdPlane(from, labels, M);
  return Array.from(labels, (_, i) => placeIn(plane, from, i));
};

test('digits stand in the plane of the first two principal components, as an eigensolver finds it', () => {
  const rows = new Matrix(Array.from(labels, (_, i) => Array.from(logits.subarray(i * M, (i + 1) * M))));
  const own = rows.subColumnVector(rows.mean('row'));
  const centred = own.subRowVector(own.mean('column'));
  const scatter = centred.transpose().mmul(centred);
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(scatter, { assumeSymmetric: true });
  const [second, first] = realEigenvalues.slice(-2);
  const plane = crowdPlane(logits, labels, M);
  expect(plane.explained).toBeCloseTo((first! + second!) / scatter.trace(), 9);
  // The plane is the same, whatever its turn in itself: so is every distance from the mean.
  const found = places(logits);
  const reference = centred.mmul(eigenvectorMatrix.subMatrix(0, M - 1, M - 2, M - 1));
  found.forEach(([x, y], i) => expect(Math.hypot(x, y)).toBeCloseTo(Math.hypot(...reference.getRow(i)), 5));
  expect(plane.half).toBeCloseTo(Math.max(...found.flat().map(Math.abs)), 12);
});

test('it neither flips nor turns with what the answers do not depend on', () => {
  const shifted = Float32Array.from(logits, (value, at) => value + 100 * Math.sin(Math.floor(at / M)));
  places(shifted).forEach(([x, y], i) => {
    const [a, b] = places(logits)[i]!;
    expect(x).toBeCloseTo(a, 3);
    expect(y).toBeCloseTo(b, 3);
  });
  // The classes stand around as on a clock's face, as nearly as a turn brings them there.
  const clock = (turn: number) =>
    places(logits).reduce((sum, [x, y], i) => {
      const angle = Math.PI / 2 - (2 * Math.PI * labels[i]!) / M + turn;
      return sum + x * Math.cos(angle) + y * Math.sin(angle);
    }, 0);
  expect(clock(0)).toBeGreaterThan(0);
  for (const turn of [-0.1, 0.1, 1, 3]) expect(clock(turn)).toBeLessThan(clock(0));
});

test('what does not vary has a plane, too; what is not finite has no say', () => {
  expect(crowdPlane(new Float32Array(20), [0, 1], M)).toMatchObject({ half: 1, explained: 0 });
  const two = crowdPlane([1, -1, -2, 2, 3, -3], [0, 1, 0], 2);
  expect(two.explained).toBeCloseTo(1, 12);
  const broken = Float32Array.from([...logits, ...Array<number>(M).fill(NaN)]);
  expect(crowdPlane(broken, [...labels, 0], M)).toEqual(crowdPlane(logits, labels, M));
});

test('a crowd stands, record by record, in the plane of its newest record that is finite, as high as the right class is probable', () => {
  const samples = {
    count: COUNT,
    inputs: 1,
    outputs: M,
    x: new Float64Array(COUNT),
    targets: new Float64Array(0),
    labels,
  };
  const data = { task: 'classes', train: samples, test: samples, domain: [] } as const;
  const early = logits.map((value) => value / 3);
  const fields = Float32Array.from([...early, ...logits, ...logits.map(() => NaN)]);
  const crowd = crowdOf({ count: 3, fields }, data);
  expect(crowd.half).toBe(crowdPlane(logits, labels, M).half);
  const plane = crowdPlane(logits, labels, M);
  for (const [record, from] of [early, logits].entries()) {
    for (let i = 0; i < COUNT; i += 7) {
      const place = [...crowd.standing(record).subarray(3 * i, 3 * i + 3)];
      expect(place).toEqual([...placeIn(plane, from, i), answerOf(from, labels, i, M).ofRight]);
    }
  }
});

test('the atlas shows the samples’ own pixels, tile by tile', () => {
  const count = 5;
  const x = Float64Array.from({ length: count * 784 }, (_, at) => ((at * 7) % 256) / 255);
  const { texture, columns, rows } = createAtlas(x, 784, count);
  expect([columns, rows]).toEqual([3, 2]);
  const { data, width } = texture.image as { data: Uint8Array; width: number };
  for (const [i, row, column] of [
    [0, 0, 0],
    [1, 3, 27],
    [4, 27, 11],
  ] as const) {
    const at = (Math.floor(i / columns) * 28 + row) * width + (i % columns) * 28 + column;
    expect(data[at]).toBe(Math.round(255 * x[i * 784 + row * 28 + column]!));
  }
});

test('answer and probabilities are those of softmax', () => {
  for (let i = 0; i < COUNT; i++) {
    const powers = Array.from(logits.subarray(i * M, (i + 1) * M), Math.exp);
    const sum = powers.reduce((all, one) => all + one, 0);
    const { answer, probability, ofRight, label } = answerOf(logits, labels, i, M);
    expect(powers[answer]).toBe(Math.max(...powers));
    expect(probability).toBeCloseTo(powers[answer]! / sum, 9);
    expect(ofRight).toBeCloseTo(powers[label]! / sum, 9);
  }
  expect(answerOf([1000, 0, -1000], [2], 0, 3)).toEqual({ label: 2, answer: 0, probability: 1, ofRight: 0 });
});

test('a net of two inputs and two classes speaks over its plane, any other of single samples, one of values not at all', () => {
  const net = (inputs: number, outputs: number, task: 'classes' | 'values') =>
    ({ inputs, outputs, task }) as unknown as NetworkSpec;
  expect(saysOf(net(2, 2, 'classes'))).toBe('plane');
  expect(saysOf(net(1, 1, 'values'))).toBe('plane');
  expect(saysOf(net(784, 10, 'classes'))).toBe('crowd');
  expect(saysOf(net(2, 3, 'classes'))).toBe('crowd');
  expect(saysOf(net(5, 1, 'values'))).toBeNull();
  const data = drawData({ id: 'moons', count: 40, noise: 0.1, seed: 1 });
  expect(saidSize(net(784, 10, 'classes'), data)).toBe(data.test.count * 10);
});

test.each(['light', 'dark'] as const)('ten answers are ten colours for every eye (%s)', (theme) => {
  const colours = answerColours[theme];
  for (const eye of ['normal', 'protanopia', 'deuteranopia'] as const) {
    const apart = colours.flatMap((a, i) => colours.slice(0, i).map((b) => deltaE(labOf(a, eye), labOf(b, eye))));
    expect(Math.min(...apart), eye).toBeGreaterThan(10);
  }
  for (const colour of colours) expect(contrast(colour, palettes[theme].paper)).toBeGreaterThanOrEqual(3);
});
