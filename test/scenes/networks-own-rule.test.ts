import { expect, test } from 'vitest';
import { adopt } from '../../scenes/networks/heat/adopt.ts';
import { heatPlanOf } from '../../scenes/networks/heat/plan.ts';
import { createCollector } from '../../scenes/networks/run/collect.ts';
import { dataFor } from '../../scenes/networks/run/data.ts';
import { trainAll } from '../../scenes/networks/run/train.ts';
import { trainSpecOf } from '../../scenes/networks/run/trainSpec.ts';
import type { Run } from '../../scenes/networks/run/types.ts';
import { specOf, table } from '../../scenes/networks/state.ts';
import { float64 } from '../../src/networks/arithmetic.ts';
import { batchOf, createTraining } from '../../src/networks/train.ts';
import { createSceneStore } from '../../src/state/sceneStore.ts';
import { decodeLink, encodeLink } from '../../src/state/link.ts';

const { rules } = table;
const SMALL = 'v=1&scene=networks&d=moons&n=30&w=3&dp=1&k=20&bs=12';
const opened = (more: string) => decodeLink(rules, `${SMALL}&${more}`);
const stateOf = (more: string) => rules.resolve(opened(more).overrides);
const noDigits = () => Promise.reject(new Error('no digits here'));

async function train(more: string): Promise<Run> {
  const spec = specOf(stateOf(more))!;
  const data = await dataFor(spec, noDigits);
  const collector = createCollector(spec, data);
  await trainAll(spec, data, collector.add, () => Promise.resolve());
  return collector.run(true);
}
const endOf = ({ tracks }: Run, place: number) =>
  tracks[place]!.weights.slice(-tracks[place]!.weights.length / tracks[place]!.count);
const written = (text: string) => `rule=${encodeURIComponent(text)}`;

test('the lines of a known optimizer train a net to the same bits, dropout and batches and all', async () => {
  const momentum = 'momentum = 0.9; b = momentum*b + g; x = x - lr*b';
  const run = await train(`do=0.3&lr=momentum:0.1&orp=lr:0.1&o=momentum~own&${written(momentum)}`);
  expect(endOf(run, 1)).toEqual(endOf(run, 0));
  expect(endOf(run, 0)).not.toEqual(run.tracks[0]!.weights.slice(0, endOf(run, 0).length));
});

test('the gradient uphill, sums over all weights and the loss: three updates by hand', async () => {
  const text = '# Wary; rho = 0.05; g = gradient(x + rho*g/sqrt(sum(g^2))); x = x - 0.3*g/(1 + f)';
  const state = stateOf(`o=own&${written(text)}&k=10`);
  const spec = { ...specOf(state)!, batch: 0 };
  const data = await dataFor(spec, noDigits);
  const { network } = createTraining(trainSpecOf(spec, (await train('k=10')).network, 0), data, float64);
  const training = createTraining(trainSpecOf(spec, network.spec, 0), data, float64);
  const batch = batchOf(data.train, float64);
  const w = Float64Array.from(training.weights);
  const g = new Float64Array(w.length);
  for (let t = 1; t <= 3; t++) {
    training.step();
    const f = network.lossAndGradient(w, batch, g);
    let squares = 0;
    for (const one of g) squares += one * one;
    const at = w.map((one, i) => one + (0.05 * g[i]!) / Math.sqrt(squares));
    network.lossAndGradient(at, batch, g);
    w.forEach((one, i) => (w[i] = one - (0.3 * g[i]!) / (1 + f)));
  }
  expect(Math.max(...w.map((one, i) => Math.abs(one - training.weights[i]!)))).toBeLessThan(1e-14);
});

test('a link brings it back; its learning rate is what it says until the slider moves it', () => {
  const more = `o=sgd~own&sel=own&${written('# 自作; lr = 0.25; x = x - lr*g')}`;
  const { overrides, notices } = opened(more);
  expect(notices).toEqual([]);
  expect(decodeLink(rules, encodeLink(rules, overrides))).toEqual({ overrides, notices: [] });
  const [, own] = specOf(rules.resolve(overrides))!.optimizers;
  expect(own).toEqual({ id: 'own', rule: '# 自作; lr = 0.25; x = x - lr*g', semantics: 'own', params: { lr: 0.25 } });
  expect(specOf(stateOf(`${more}&orp=lr:0.01;none:3`))!.optimizers[1]!.params).toEqual({ lr: 0.01 });
  // Links without a rule mean what they meant: no part of their question is new.
  expect(specOf(stateOf('o=sgd'))!.optimizers).toEqual([
    { id: 'sgd', semantics: 'torch', params: { lr: 0.5, weight_decay: 0 } },
  ]);
});

test('its numbers are varied in the map of trainings, and a cell that is taken makes them its own', async () => {
  const text = 'lr = 0.2; decay = 0.9; m = decay*m + g; x = x - lr*m';
  const store = createSceneStore(rules, opened(`o=sgd~own&sel=own&${written(text)}`).overrides);
  const plan = heatPlanOf(store.get().state, await dataFor(specOf(store.get().state)!, noDigits))!;
  expect(plan.spec).toMatchObject({ run: { semantics: 'own' }, x: { name: 'lr' }, y: { name: 'decay' } });
  expect(new Set(plan.names).size).toBe(plan.names.length);
  adopt(store, plan.id, { lr: 0.5, decay: 0.25, width: 5 }, 30);
  const { state } = store.get();
  expect(specOf(state)!.optimizers[1]!.params).toEqual({ lr: 0.5, decay: 0.25 });
  expect(state).toMatchObject({ decay: 0, width: 5 });
});

test('without its rule `own` trains nothing, and what asks for the least loss is refused at its place', () => {
  expect(stateOf('o=own&sel=own').optimizers).toEqual(['sgd', 'momentum', 'adam']);
  expect(stateOf('o=sgd~own&sel=own')).toMatchObject({ optimizers: ['sgd'], selected: 'sgd' });
  const [notice] = opened(`o=own&${written('x = x - g; x = x*(f - fmin)')}`).notices;
  expect(notice).toMatchObject({ part: 'rule', wrong: { error: { code: 'rule-least', position: 21 } } });
});
