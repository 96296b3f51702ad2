import { beforeAll, describe, expect, test } from 'vitest';
import { adopt } from '../../scenes/networks/heat/adopt.ts';
import { dataNow, heatSpec } from '../../scenes/networks/heat/compute.ts';
import { mapAsCsv } from '../../scenes/networks/heat/exports.ts';
import { endsOf, trackNow } from '../../scenes/networks/heat/look.ts';
import { heatPlanOf } from '../../scenes/networks/heat/plan.ts';
import { limitIn, nameIn, optionIn, valuesIn } from '../../scenes/networks/heat/say.ts';
import { words } from '../../scenes/networks/words/index.ts';
import { addTexts } from '../../src/i18n/index.ts';
import { createCollector } from '../../scenes/networks/run/collect.ts';
import { dataFor } from '../../scenes/networks/run/data.ts';
import { trainAll } from '../../scenes/networks/run/train.ts';
import { specOf, table, type State } from '../../scenes/networks/state.ts';
import { tunedOf } from '../../scenes/networks/trainers.ts';
import { localCrew } from '../../src/jobs/crew/local.ts';
import { trainingMap } from '../../src/jobs/trainingMap/map.ts';
import type { DataSet } from '../../src/networks/types.ts';
import { PLACE } from '../../src/scene/model.ts';
import { noResult } from '../../src/scene/results/types.ts';
import { createShown } from '../../src/scene/results/results.ts';
import { createSceneStore } from '../../src/state/sceneStore.ts';
import { decodeLink, encodeLink } from '../../src/state/link.ts';
import { axisValues } from '../../src/tuning/axis.ts';
import { wordsOf } from '../../src/ui/useText.ts';

const { rules } = table;
const english = wordsOf('en');
beforeAll(() => addTexts(words));
const small = 'v=1&scene=networks&d=moons&n=20&w=4&dp=1&k=60&vw=heat&hk=24';
const overridesOf = (link: string) => decodeLink(rules, link).overrides;
const storeOf = (link: string) => createSceneStore(rules, overridesOf(link));
const noDigits = () => Promise.reject(new Error('none'));
const dataOf = (state: State): Promise<DataSet> => dataFor(specOf(state)!, noDigits);

describe('what a map of trainings is of', () => {
  test('of momentum lr and its memory; a cell that is adopted changes neither the map nor its frame, and the training that follows passes through the cell’s loss', async () => {
    const store = storeOf(`${small}&o=sgd~momentum&sel=momentum`);
    const data = await dataOf(store.get().state);
    const plan = heatPlanOf(store.get().state, data)!;
    expect([plan.spec.x.name, plan.spec.y.name]).toEqual(['lr', 'momentum']);
    expect(plan.spec.run.steps).toBe(24);
    const few = { ...plan.spec, x: { ...plan.spec.x, count: 3 }, y: { ...plan.spec.y, count: 2 } };
    const map = await trainingMap({ spec: few, data }, localCrew());
    const values = { lr: axisValues(few.x)[1]!, momentum: axisValues(few.y)[1]! };
    adopt(store, plan.id, values, data.train.count);
    const { state, overrides } = store.get();
    expect(encodeLink(rules, overrides)).toContain(`op=momentum.momentum:${values.momentum}`);
    expect(rules.resolve(overridesOf(encodeLink(rules, overrides)))).toEqual(state);
    expect(heatPlanOf(state, data)!.spec).toEqual(plan.spec);
    const spec = specOf(state)!;
    expect(spec.optimizers[1]!.params).toMatchObject(values);
    const collector = createCollector(spec, data);
    await trainAll(spec, data, collector.add, () => Promise.resolve());
    const { at, tracks } = collector.run(true);
    expect(tracks[1]!.trainLoss[at.indexOf(24)]).toBe(map.loss[4]);
    expect(tracks[1]!.testLoss[at.indexOf(24)]).toBe(map.test[4]);
    const csv = mapAsCsv({ spec: few, map, stride: 1 }).split('\n');
    expect(csv[0]).toBe('cell,lr,momentum,loss,test_loss,start');
    const numbers = [4, values.lr, values.momentum, map.loss[4], map.test[4], map.first[4]];
    expect(csv[5]!.split(',').map(Number)).toEqual(numbers);
    // SGD is as it was.
    expect(spec.optimizers[0]!.params).toEqual(specOf(storeOf(small).get().state)!.optimizers[0]!.params);
  });

  test('the training’s own settings: width, and a batch of all is 0 in links', async () => {
    const store = storeOf(`${small}&o=sgd&sel=sgd&hx=batch&hy=depth`);
    const data = await dataOf(store.get().state);
    const plan = heatPlanOf(store.get().state, data)!;
    expect([plan.spec.x.name, plan.spec.y.name]).toEqual(['batch', 'depth']);
    expect(plan.spec.run.network.hidden.every((width) => width === 4)).toBe(true);
    adopt(store, plan.id, { batch: 20, depth: 3 }, 20);
    expect(store.get().state).toMatchObject({ batch: 0, depth: 3, width: 4 });
    adopt(store, plan.id, { batch: 7, width: 9 }, 20);
    expect(store.get().state).toMatchObject({ batch: 7, depth: 3, width: 9 });
    expect(heatPlanOf(store.get().state, data)!.spec.x).toEqual(plan.spec.x);
  });

  test('names that the optimizer does not have give way to the usual ones; a linear model has no width', async () => {
    const of = async (link: string) => {
      const { state } = storeOf(link).get();
      const { spec, names } = heatPlanOf(state, await dataOf(state))!;
      return { axes: [spec.x.name, spec.y.name], names };
    };
    expect((await of(`${small}&o=adam&sel=adam&hx=momentum&hy=beta2`)).axes).toEqual(['lr', 'beta2']);
    expect((await of(`${small}&o=adam&sel=adam&hx=beta1&hy=beta1`)).axes).toEqual(['beta1', 'lr']);
    const linear = await of(`${small}&o=sgd&sel=sgd&dp=0&hy=width`);
    expect(linear.axes).toEqual(['lr', 'batch']);
    expect(linear.names).not.toContain('width');
  });

  test('a cell of another depth, of a linear model too, is the training that its adoption makes: with batch normalization and dropout', async () => {
    const store = storeOf(`${small}&o=sgd&sel=sgd&dp=0&bn=1&do=0.3&hx=lr&hy=depth`);
    const data = await dataOf(store.get().state);
    const plan = heatPlanOf(store.get().state, data)!;
    expect(axisValues(plan.spec.y)).toEqual(Float64Array.of(0, 1, 2, 3, 4, 5));
    const few = { ...plan.spec, x: { ...plan.spec.x, count: 2 }, y: { ...plan.spec.y, to: 2, count: 3 } };
    const map = await trainingMap({ spec: few, data }, localCrew());
    for (const depth of [0, 2]) {
      adopt(store, plan.id, { lr: few.x.to, depth }, data.train.count);
      const { state } = store.get();
      expect(heatPlanOf(state, data)!.spec).toEqual(plan.spec);
      const spec = specOf(state)!;
      const collector = createCollector(spec, data);
      await trainAll(spec, data, collector.add, () => Promise.resolve());
      const { at, tracks } = collector.run(true);
      expect(tracks[0]!.trainLoss[at.indexOf(24)], `depth ${depth}`).toBe(map.loss[2 * depth + 1]);
    }
  });

  test('adopting depth 0 changes neither axis, whoever chose them, and the width that other depths have is still in force', async () => {
    for (const [asked, other] of [
      ['&hx=depth&hy=width', 'width'],
      ['&hx=depth&hy=dropout&do=0.2', 'dropout'],
      ['&hx=depth', 'width'],
    ] as const) {
      const store = storeOf(`${small}&o=sgd&sel=sgd${asked}`);
      const data = await dataOf(store.get().state);
      const plan = heatPlanOf(store.get().state, data)!;
      expect([plan.spec.x.name, plan.spec.y.name]).toEqual(['depth', other]);
      adopt(store, plan.id, { depth: 0 }, data.train.count);
      const after = heatPlanOf(store.get().state, data)!;
      expect(after.spec).toEqual(plan.spec);
      expect(after.names).toEqual(plan.names);
      expect(after.here).toEqual([0, plan.here[1]]);
    }
  });

  test('numbers that a rule of one’s own calls like a setting are its own, and may stand on an axis', async () => {
    const text = 'updates = 0.9; decay = 0.8; depth = 0.5; x = x - 0.1*updates*decay*depth*g';
    const link = encodeLink(rules, { ...overridesOf(`${small}&hx=updates&hy=depth`), rule: text, optimizers: ['own'] });
    const { state } = storeOf(link).get();
    const data = await dataOf(state);
    const { spec, now, here } = heatPlanOf({ ...state, depth: 0 }, data)!;
    expect([spec.x.name, spec.y.name]).toEqual(['updates', 'depth']);
    expect(spec.x.integer).toBeUndefined();
    expect(here).toEqual([0.9, 0.5]);
    expect(nameIn(english, now, 'decay')).toBe('decay');
    expect(nameIn(english, now, 'dropout')).toBe('dropout');
    expect(valuesIn(english, now, [{ ...spec.x, name: 'decay' }], [0.8])).toBe('decay = 0.8');
  });

  test('nothing is computed for another view, nor before the data is there', async () => {
    const { state } = storeOf(small).get();
    const spec = specOf(state)!;
    const run = createCollector(spec, await dataOf(state)).run(false);
    const shown = (value: typeof run | null) => {
      const store = createShown<typeof run>();
      if (value) store.setState({ [PLACE]: { ...noResult, value } }, true);
      return { results: { run: store } };
    };
    expect(dataNow(state, run)).toBe(run.data);
    expect(dataNow(storeOf(`${small}&s=2`).get().state, run)).toBeNull();
    expect(heatSpec(state, shown(null))).toBeNull();
    expect(heatSpec(state, shown(run))).toMatchObject({ data: run.data, of: spec.data });
    expect(heatSpec({ ...state, view: 'pair' }, shown(run))).toBeNull();
  });
});

test('a map of test losses is told against the test loss at first', () => {
  const column = (value: number) => Float64Array.of(value);
  const map = {
    ...{ columns: 1, rows: 1, loss: column(1), first: column(2), test: column(3), firstTest: column(4) },
    ...{ curves: new Float32Array(), sharpness: null },
  };
  expect(endsOf(map, 'test')).toEqual({ loss: column(3), first: column(4) });
  expect(endsOf(map, 'train')).toMatchObject({ loss: column(1), first: column(2) });
});

test('no curve stands for values that no training on view has', async () => {
  const { state } = storeOf(small).get();
  const run = createCollector(specOf(state)!, await dataOf(state)).run(false);
  expect(trackNow(run, false, 'momentum')).toBe(run.tracks[1]);
  expect(trackNow(run, true, 'momentum')).toBeNull();
  expect(trackNow(run, false, 'own')).toBeNull();
});

test('the edge is called by what it is drawn by, and a menu says name and symbol', async () => {
  const planOf = async (more: string) => {
    const { state } = storeOf(`${small}&o=sgd~adam${more}`).get();
    return heatPlanOf(state, await dataOf(state))!;
  };
  const { spec, now } = await planOf('&sel=sgd');
  expect(limitIn(spec.run)).toBe('η = 2/λmax(θ₀)');
  expect(limitIn((await planOf('&sel=sgd&op=sgd.weight_decay:0.1')).spec.run)).toBe('η = 2/(λmax(θ₀) + λ)');
  expect(limitIn((await planOf('&sel=sgd&hy=weight_decay')).spec.run)).toBe('η = 2/(λmax(θ₀) + λ)');
  expect(optionIn(english, now, 'lr')).toBe('η (Learning rate)');
  expect(optionIn(english, now, 'width')).toBe('width');
  expect(optionIn(english, (await planOf('&sel=adam')).now, 'beta1')).toBe('β₁ (Decay of the 1st moment)');
});

test('links and panel hold what each rule has besides its learning rate; without any they say what they said', () => {
  expect(tunedOf('momentum', null).map(([key]) => key)).toEqual(['momentum.momentum', 'momentum.weight_decay']);
  expect(tunedOf('muon', null).map(([, name]) => name)).toContain('adam_lr');
  const said = specOf(rules.resolve(overridesOf('v=1&scene=networks')))!.optimizers;
  expect(said.map(({ id, params }) => [id, params['lr']])).toEqual([
    ['sgd', 0.5],
    ['momentum', 0.1],
    ['adam', 0.01],
  ]);
  expect(said[2]!.params).toEqual({ lr: 0.01, beta1: 0.9, beta2: 0.999, eps: 1e-8, weight_decay: 0 });
});
