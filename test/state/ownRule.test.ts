import { expect, test } from 'vitest';
import { heatPlanOf } from '../../scenes/optimizers/heat/plan.ts';
import { tuneSpecOf } from '../../scenes/optimizers/tune/spec.ts';
import { rowsOf } from '../../scenes/optimizers/panel/rows.ts';
import { removeOwnRule, setOwnRule, setSurface, toggleRun } from '../../scenes/optimizers/state/actions.ts';
import { optimizeSpecsOf } from '../../scenes/optimizers/state/specs.ts';
import { createLabStore } from '../../scenes/optimizers/state/store.ts';
import { decode, encode } from '../../scenes/optimizers/state/url.ts';
import { recordsOf } from '../../scenes/optimizers/runs/runViews.ts';
import { optimize } from '../../src/jobs/optimize.ts';
import { whereAndWhy } from '../../src/ui/formulaField/explain.ts';
import { wordsOf } from '../../src/ui/useText.ts';
import { tracesAsCsv } from '../../src/io/traces.ts';

const signs = '# 符号\nx = x - lr*sign(g)';

test('a rule runs beside the others, is selected, and travels in the link', () => {
  const store = createLabStore({});
  expect(setOwnRule(store, signs)).toBe(true);
  const { state, overrides } = store.get();
  expect(state.selected).toBe('own');
  const own = state.runs.at(-1)!;
  expect(own).toMatchObject({ id: 'own', name: '符号', enabled: true, semantics: 'own' });
  // Trial runs from this start found an lr: the rule says none.
  expect(own.params['lr']).toBeGreaterThan(0.01);
  const link = encode(overrides);
  expect(decode(link)).toEqual({ overrides, notices: [] });
  // Step by step by hand: every update is lr along each axis.
  const lr = own.params['lr']!;
  const spec = optimizeSpecsOf(state).at(-1)!;
  expect(Array.from(optimize(spec).x.subarray(0, 6))).toEqual([-7, 2, -7 + lr, 2 - lr, -7 + lr + lr, 2 - lr - lr]);
  expect(recordsOf(state).map(({ id }) => id)).toEqual(['sgd', 'momentum', 'adagrad', 'adam', 'own']);
});

test('what is no rule is refused by a link, and with it what hangs on it', () => {
  const { overrides, notices } = decode('#rule=x%20%3D%20x%20-&sel=own&o=own;lr:0.1');
  expect(overrides).toEqual({});
  expect(notices.map(({ part }) => part)).toEqual(['rule', 'sel', 'o']);
});

test('of a rule or a formula that cannot be read the notice knows line and character', () => {
  const { notices } = decode('#f=x%5E2%2B%26&rule=m%20%3D%20g%3B%20%20x%20%3D%20x%20-%20lr*q&n=-5');
  const said = notices.map(({ part, wrong }) => [
    part,
    wrong && 'error' in wrong ? whereAndWhy(wordsOf('en'), wrong.text, wrong.error) : undefined,
  ]);
  expect(said).toEqual([
    ['f', 'Character 5: “&” is not allowed in a formula.'],
    ['n', undefined],
    ['rule', 'Line 2, character 12: “q” has no value. Give it one in a line of its own: q = 0.9.'],
  ]);
});

test('a rule stays where the surface changes, keeps an lr that it says, and goes with all that belongs to it', () => {
  const store = createLabStore({});
  setOwnRule(store, 'lr = 0.25; x = x - lr*g');
  setSurface(store, 'sphere');
  expect(store.get().state.runs.at(-1)!.params).toEqual({ lr: 0.25 });
  toggleRun(store, 'own', false);
  removeOwnRule(store);
  expect(store.get().overrides).toEqual({ surface: 'sphere' });
});

test('another rule begins with its own numbers', () => {
  const store = createLabStore({ rule: 'b = 0.5; x = x - b*g', runs: { own: { params: { b: 0.75 } } } });
  setOwnRule(store, 'b = 0.25; x = x - b*g');
  expect(store.get().state.runs.at(-1)!.params).toEqual({ b: 0.25 });
});

test('a seventh path is refused and changes nothing', () => {
  const store = createLabStore({ runs: { lion: { enabled: true }, adamw: { enabled: true } } });
  const before = store.get();
  expect(setOwnRule(store, signs)).toBe(false);
  expect(store.get()).toBe(before);
});

test('a comma of a rule is no comma of the CSV', () => {
  const store = createLabStore({ rule: 'x = x - 0.1*max(g, 0)' });
  const [head, ...rows] = tracesAsCsv(recordsOf(store.get().state)).trimEnd().split('\n');
  const own = rows.filter((row) => row.includes('own:'));
  expect(own).toHaveLength(31);
  expect(own[0]).toMatch(/^0,"own:x = x - 0.1\*max\(g, 0\)",own,-7,2,/);
  expect(own[0]!.replace(/"[^"]*"/, '').split(',')).toHaveLength(head!.split(',').length);
});

test('every row of the panel knows an own rule that is selected, and nothing asks whose implementation it is', () => {
  const store = createLabStore({ rule: 'b = 0.9; m = b*m + g; x = x - lr*m', selected: 'own' });
  const rows = rowsOf(store.get());
  const own = rows.filter(({ row }) => row.kind === 'range' && row.address.of === 'run' && row.address.id === 'own');
  expect(own.map(({ key }) => key)).toEqual(['selected-own-b']);
  expect(rows.some(({ row }) => row.kind === 'semantics' && (row.id === null || row.id === 'own'))).toBe(false);
});

test('heat map and tuning take an own rule by its text', () => {
  const store = createLabStore({ rule: 'b = 0.9; m = b*m + g; x = x - lr*m', selected: 'own' });
  const text = 'own:b = 0.9; m = b*m + g; x = x - lr*m';
  expect(heatPlanOf(store.get())?.spec.run.optimizer).toBe(text);
  expect(tuneSpecOf(store.get().state)?.optimizers.at(-1)?.id).toBe(text);
});
