import { describe, expect, test } from 'vitest';
import { landscapeOf } from '../../scenes/networks/landscape/compute.ts';
import type { Landscape } from '../../scenes/networks/landscape/types.ts';
import { createCollector } from '../../scenes/networks/run/collect.ts';
import { dataFor } from '../../scenes/networks/run/data.ts';
import { trainAll } from '../../scenes/networks/run/train.ts';
import { startsKey, startsOffered, startsSpec } from '../../scenes/networks/starts/compute.ts';
import { reachedScale } from '../../scenes/networks/starts/scale.ts';
import { reachedAt } from '../../scenes/networks/starts/useStartsDrape.ts';
import { specOf, table } from '../../scenes/networks/state.ts';
import { localCrew } from '../../src/jobs/crew/local.ts';
import { openLandscapes } from '../../src/jobs/landscape.ts';
import { startsMap } from '../../src/jobs/trainingMap/starts.ts';
import { createNetwork } from '../../src/networks/network.ts';
import { PLACE } from '../../src/scene/model.ts';
import { createShown } from '../../src/scene/results/results.ts';
import { noResult } from '../../src/scene/results/types.ts';
import { decodeLink } from '../../src/state/link.ts';

const atOnce = () => Promise.resolve();
const stateOf = (link: string) => table.rules.resolve(decodeLink(table.rules, link).overrides);
const small = 'v=1&scene=networks&d=moons&n=20&w=4&dp=1&k=60&o=sgd~momentum&sel=sgd&st=1&hk=12';

async function lookOf(link: string) {
  const spec = specOf(stateOf(link))!;
  const data = await dataFor(spec, () => Promise.reject(new Error('none')));
  const collector = createCollector(spec, data);
  await trainAll(spec, data, collector.add, atOnce);
  const run = collector.run(true);
  const { network, tracks } = run;
  const told: Landscape[] = [];
  const means = { ...openLandscapes(() => Promise.resolve(null), { backend: () => null }), pause: atOnce };
  const of = { run: 'one', kind: 'pca', seed: 0, about: 0, zoom: 1 } as const;
  const subject = { network, samples: data.train, traces: tracks };
  await landscapeOf(of, subject, means, (found) => void told.push(found), { finest: 17 });
  return { run, landscape: told[0]! };
}

const shown = (value: Awaited<ReturnType<typeof lookOf>>, fresh = true) => {
  const store = createShown<typeof value>();
  store.setState({ [PLACE]: { ...noResult, value, fresh } }, true);
  return { results: { landscape: store } };
};

describe('where starts of a landscape’s plane end', () => {
  test('the selected optimizer, all samples, over the landscape’s own plane: where a cell begins the loss is that of the landscape', async () => {
    const look = await lookOf(`${small}&bs=5`);
    const asked = startsSpec(stateOf(small), shown(look))!;
    expect(asked.setup.spec.run).toMatchObject({ optimizer: 'sgd', batch: 0, steps: 12 });
    const spec = { ...asked.setup.spec, size: 4 };
    const map = await startsMap({ ...asked.setup, spec }, localCrew());
    const { plane, domain } = look.landscape;
    const [alpha, beta] = [domain[0] + 0.375 * (domain[1] - domain[0]), domain[2] + 0.875 * (domain[3] - domain[2])];
    const weights = plane!.origin.map((from, i) => from + alpha * plane!.u[i]! + beta * plane!.v[i]!);
    const there = { spec, landscape: '', map, stride: 1 };
    // Second column, topmost row.
    expect(map.first[13]).toBe(createNetwork(look.run.network).loss(weights, look.run.data.train));
    expect(reachedAt(there, alpha, beta)).toBe(map.loss[13]);
    expect(reachedAt(there, domain[0] - 1, beta)).toBeNaN();
    expect(startsKey(startsSpec({ ...stateOf(small), selected: 'momentum' }, shown(look))!)).not.toBe(startsKey(asked));
  });

  test('is asked for where it is wanted and a net of the page’s own stands in the plane with all of its weights', async () => {
    const look = await lookOf(small);
    expect(startsSpec(stateOf(small), shown(look))).not.toBeNull();
    expect(startsSpec(stateOf(small.replace('&st=1', '')), shown(look))).toBeNull();
    for (const view of ['nets', 'heat'] as const)
      expect(startsSpec({ ...stateOf(small), view }, shown(look))).toBeNull();
    expect(startsSpec(stateOf(small), shown(look, false))).toBeNull();
    expect(startsSpec(stateOf(small), shown({ ...look, run: { ...look.run, whole: false } }))).toBeNull();
    expect(startsOffered({ ...look, landscape: { ...look.landscape, plane: null } })).toBe(false);
    expect(startsOffered(await lookOf(`${small}&bn=1`))).toBe(false);
    expect((await lookOf(small.replace('w=4&dp=1&k=60', 'w=48&dp=2&k=10'))).landscape.plane).toBeNull();
  });
});

test('the ramp spans what is reached; a few that run off are at its end, those that diverged off it', () => {
  const loss = Float64Array.from({ length: 100 }, (_, i) => 10 ** (-i / 50));
  const first = new Float64Array(100).fill(0.01);
  loss[99] = 1e6;
  const scale = reachedScale({ loss, first });
  expect(scale.low).toBeCloseTo(10 ** -1.96, 12);
  expect(scale.high).toBe(loss[1]);
  expect([scale.at(98), scale.at(0), scale.at(99)]).toEqual([0, 1, 1]);
  expect(scale.at(50)).toBeCloseTo(48 / 97, 12);
  expect(scale.fate(0)).toBe('on');
  loss[1] = NaN;
  first[2] = NaN;
  expect([scale.fate(1), scale.fate(2)]).toEqual(['gone', 'unknown']);
});
