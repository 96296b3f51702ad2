import { expect, test } from 'vitest';
import {
  setFormula,
  setParam,
  setRun,
  setSemantics,
  setStart,
  setSurface,
  setSurfaceParam,
  toggleRun,
} from '../../scenes/optimizers/state/actions.ts';
import { MAX_ENABLED } from '../../scenes/optimizers/state/defaults.ts';
import { createLabStore } from '../../scenes/optimizers/state/store.ts';
import { optimizers } from '../../src/optimizers/index.ts';

const changed = {
  surfaceParams: { anisotropy: 5 },
  start: [1, 1],
  steps: 100,
  cut: 12,
  camera: { azimuth: 1, elevation: 20, zoom: 1, pan: [0, 0, 0] },
  t: 30,
  view: 'book',
  language: 'ja',
  runs: { adam: { semantics: 'torch', params: { lr: 0.01, beta1: 0.5 } }, sgd: { enabled: false } },
} as const;

test('another surface: its own start, steps, rates, cut; what runs and its other parameters stay', () => {
  const store = createLabStore(changed);
  setSurface(store, 'rosenbrock');
  const { overrides, state, kind, experiment } = store.get();
  expect(overrides).toEqual({
    surface: 'rosenbrock',
    view: 'book',
    language: 'ja',
    runs: { adam: { params: { beta1: 0.5 } }, sgd: { enabled: false } },
  });
  expect(state).toMatchObject({ start: [-1.2, 1], t: null, playing: true });
  expect([kind, experiment]).toEqual(['push', 1]);
});

test('an own formula takes the surface’s place, and a surface takes it back', () => {
  const store = createLabStore({ surface: 'beale' });
  setFormula(store, 'x^2 + y^2', [-1, 1, -1, 1]);
  expect(store.get().overrides).toEqual({ formula: 'x^2 + y^2', domain: [-1, 1, -1, 1] });
  expect(store.get().state.surface.id).toBeNull();
  setSurface(store, 'bowl');
  expect(store.get().overrides).toEqual({});
});

test('drags replace, choices push, and none begins another experiment', () => {
  const store = createLabStore();
  const kinds: string[] = [];
  store.subscribe(({ kind, experiment }) => kinds.push(`${kind} ${experiment}`));
  setSurfaceParam(store, 'anisotropy', 5);
  setStart(store, [1, 1]);
  setParam(store, 'sgd', 'lr', 0.5);
  setStart(store, [2, 1], 'push');
  setSemantics(store, 'sgd', 'torch');
  setRun(store, 'sgd', { params: {} });
  toggleRun(store, 'adam', false);
  expect(kinds).toEqual([...Array<string>(3).fill('replace 0'), ...Array<string>(4).fill('push 0')]);
});

test('setParam leaves the others alone; undefined goes back to the default', () => {
  const store = createLabStore();
  setParam(store, 'adam', 'lr', 0.01);
  setParam(store, 'adam', 'beta1', 0.5);
  setParam(store, 'sgd', 'lr', 0.5);
  expect(store.get().overrides.runs).toEqual({
    sgd: { params: { lr: 0.5 } },
    adam: { params: { lr: 0.01, beta1: 0.5 } },
  });
  setRun(store, 'adam', { params: undefined });
  expect(store.get().overrides.runs).toEqual({ sgd: { params: { lr: 0.5 } } });
});

test('semantics keep what was set by hand and change every other default', () => {
  const store = createLabStore();
  const adam = () => store.get().state.runs.find(({ id }) => id === 'adam')!.params;
  setParam(store, 'adam', 'beta1', 0.5);
  setSemantics(store, 'adam', 'torch');
  expect(adam()).toEqual({ lr: 0.3, beta1: 0.5, beta2: 0.999, eps: 1e-8, weight_decay: 0 });
  setParam(store, 'adam', 'weight_decay', 0.1);
  setSemantics(store, 'adam', 'book');
  expect(adam()).toEqual({ lr: 0.3, beta1: 0.5, beta2: 0.999, eps: 1e-7 });
});

test('the seventh is refused and changes nothing; any may be switched off', () => {
  const store = createLabStore();
  const [, , nesterov = '', , rmsprop = '', adadelta = ''] = Object.keys(optimizers);
  expect(toggleRun(store, nesterov, true)).toBe(true);
  expect(toggleRun(store, rmsprop, true)).toBe(true);
  const before = store.get();
  expect(before.state.runs.filter(({ enabled }) => enabled)).toHaveLength(MAX_ENABLED);
  expect(toggleRun(store, adadelta, true)).toBe(false);
  expect(store.get()).toBe(before);
  expect(toggleRun(store, 'sgd', false)).toBe(true);
  expect(store.get().state.selected).toBe('momentum');
  expect(toggleRun(store, adadelta, true)).toBe(true);
});

test('load takes over everything; the store holds overrides only', () => {
  const store = createLabStore({ view: 'book', steps: 30 });
  expect(store.get().overrides).toEqual({ view: 'book' });
  store.load({ steps: 40, swarm: true });
  expect(store.get().overrides).toEqual({ steps: 40 });
  expect(store.get()).toMatchObject({ kind: 'replace', experiment: 1 });
});
