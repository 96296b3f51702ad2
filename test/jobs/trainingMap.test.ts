import { describe, expect, test } from 'vitest';
import { localCrew } from '../../src/jobs/crew/local.ts';
import { trainingAxis, trainingNames } from '../../src/jobs/trainingMap/axes.ts';
import { PARTS, type TrainingMapSpec } from '../../src/jobs/trainingMap/duty.ts';
import { hasEdge, trainingEdge } from '../../src/jobs/trainingMap/edge.ts';
import { trainingMap, type TrainingMap } from '../../src/jobs/trainingMap/map.ts';
import { settingIn, valueIn, variedIn, varyTraining, type Varied } from '../../src/jobs/trainingMap/vary.ts';
import { drawData } from '../../src/networks/data/index.ts';
import { createTraining } from '../../src/networks/train.ts';
import { trainingOptimizerIds, ruleOf, semanticsFor } from '../../src/optimizers/index.ts';
import { ownIdOf } from '../../src/optimizers/own/index.ts';
import { defaultsOf } from '../../src/params/spec.ts';
import { axisValues, type Axis } from '../../src/tuning/axis.ts';

const data = drawData({ id: 'moons', count: 24, noise: 0.1, seed: 3 });

function runOf(optimizer: 'sgd' | 'momentum' | 'adam', steps = 20): Varied {
  return {
    network: {
      ...{ inputs: 2, hidden: [5, 5], outputs: 2, activation: 'tanh', task: 'classes', loss: 'cross-entropy' },
      ...{ batchNorm: false, dropout: 0, decay: 0 },
    },
    ...{ init: 'xavier', initStd: 0, optimizer, semantics: 'torch', batch: 0, seed: 2, steps },
    params: defaultsOf(ruleOf(optimizer, 'torch').params),
  };
}
const lr: Axis = { name: 'lr', from: 0.01, to: 1, count: 4, scale: 'log' };
const momentum: Axis = { name: 'momentum', from: 0, to: 0.9, count: 3, scale: 'linear' };
const spec: TrainingMapSpec = { run: runOf('momentum'), x: lr, y: momentum, float32Above: Infinity };

const same = (a: TrainingMap, b: TrainingMap) => {
  for (const column of ['loss', 'first', 'test', 'firstTest', 'curves'] as const) expect(a[column]).toEqual(b[column]);
};

describe('a map of trainings', () => {
  test('each cell is the training of its column’s lr and its row’s momentum, to the last bit', async () => {
    const map = await trainingMap({ spec, data }, localCrew());
    axisValues(momentum).forEach((beta, row) => {
      axisValues(lr).forEach((rate, column) => {
        const params = { ...spec.run.params, lr: rate, momentum: beta };
        const training = createTraining({ ...spec.run, params, every: 5 }, data);
        while (training.step());
        const { trainLoss, testLoss, count } = training.record();
        const cell = 4 * row + column;
        expect(map.loss[cell]).toBe(trainLoss[count - 1]);
        expect(map.test[cell]).toBe(testLoss[count - 1]);
        expect(map.first[cell]).toBe(trainLoss[0]);
        expect(map.firstTest[cell]).toBe(testLoss[0]);
        // Update 10 of 20.
        expect(map.curves[cell * (PARTS + 1) + PARTS / 2]).toBe(Math.fround(trainLoss[2]!));
      });
    });
  });

  test('is the same whoever computes it, and turned over with its axes', async () => {
    const turned = { ...spec, x: momentum, y: lr };
    const [one, two, other] = await Promise.all([
      trainingMap({ spec, data }, localCrew()),
      trainingMap({ spec, data }, localCrew(3)),
      trainingMap({ spec: turned, data }, localCrew(2)),
    ]);
    same(one, two);
    for (let row = 0; row < 3; row++)
      for (let column = 0; column < 4; column++) expect(other.loss[column * 3 + row]).toBe(one.loss[row * 4 + column]);
  });

  test('grows from coarse to fine, and stops when it is told', async () => {
    const wide: TrainingMapSpec = {
      ...spec,
      run: runOf('momentum', 1),
      x: { ...lr, count: 14 },
      y: { ...momentum, count: 12 },
    };
    const told: [number, number][] = [];
    const known = ({ first }: TrainingMap) => first.filter((value) => !Number.isNaN(value)).length;
    await trainingMap({ spec: wide, data }, localCrew(), { onPart: (map, stride) => told.push([stride, known(map)]) });
    expect(told).toContainEqual([2, 7 * 6]);
    expect(told.at(-1)).toEqual([1, 14 * 12]);
    const stop = { aborted: false };
    const stopped = trainingMap({ spec: wide, data }, localCrew(), { stop, onProgress: () => (stop.aborted = true) });
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('a training whose loss is no number any more has none at its end', async () => {
    const values = drawData({ id: 'wave', count: 24, noise: 0.1, seed: 3 });
    const network = {
      ...runOf('sgd').network,
      inputs: 1,
      outputs: 1,
      activation: 'relu',
      task: 'values',
      loss: 'squared-error',
    } as const;
    const run = { ...runOf('sgd', 200), network };
    const x: Axis = { name: 'lr', from: 0.01, to: 1e4, count: 2, scale: 'log' };
    const y: Axis = { name: 'updates', from: 50, to: 200, count: 2, scale: 'linear', integer: true };
    const map = await trainingMap({ spec: { run, x, y, float32Above: Infinity }, data: values }, localCrew());
    expect([...map.loss].map(Number.isNaN)).toEqual([false, true, false, true]);
    expect(map.first.every(Number.isFinite)).toBe(true);
  });
});

describe('its edge of stability', () => {
  const curvature = (map: TrainingMap) => map.sharpness!.values[0]!;

  test('is 2/λmax of the first weights: just below it the loss of gradient descent falls from the first update on, far above it rises', async () => {
    const x: Axis = { name: 'lr', from: 0.01, to: 100, count: 9, scale: 'log' };
    const y: Axis = { name: 'updates', from: 1, to: 2, count: 2, scale: 'linear', integer: true };
    const one: TrainingMapSpec = { run: runOf('sgd'), x, y, float32Above: Infinity };
    const map = await trainingMap({ spec: one, data }, localCrew());
    const limit = 2 / curvature(map);
    expect(trainingEdge(one, map.sharpness)[0]![0]).toBeCloseTo(limit, 12);
    axisValues(x).forEach((rate, column) => {
      if (rate < limit) expect(map.loss[column], `lr ${rate}`).toBeLessThan(map.first[column]!);
      if (rate > 20 * limit) expect(map.loss[column], `lr ${rate}`).toBeGreaterThan(map.first[column]!);
    });
  });

  test('of momentum is 2(1 + β)/λmax', async () => {
    const map = await trainingMap({ spec, data }, localCrew());
    const wide = { ...spec, x: { ...lr, to: 100 } };
    const edge = trainingEdge(wide, map.sharpness);
    expect(edge.length).toBeGreaterThan(5);
    for (const [rate, beta] of edge) expect(rate).toBeCloseTo((2 * (1 + beta)) / curvature(map), 12);
  });

  test('goes with the width of the net', async () => {
    const y: Axis = { name: 'width', from: 2, to: 16, count: 4, scale: 'log', integer: true };
    const x: Axis = { ...lr, to: 100 };
    const one: TrainingMapSpec = { run: runOf('sgd', 1), x, y, float32Above: Infinity };
    const { sharpness } = await trainingMap({ spec: one, data }, localCrew());
    expect(sharpness!.along).toBe('y');
    expect(new Set(sharpness!.values).size).toBe(4);
    const edge = trainingEdge(one, sharpness);
    expect(edge[0]![0]).toBeCloseTo(2 / sharpness!.values[0]!, 12);
    expect(edge.at(-1)![0]).toBeCloseTo(2 / sharpness!.values[3]!, 12);
  });

  test('is not there where an update sees another loss than the last, or goes by another rule', () => {
    expect(hasEdge(spec, 24)).toBe(true);
    expect(hasEdge({ ...spec, run: { ...spec.run, batch: 24 } }, 24)).toBe(true);
    expect(hasEdge({ ...spec, run: { ...spec.run, batch: 8 } }, 24)).toBe(false);
    expect(hasEdge({ ...spec, y: { ...momentum, name: 'batch' } }, 24)).toBe(false);
    expect(hasEdge({ ...spec, run: varyTraining(spec.run, { dropout: 0.2 }) }, 24)).toBe(false);
    expect(hasEdge({ ...spec, run: runOf('adam') }, 24)).toBe(false);
  });
});

describe('its axes', () => {
  test('are lr and what the rule remembers by, and of every rule two things that can be varied', () => {
    expect(trainingNames(runOf('momentum'))).toEqual(['lr', 'momentum']);
    expect(trainingNames(runOf('sgd'))).toEqual(['lr', 'width']);
    expect(trainingNames(varyTraining(runOf('sgd'), { depth: 0 }))).toEqual(['lr', 'batch']);
    for (const optimizer of trainingOptimizerIds) {
      const semantics = semanticsFor(optimizer, 'torch');
      const run: Varied = {
        ...runOf('sgd'),
        optimizer,
        semantics,
        params: defaultsOf(ruleOf(optimizer, semantics).params),
      };
      const [x, y] = trainingNames(run);
      expect(x).not.toBe(y);
      for (const name of variedIn(run)) {
        const axis = trainingAxis(run, name, { rate: 0.1, samples: 24, count: 5, digits: 4 });
        const value = axisValues(axis)[3]!;
        expect(valueIn(varyTraining(run, { [name]: value }), name, 24), `${optimizer} ${name}`).toBe(value);
      }
    }
  });

  test('have numbers where the learning rate is 0 or below', () => {
    const layout = { samples: 24, count: 5 };
    const { lr: usual } = runOf('sgd').params;
    expect(trainingAxis(runOf('sgd'), 'lr', { rate: 0, ...layout })).toEqual(
      trainingAxis(runOf('sgd'), 'lr', { rate: usual!, ...layout }),
    );
    const uphill: Varied = { ...runOf('sgd'), optimizer: ownIdOf('lr = -1.5; x = x + lr*g'), semantics: 'own' };
    const axis = trainingAxis(uphill, 'lr', { rate: -1.5, ...layout });
    expect(axis).toMatchObject({ from: -3, to: 0, scale: 'linear' });
    expect([...axisValues(axis)]).toEqual([-3, -2.25, -1.5, -0.75, 0]);
  });

  test('have no two cells of one value where whole ones go evenly', () => {
    const layout = { rate: 0.1, samples: 24, count: 24 };
    expect([...axisValues(trainingAxis(runOf('sgd'), 'depth', layout))]).toEqual([0, 1, 2, 3, 4, 5]);
    const { count } = trainingAxis(runOf('sgd'), 'width', layout);
    expect(count).toBeLessThan(24);
  });

  test('a number that a rule of one’s own calls like a setting is the rule’s', () => {
    const text = 'batch = 0.9; updates = 0.5; decay = 0.3; x = x - 0.1*batch*updates*decay*g';
    const own: Varied = {
      ...{ ...runOf('sgd'), optimizer: ownIdOf(text), semantics: 'own' },
      params: { batch: 0.9, updates: 0.5, decay: 0.3 },
    };
    expect(trainingAxis(own, 'batch', { rate: 0.1, samples: 24, count: 3 })).toEqual({
      ...{ name: 'batch', from: 0, to: 1, count: 3, scale: 'linear' },
    });
    expect(['batch', 'updates', 'decay', 'width'].map((name) => settingIn(own, name))).toEqual([
      ...[null, null, null, 'width'],
    ]);
    expect(settingIn(runOf('sgd'), 'batch')).toBe('batch');
  });

  test('a batch reaches to all samples, which is what 0 says', () => {
    const axis = trainingAxis(runOf('sgd'), 'batch', { rate: 0.1, samples: 24, count: 5 });
    expect(axis).toMatchObject({ from: 1, to: 24, scale: 'log', integer: true });
    expect(valueIn(runOf('sgd'), 'batch', 24)).toBe(24);
  });
});
