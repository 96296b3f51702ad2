import { expect, test } from 'vitest';
import { methodIds } from '../../src/registration/methods/index.ts';
import { allOptimizerIds } from '../../src/optimizers/index.ts';
import { surfaceIds } from '../../src/surfaces/index.ts';
import { koubai } from './koubai.ts';

const call = await koubai();

test('list --json prints the registries', () => {
  const { code, out, err } = call('list', '--json');
  expect([code, err]).toEqual([0, '']);
  const found = JSON.parse(out) as {
    surfaces: { id: string; learningRates: Record<string, number> }[];
    optimizers: { id: string; semantics: string[]; params: string[]; defaults: Record<string, object> }[];
  };
  expect(Object.keys(found)).toEqual(['surfaces', 'optimizers', 'methods']);
  expect(found.surfaces.map(({ id }) => id)).toEqual(surfaceIds);
  expect(found.surfaces.find(({ id }) => id === 'bowl')?.learningRates).toMatchObject({
    sgd: 0.95,
    momentum: 0.1,
    adagrad: 1.5,
    adam: 0.3,
  });
  expect(found.optimizers.map(({ id }) => id)).toEqual(allOptimizerIds);
  const adam = found.optimizers.find(({ id }) => id === 'adam');
  expect(adam?.semantics).toEqual(['torch', 'book']);
  expect(adam?.params).toEqual(['lr', 'beta1', 'beta2', 'eps', 'weight_decay']);
  expect(adam?.defaults).toEqual({
    torch: { lr: 0.001, beta1: 0.9, beta2: 0.999, eps: 1e-8, weight_decay: 0 },
    book: { lr: 0.001, beta1: 0.9, beta2: 0.999, eps: 1e-7 },
  });
});

test('list --json prints the registration methods and the flags that not all of them take', () => {
  const { methods } = JSON.parse(call('list', '--json').out) as { methods: { id: string; takes: string[] }[] };
  expect(methods.map(({ id }) => id)).toEqual(methodIds);
  expect(methods.find(({ id }) => id === 'do-icp')?.takes).toEqual(['search', 'maxIterations', 'maps']);
});

test('list names every entry, and help explains the flags', () => {
  const { code, out } = call('list');
  expect(code).toBe(0);
  for (const id of [...surfaceIds, ...allOptimizerIds, ...methodIds])
    expect(out).toMatch(new RegExp(`^ {2}${id}\\b`, 'm'));
  const help = call('optimize', '--help');
  expect([help.code, help.err]).toEqual([0, '']);
  expect(help.out).toMatch(/--set <name=value>/);
  expect(help.out).toMatch(/Without the flag: the surface's own start/);
});
