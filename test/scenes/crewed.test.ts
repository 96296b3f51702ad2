import { expect, test } from 'vitest';
import { openCrewed } from '../../scenes/optimizers/runs/crewed.ts';
import type { Crew } from '../../src/jobs/crew/crew.ts';
import { WorkerBrokenError } from '../../src/jobs/remote.ts';
import { createShown } from '../../src/scene/results/results.ts';

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** Crews by number, whose first so many die of the first question. */
function counted(dying: number) {
  const opened: { readonly number: number; closed: boolean; readonly crew: Crew }[] = [];
  const open = () => {
    const one = {
      number: opened.length,
      closed: false,
      crew: { size: 1, engage: () => Promise.reject(new Error('not asked')), close: () => void (one.closed = true) },
    };
    opened.push(one);
    return Promise.resolve<Crew>(one.crew);
  };
  const run = (spec: string, crew: Crew) => {
    const of = opened.find((one) => one.crew === crew)!;
    if (of.closed || of.number < dying) return Promise.reject(new WorkerBrokenError('it died'));
    return spec === 'wrong' ? Promise.reject(new Error('no such thing')) : Promise.resolve(`${spec} by ${of.number}`);
  };
  const store = createShown<string>();
  const results = openCrewed(store, run, open);
  const ask = (key: string) => results.ask('place', { key, spec: key });
  return { opened, results, ask, shown: () => store.getState()['place'] };
}

test('after a worker’s death another try has workers that live, and the dead crew is let go', async () => {
  const { opened, results, ask, shown } = counted(1);
  ask('map');
  await settled();
  expect(shown()).toMatchObject({ value: null, problem: { kind: 'failed' } });
  results.retry();
  await settled();
  expect(shown()).toMatchObject({ value: 'map by 1', problem: null });
  expect(opened.map(({ closed }) => closed)).toEqual([true, false]);
  results.dispose();
  await settled();
  expect(opened.map(({ closed }) => closed)).toEqual([true, true]);
});

test('a question that fails by itself costs no worker', async () => {
  const { opened, ask, shown } = counted(0);
  ask('wrong');
  await settled();
  ask('map');
  await settled();
  expect(shown()).toMatchObject({ value: 'map by 0' });
  expect(opened).toHaveLength(1);
});
