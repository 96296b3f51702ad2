import { beforeAll, describe, expect, test } from 'vitest';
import { linear, oneNeuron } from '../../scenes/microscope/cards/gates.ts';
import { unseen, type Evidence } from '../../scenes/microscope/cards/types.ts';
import { cornersInWords, cornerText, morphAt, stageShown } from '../../scenes/microscope/gates/read.ts';
import { foldOf, runOf } from '../../scenes/microscope/gates/run/fold.ts';
import { bendOf, cornerPoints, grid, SIDE } from '../../scenes/microscope/gates/run/grid.ts';
import {
  boundaryOf,
  dragged,
  heightsOf,
  over,
  planeOf,
  stepPieces,
} from '../../scenes/microscope/gates/run/perceptron.ts';
import { cutOf, fitOf, ROOM } from '../../scenes/microscope/gates/run/room.ts';
import { PER_STAGE, stepsOf, type XorFold } from '../../scenes/microscope/gates/run/types.ts';
import { sentenceOf } from '../../scenes/microscope/gates/told.tsx';
import { perceptronOf, specOf } from '../../scenes/microscope/gates/spec.ts';
import { cornerAt } from '../../scenes/microscope/gates/views/useCornerPointed.ts';
import { scene } from '../../scenes/microscope/scene.ts';
import { table, type State } from '../../scenes/microscope/state.ts';
import { addTexts, hasText } from '../../src/i18n/index.ts';
import { corners, perceptrons } from '../../src/networks/microscope/gates.ts';
import { givenXor } from '../../src/networks/microscope/xorNets.ts';
import { decodeLink, encodeLink } from '../../src/state/link.ts';
import { lookOf } from '../../src/ui/cards/quiz.ts';
import { cardText } from '../../src/ui/cards/texts.ts';
import { wordsOf } from '../../src/ui/useText.ts';

beforeAll(() => addTexts(scene.words!));

const { rules } = table;
const stateOf = (set: string): State =>
  rules.resolve(decodeLink(rules, `v=1&scene=microscope&vw=gates${set}`).overrides);
const run = (state: State) => runOf(specOf(state), () => Promise.resolve());
const foldsOf = async (set: string): Promise<readonly XorFold[]> => {
  const found = await run(stateOf(`&gl=layers${set}`));
  if (found.neurons === 'one') throw new Error('no layers');
  return found.folds;
};

describe('the plane', () => {
  test('each gate begins with the book’s weights, XOR with OR’s; what is said stays', () => {
    for (const gate of ['and', 'or', 'nand'] as const)
      expect(perceptronOf(stateOf(`&gt=${gate}`))).toEqual(perceptrons[gate]);
    expect(perceptronOf(stateOf('&gt=xor'))).toEqual(perceptrons.or);
    expect(perceptronOf(stateOf('&gt=nand&g1=0.3'))).toEqual({ ...perceptrons.nand, w1: 0.3 });
  });

  test('a handle that is dragged changes its own number alone', () => {
    const before = { w1: 0.5, w2: 0.5, b: -0.7 };
    expect(heightsOf(before)).toEqual({ b: -0.7, w1: -0.2, w2: -0.2 });
    expect(dragged(before, 'b', 0.104)).toEqual({ ...before, b: 0.1 });
    expect(dragged(before, 'w1', 0.4)).toEqual({ b: -0.7, w1: 1.1, w2: 0.5 });
    for (const id of ['b', 'w1', 'w2'] as const) {
      const after = dragged(before, id, 9);
      expect(heightsOf(after)[id]).toBeCloseTo(1.5, 12);
      for (const other of ['b', 'w1', 'w2'] as const) if (other !== id) expect(after[other]).toBe(before[other]);
    }
  });

  test('the step is two level sides and an upright wall along the line', () => {
    const perceptron = { w1: 0.5, w2: 0.3, b: -0.4 };
    const { high, low, foot, top } = stepPieces(planeOf('and', perceptron), perceptron);
    const heights = (places: Float64Array) => new Set(places.filter((_, i) => i % 3 === 1));
    expect([[...heights(high)], [...heights(low)], [...heights(foot!)]]).toEqual([[over(0, 0, 1)[1]], [0], [0]]);
    for (let i = 0; i < 12; i++) if (i % 3 !== 1) expect(top![i]).toBe(foot![i]);
    expect([1, 4, 7, 10].map((i) => top![i])).toEqual([0, 0, over(0, 0, 1)[1], over(0, 0, 1)[1]]);
    // Nowhere 0: nowhere a wall.
    expect(stepPieces(planeOf('and', { w1: 0, w2: 0, b: 1 }), { w1: 0, w2: 0, b: 1 }).foot).toBeNull();
  });

  test('it is drawn through its own sums, and the step at 0 and 1', () => {
    const { stages, sums, right } = planeOf('and', perceptrons.and);
    cornerPoints.forEach((point, corner) => {
      const [x1, x2] = corners[corner]!;
      const at = (stage: number) => [...stages[stage]!.places.subarray(3 * point, 3 * point + 3)];
      over(x1, x2, sums[corner]!).forEach((value, axis) => expect(at(0)[axis]).toBeCloseTo(value, 9));
      over(x1, x2, corner === 3 ? 1 : 0).forEach((value, axis) => expect(at(1)[axis]).toBeCloseTo(value, 9));
    });
    expect(right).toBe(4);
  });

  test('its line goes through places whose sum is 0, also through a corner of the sheet; one that is nowhere is none', () => {
    for (const one of [perceptrons.and, { w1: 1, w2: -1, b: 0 }, { w1: 0, w2: 2, b: -1 }]) {
      const line = boundaryOf(one)!;
      for (const [x1, x2] of line) expect(one.w1 * x1 + one.w2 * x2 + one.b).toBeCloseTo(0, 12);
      expect(Math.hypot(line[0][0] - line[1][0], line[0][1] - line[1][1])).toBeGreaterThan(0.5);
    }
    expect(boundaryOf({ w1: 0, w2: 0, b: 0.5 })).toBeNull();
    expect(boundaryOf({ w1: 0.1, w2: 0.1, b: 1 })).toBeNull();
  });
});

describe('the fold', () => {
  test('corners are points of the grid', () => {
    cornerPoints.forEach((point, corner) => {
      expect(grid[2 * point]).toBeCloseTo(corners[corner]![0], 12);
      expect(grid[2 * point + 1]).toBeCloseTo(corners[corner]![1], 12);
    });
  });

  test('stages are the input, each layer’s z and a, and the plane; ReLU’s moves nothing that is above 0', async () => {
    const [flat, bent] = await foldsOf('');
    expect(bent!.stages.map(({ kind, layer }) => `${kind}${layer}`)).toEqual([
      'input0',
      'affine1',
      'activation1',
      'plane1',
    ]);
    expect([flat!.right, bent!.right]).toEqual([3, 4]);
    expect(flat!.stages[2]!.places).toEqual(flat!.stages[1]!.places);
    expect(bent!.stages[2]!.places).not.toEqual(bent!.stages[1]!.places);
  });

  test('a sheet of identities stays flat, however deep, and says neither at each corner; tanh’s does not (seed 1)', async () => {
    for (const depth of [1, 5]) {
      const [flat, bent] = await foldsOf(`&gn=learned&gd=${depth}`);
      expect(flat!.stages).toHaveLength(2 * depth + 2);
      expect(flat!.bend).toBeLessThan(1e-9);
      expect(flat!.values.every((value) => value === 0)).toBe(true);
      expect([flat!.answers, flat!.plane]).toEqual([[null, null, null, null], []]);
      expect(bent!.bend).toBeGreaterThan(0.05);
      expect(bent!.right).toBe(4);
    }
  });

  test('the last plane has the corners on the sides that their answers say', async () => {
    const learned = await foldsOf('&gn=learned&ga=sigmoid&gi=0');
    for (const fold of [foldOf(givenXor('fold', 'relu')), foldOf(givenXor('gates', 'step')), ...learned]) {
      const [a, b, c] = [0, 1, 2].map((k) => fold.plane[k]!);
      const [u, v] = [b!, c!].map((place) => place.map((value, k) => value - a![k]!));
      const n = [0, 1, 2].map((k) => u![(k + 1) % 3]! * v![(k + 2) % 3]! - u![(k + 2) % 3]! * v![(k + 1) % 3]!);
      const sides = cornerPoints.map((point) =>
        Math.sign(n.reduce((sum, value, k) => sum + value * (fold.stages.at(-1)!.places[3 * point + k]! - a![k]!), 0)),
      );
      expect(sides[1]).toBe(sides[2]);
      expect(sides[0]).toBe(sides[3]);
      expect(sides[0]).toBe(-sides[1]!);
    }
  });

  test('layers fill their room and no more; the cut goes around, within it', () => {
    const points = Float64Array.of(0, 10, 4, 12, 2, 16);
    const fit = fitOf(points, 2);
    expect(fit).toEqual({ centre: [2, 13], scale: 1.5 });
    const polygon = cutOf([1, 1, 1], 0, { centre: [0, 0, 0], scale: 1 });
    for (const [x, y, z] of polygon) {
      expect(x + y + z).toBeCloseTo(0, 9);
      expect(Math.abs(x) <= ROOM.x && Math.abs(y) <= ROOM.y && Math.abs(z) <= ROOM.z).toBe(true);
    }
    const lengths = polygon.map((p, k) =>
      Math.hypot(...p.map((value, i) => value - polygon[(k + 1) % polygon.length]![i]!)),
    );
    // In another order the way around would cross itself, and be longer.
    const [second, third] = [polygon[1]!, polygon[2]!];
    const crossed = [polygon[0]!, third, second, ...polygon.slice(3)];
    const longer = crossed.map((p, k) =>
      Math.hypot(...p.map((value, i) => value - crossed[(k + 1) % crossed.length]![i]!)),
    );
    const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
    expect(sum(lengths)).toBeLessThan(sum(longer));
  });

  test('the bend is 0 of an affine image and half of a fold’s', () => {
    const affine = Float64Array.from(grid, (_, i) => (i % 2 ? 3 : -2) * grid[i]! + grid[i - (i % 2)]! + 5);
    expect(bendOf(affine, 2, SIDE)).toBeLessThan(1e-12);
    const folded = Float64Array.from({ length: SIDE * SIDE }, (_, i) => Math.abs(grid[2 * i]! - 0.5));
    // Ten points of 0.025 to either side, over 0.75.
    expect(bendOf(folded, 1, SIDE)).toBeCloseTo(0.25 / 0.75, 9);
  });

  test('a net that learns has no step', () => {
    const spec = specOf(stateOf('&gl=layers&gn=learned&ga=step'));
    expect(spec.neurons === 'layers' && spec.activations).toEqual(['identity', 'tanh']);
    const given = specOf(stateOf('&gl=layers&gn=gates'));
    expect(given.neurons === 'layers' && given.activations).toEqual(['identity', 'step']);
  });
});

describe('the clock', () => {
  test('a stage takes its steps: it moves, then rests where it has arrived', () => {
    expect(morphAt(0, 4)).toEqual({ from: 0, part: 0 });
    expect(morphAt(PER_STAGE - 1, 4)).toEqual({ from: 0, part: 1 });
    expect(morphAt(1.5, 4)).toEqual({ from: 0, part: 0.5 });
    expect(morphAt(PER_STAGE, 4)).toEqual({ from: 1, part: 0 });
    expect(morphAt(3 * PER_STAGE, 4)).toEqual({ from: 2, part: 1 });
    expect([0, 3, 4, 12, 99].map((t) => stageShown(t, 4))).toEqual([0, 0, 1, 3, 3]);
  });

  test('has a step for the perceptron’s step, and the stages of a net', async () => {
    expect(stepsOf(await run(stateOf('')))).toBe(PER_STAGE);
    expect(stepsOf(await run(stateOf('&gl=layers&gn=learned&gd=3')))).toBe(7 * PER_STAGE);
  });
});

test('the nearest corner within reach is the one pointed at', () => {
  const places = Float64Array.from([0, 0, 0, 10, 0, 0, 14, 0, 0, 40, 0, 0]);
  const at = (where: number) => cornerAt({ distanceTo: ({ x }) => Math.abs(x - where), reach: 5 }, places);
  expect([1, 11, 13, 25, 44].map(at)).toEqual([0, 1, 2, -1, 3]);
  // Behind the eye there is none.
  expect(cornerAt({ distanceTo: () => NaN, reach: 5 }, places)).toBe(-1);
});

test('each corner is told, with its verdict', () => {
  const plane = planeOf('xor', perceptrons.or);
  expect([0, 1, 2, 3].map((corner) => cornerText('xor', plane, corner))).toEqual([
    '(0, 0) → 0 ✓',
    '(0, 1) → 1 ✓',
    '(1, 0) → 1 ✓',
    '(1, 1) → 1 ✗',
  ]);
  expect(cornersInWords(wordsOf('en'), 'xor', plane)).toContain('At (1, 1) it says 1: wrong.');
  expect(cornersInWords(wordsOf('ja'), 'xor', plane)).toContain('(1, 1) では 1、違う。');
});

test('the sentence says how many are right, and of XOR that three are the most', async () => {
  const en = wordsOf('en');
  const one = (state: State, most: number) => {
    const subject = { is: 'one', state, fold: planeOf(state.gate, perceptronOf(state)), most } as const;
    return sentenceOf(en, subject, 0);
  };
  expect(one(stateOf(''), 4)).toContain('all four corners of AND');
  expect(one(stateOf('&gb=0.1'), 4)).toContain('Of the four corners of AND, 1 are right');
  expect(one(stateOf('&gt=xor'), 3)).toContain('The best of 9261 sets of weights, in steps of 0.1, gets 3');
  const folds = await foldsOf('');
  expect(sentenceOf(en, { is: 'layers', folds }, 0)).toContain('The plane of the inputs.');
  expect(sentenceOf(en, { is: 'layers', folds }, 12)).toContain('With Identity the sheet stays flat');
  const learned = await foldsOf('&gn=learned&gd=1');
  expect(sentenceOf(en, { is: 'layers', folds: learned }, 99)).toContain('½ at every corner');
});

describe.each([oneNeuron, linear])('the card $id', (card) => {
  test('has its texts, and what its run finds is what it says (seed of its link)', async () => {
    for (const part of ['title', 'ask', ...card.answers.map((answer) => `answer.${answer}`)])
      expect(hasText(cardText(card, part as 'title')), part).toBe(true);
    expect(encodeLink(rules, decodeLink(rules, card.link).overrides)).toBe(card.link);
    const gates = await run(rules.resolve(decodeLink(rules, card.link).overrides));
    const evidence: Evidence = { ...unseen, state: { steps: stepsOf(gates) }, gates };
    expect(card.claim(evidence)).toBe(true);
    expect(card.outcome(evidence)).toBe(card.id === 'mic-xor' ? 'three' : 'never');
    expect(card.judgedAt).toBeLessThanOrEqual(stepsOf(gates));
    expect(hasText(lookOf(card, evidence, 1)!.text)).toBe(true);
  });

  test('says nothing where nothing has been found', () => {
    const nothing: Evidence = { ...unseen, state: { steps: 0 } };
    expect([card.outcome(nothing), card.claim(nothing), card.look(nothing, 1)]).toEqual([null, false, null]);
  });
});

test('the card of linear layers speaks of tanh alone, at every depth that bears it out', async () => {
  const looked = async (set: string) => {
    const gates = await run(rules.resolve(decodeLink(rules, linear.link.replace('&play', `${set}&play`)).overrides));
    return linear.look({ ...unseen, state: { steps: stepsOf(gates) }, gates }, 1);
  };
  expect(await looked('&ga=sigmoid')).toBeNull();
  expect((await looked('&gd=2'))?.values['layers']?.value).toBe(2);
});

test('no two parts of the scene share a key in links', () => {
  const links = Object.values(table.entries).map(({ link }) => link);
  expect(new Set(links).size).toBe(links.length);
});
