import { expect, test } from 'vitest';
import { experimentOn } from '../../src/experiments/index.ts';
import { functionNamesOf, parseFormula } from '../../src/formula/index.ts';
import { ruledOptimizers } from '../../src/optimizers/index.ts';
import { perStepNames, perStepTable, runOptimizer } from '../../src/optimizers/run.ts';
import type { OptimizerDef, Rule, Semantics } from '../../src/optimizers/types.ts';
import { defaultsOf } from '../../src/params/spec.ts';
import { surfaces } from '../../src/surfaces/index.ts';
import { objectiveOf } from '../../src/surfaces/objective.ts';
import { checkSpecs, NAME } from './specs.ts';

/* Every rule of the registry; a new file arrives tested. */

const RESERVED = ['x', 'y', 'g', 't', 'f', 'fmin', 'sum', 'e', 'pi'];
/** What a kernel runs fast and rounds as float32 arithmetic does: no transcendental function per coordinate. */
const PER_COORDINATE = ['sqrt', 'abs', 'max', 'min', 'sign'];

const sphere = (rule: Rule, steps: number) =>
  runOptimizer({
    rule,
    params: defaultsOf(rule.params),
    objective: objectiveOf(surfaces.sphere.formula, {}),
    start: experimentOn('sphere').start,
    steps,
    domain: surfaces.sphere.domain,
    fmin: 0,
  });

for (const [id, def] of Object.entries(ruledOptimizers) as [string, OptimizerDef][]) {
  test(`${id} is an id for links, with a name, a reference and at least one semantics`, () => {
    expect(id).toMatch(/^[a-z][a-z0-9-]*$/);
    expect(def.name.trim()).not.toBe('');
    expect(def.reference.trim()).not.toBe('');
    expect(Object.keys(def.semantics).length).toBeGreaterThan(0);
  });

  for (const [semantics, rule] of Object.entries(def.semantics) as [Semantics, Rule][]) {
    const stepNames = (rule.perStep ?? []).map(([name]) => name);
    const state = rule.state ?? [];
    const pointNames = (rule.perPoint ?? []).map(([name]) => name);
    const carried = Object.entries(rule.carried ?? {});

    test(`${id} (${semantics}): parameters are valid, and the learning rate is called lr`, () => {
      checkSpecs(rule.params, RESERVED);
      expect(Object.keys(rule.params)).toContain('lr');
    });

    test(`${id} (${semantics}): names are identifiers, each of one kind`, () => {
      const local = new Set(rule.perCoordinate.map(([name]) => name));
      for (const name of [...stepNames, ...pointNames, ...state, ...carried.map(([n]) => n), ...local])
        expect(name).toMatch(NAME);
      expect(new Set(stepNames).size).toBe(stepNames.length);
      expect(new Set(pointNames).size).toBe(pointNames.length);
      expect(new Set(state).size).toBe(state.length);
      const kinds = [Object.keys(rule.params), stepNames, pointNames, state, RESERVED].flat();
      expect(new Set(kinds).size).toBe(kinds.length);
      // A coordinate's line may give x, g, state and names of its own, never what all coordinates share.
      for (const name of [...Object.keys(rule.params), ...stepNames, ...pointNames, 't', 'y'])
        expect(local).not.toContain(name);
    });

    test(`${id} (${semantics}): x and all memory are brought forward`, () => {
      const assigned = rule.perCoordinate.map(([name]) => name);
      for (const name of ['x', ...state]) expect(assigned).toContain(name);
      for (const [name, value] of carried) {
        expect([...stepNames, ...pointNames]).toContain(name);
        expect(Number.isFinite(value)).toBe(true);
      }
    });

    test(`${id} (${semantics}): a coordinate's lines are straight-line arithmetic`, () => {
      const names = new Set([...Object.keys(rule.params), ...stepNames, ...pointNames, ...state, 't', 'x', 'g']);
      for (const [name, text] of rule.perCoordinate) {
        for (const used of functionNamesOf(parseFormula(text, [...names]))) expect(PER_COORDINATE).toContain(used);
        names.add(name);
      }
    });

    test(`${id} (${semantics}): 50 steps on the sphere with its defaults stay finite and end no higher`, () => {
      const record = sphere(rule, 50);
      expect(record.count).toBe(51);
      const scalars = Object.values(record.point?.scalars ?? {}).map((column) => column.subarray(1));
      const columns = [record.x, record.f, record.g, ...Object.values(record.state), ...scalars];
      for (const column of columns) expect(column.every(Number.isFinite)).toBe(true);
      expect(record.f[50]!).toBeLessThanOrEqual(record.f[0]!);
      expect([record.x[100], record.x[101]]).not.toEqual([record.x[0], record.x[1]]);
    });

    test(`${id} (${semantics}): every state name has its column, zero before the first step and alive after`, () => {
      const { state: columns, count } = sphere(rule, 50);
      expect(Object.keys(columns)).toEqual(state);
      for (const column of Object.values(columns)) {
        expect(column).toHaveLength(2 * count);
        expect([...column.subarray(0, 2)]).toEqual([0, 0]);
        expect(column.subarray(2).some((value) => value !== 0)).toBe(true);
      }
    });

    test(`${id} (${semantics}): the same run twice, bit for bit`, () => {
      expect(sphere(rule, 50)).toEqual(sphere(rule, 50));
    });

    test(`${id} (${semantics}): a longer run begins with the shorter one`, () => {
      expect(sphere(rule, 50).x.slice(0, 42)).toEqual(sphere(rule, 20).x);
    });

    test(`${id} (${semantics}): the per-step table is finite, and a longer one begins with a shorter one`, () => {
      const params = defaultsOf(rule.params);
      const width = perStepNames(rule).length;
      const table = perStepTable(rule, params, 200);
      expect(table).toHaveLength(200 * width);
      expect(table.every(Number.isFinite)).toBe(true);
      expect(table.slice(0, 10 * width)).toEqual(perStepTable(rule, params, 10));
    });
  }
}
