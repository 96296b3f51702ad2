import { describe, expect, test } from 'vitest';
import { adopt } from '../../scenes/networks/heat/adopt.ts';
import { dataNow, heatSpec } from '../../scenes/networks/heat/compute.ts';
import { mapAsCsv } from '../../scenes/networks/heat/exports.ts';
import { heatPlanOf } from '../../scenes/networks/heat/plan.ts';
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

const { rules } = table;
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
