import { describe, expect, test } from 'vitest';
import { localCrew } from '../../src/jobs/crew/local.ts';
import { optimize } from '../../src/jobs/optimize.ts';
import type { OptimizeSpec } from '../../src/jobs/specs.ts';
import { axisFor, namesFor } from '../../src/jobs/tuning/axes.ts';
import { heatmap } from '../../src/jobs/tuning/heatmap.ts';
import type { HeatmapSpec } from '../../src/jobs/tuning/heatmapDuty.ts';
import { edgeOf } from '../../src/jobs/tuning/limit.ts';
import { varyRun } from '../../src/jobs/tuning/vary.ts';
import { allOptimizerIds, paramsOf, semanticsOf } from '../../src/optimizers/index.ts';
import type { Semantics } from '../../src/optimizers/types.ts';
import { defaultsOf } from '../../src/params/spec.ts';
import { surfaces } from '../../src/surfaces/index.ts';
import { axisValues, type Axis } from '../../src/tuning/axis.ts';

function bowlRun(optimizer: string, semantics: Semantics = 'torch', steps = 300): OptimizeSpec {
  const { formula, domain } = surfaces.bowl;
  const surface = { id: 'bowl', formula, params: { anisotropy: 20 }, domain };
  return {
    surface,
    optimizer,
    semantics,
    params: defaultsOf(paramsOf(optimizer, semantics)),
    start: [-7, 2],
    steps,
  };
}

const lr: Axis = { name: 'lr', from: 0.01, to: 2, count: 64, scale: 'log' };

describe('the heat map', () => {
  test('each cell is the run of its column’s lr and its row’s momentum, to the last bit', async () => {
    const run = bowlRun('momentum', 'torch', 40);
    const y: Axis = { name: 'momentum', from: 0, to: 0.9, count: 5, scale: 'linear' };
    const map = await heatmap({ run, x: { ...lr, count: 7 }, y, floor: 0 }, localCrew(2));
    expect([map.columns, map.rows]).toEqual([7, 5]);
    const [xs, ys] = [axisValues({ ...lr, count: 7 }), axisValues(y)];
    for (let row = 0; row < 5; row++) {
      for (let column = 0; column < 7; column++) {
        const { f, divergedAt } = optimize({ ...run, params: { ...run.params, lr: xs[column]!, momentum: ys[row]! } });
        expect(map.loss[row * 7 + column]).toBe(divergedAt === null ? f[40] : NaN);
        expect(map.first[row * 7 + column]).toBe(f[0]);
      }
    }
  });

  // The first column whose last loss lies above its first is at the limit, to a cell.
  test.each([
    ['sgd', 'torch', (anisotropy: number) => 2 / Math.max(2, 2 / anisotropy)],
    ['momentum', 'torch', (beta: number) => 1 + beta],
    ['momentum', 'book', (beta: number) => 1 + beta],
  ] as const)(
    '%s (%s): its edge of stability on the bowl lies where theory has it',
    async (optimizer, semantics, limit) => {
      const y: Axis =
        optimizer === 'sgd'
          ? { name: 'anisotropy', from: 0.4, to: 100, count: 32, scale: 'log' }
          : { name: 'momentum', from: 0, to: 0.96, count: 32, scale: 'linear' };
      // 2 is the limit of momentum 1: a decade more, so that the edge lies inside.
      const x: Axis = { ...lr, to: 4 };
      const spec: HeatmapSpec = { run: bowlRun(optimizer, semantics), x, y, floor: 0 };
      const { loss, first, columns, rows } = await heatmap(spec, localCrew());
      const [xs, ys] = [axisValues(x), axisValues(y)];
      const edge = edgeOf(spec, surfaces.bowl.minima);
      for (let row = 0; row < rows; row++) {
        const cells = Array.from({ length: columns }, (_, column) => row * columns + column);
        const column = cells.findIndex((cell) => !(loss[cell]! <= first[cell]!));
        const theory = limit(ys[row]!);
        const at = (63 * Math.log(theory / 0.01)) / Math.log(400);
        expect(Math.abs(column - at), `row ${row}: column ${column} (lr ${xs[column]}), limit ${theory}`).toBeLessThan(
          1,
        );
        const drawn = edge.find(([, value]) => Math.abs(value - ys[row]!) < 1e-12)!;
        expect(drawn[0]).toBeCloseTo(theory, 12);
      }
    },
  );

  test('with axes in the other order it is the same map, turned over', async () => {
    const run = bowlRun('momentum');
    const x: Axis = { ...lr, count: 9 };
    const y: Axis = { name: 'momentum', from: 0, to: 0.9, count: 6, scale: 'linear' };
    const [one, other] = await Promise.all([
      heatmap({ run, x, y, floor: 0 }, localCrew()),
      heatmap({ run, x: y, y: x, floor: 0 }, localCrew()),
    ]);
    for (let row = 0; row < 6; row++)
      for (let column = 0; column < 9; column++) expect(other.loss[column * 6 + row]).toBe(one.loss[row * 9 + column]);
    const turned = edgeOf({ run, x: y, y: x }, surfaces.bowl.minima);
    expect(turned.length).toBeGreaterThan(10);
    for (const [beta, rate] of turned) expect(rate).toBeCloseTo(1 + beta, 12);
  });

  test('an edge is found where neither axis is lr', () => {
    const run = varyRun(bowlRun('momentum'), { lr: 1.5 });
    const y: Axis = { name: 'weight_decay', from: 0, to: 0.4, count: 9, scale: 'linear' };
    const x: Axis = { name: 'momentum', from: 0, to: 0.9, count: 91, scale: 'linear' };
    const edge = edgeOf({ run, x, y }, surfaces.bowl.minima);
    expect(edge.length).toBe(33);
    // 2(1 + β)/(2 + λ) = 1.5
    for (const [beta, decay] of edge) expect(beta).toBeCloseTo((1.5 * (2 + decay)) / 2 - 1, 4);
  });

  test('steps to converge: from there on a thousandth is left; SGD of momentum 0 needs ln 1000 / 2|ln(1 − lr/10)| on the long side', async () => {
    const y: Axis = { name: 'weight_decay', from: 0, to: 0.1, count: 2, scale: 'linear' };
    const x: Axis = { name: 'lr', from: 0.1, to: 0.8, count: 8, scale: 'linear' };
    const run = { ...bowlRun('sgd'), start: [-7, 0] as const };
    const { converged } = await heatmap({ run, x, y, floor: 0 }, localCrew());
    axisValues(x).forEach((rate, column) => {
      const steps = Math.ceil(Math.log(1000) / (-2 * Math.log(1 - rate / 10)));
      expect(converged[column], `lr ${rate}`).toBe(steps <= 300 ? steps : NaN);
    });
  });

  test('comes coarse to fine, each cell once; a stop between questions ends it', async () => {
    const y: Axis = { name: 'momentum', from: 0, to: 0.9, count: 30, scale: 'linear' };
    const spec: HeatmapSpec = { run: bowlRun('momentum', 'torch', 3), x: { ...lr, count: 40 }, y, floor: 0 };
    const told: [number, number][] = [];
    await heatmap(spec, localCrew(), {
      onStride: ({ loss }, stride) => told.push([stride, loss.filter((value) => !Number.isNaN(value)).length]),
    });
    expect(told).toEqual([
      [2, 20 * 15],
      [1, 40 * 30],
    ]);
    const stop = { aborted: false };
    const stopped = heatmap(spec, localCrew(), { stop, onProgress: () => (stop.aborted = true) });
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('its axes', () => {
  test('are lr and what the rule remembers by; of every rule two different names that it has', () => {
    expect(namesFor(bowlRun('momentum'))).toEqual(['lr', 'momentum']);
    expect(namesFor(bowlRun('adam'))).toEqual(['lr', 'beta1']);
    expect(namesFor(bowlRun('sgd', 'book'))).toEqual(['lr', 'anisotropy']);
    expect(namesFor(bowlRun('newton', 'paper'))).toEqual(['anisotropy', 'steps']);
    const bare = {
      ...bowlRun('newton', 'paper'),
      surface: { id: 'sphere', formula: 'x^2 + y^2', params: {}, domain: null },
    };
    expect(namesFor(bare)).toBeNull();
    for (const id of allOptimizerIds) {
      for (const semantics of semanticsOf(id)) {
        const run = bowlRun(id, semantics);
        const names = namesFor(run)!;
        expect(new Set(names).size).toBe(2);
        for (const name of names) {
          const axis = axisFor(run, name, { rate: 0.1, minima: surfaces.bowl.minima, count: 5, digits: 4 });
          const values = axisValues(axis);
          expect(varyRun(run, { [name]: values[3]! })).not.toEqual(varyRun(run, { [name]: values[4]! }));
        }
      }
    }
  });

  test('of lr reaches past the edge of stability', () => {
    const minima = surfaces.bowl.minima;
    expect(axisFor(bowlRun('sgd'), 'lr', { rate: 0.95, minima, count: 9 })).toMatchObject({ from: 0.009, to: 10 });
    expect(axisFor(bowlRun('momentum'), 'lr', { rate: 0.1, minima, count: 9 })).toMatchObject({ from: 0.001, to: 6 });
  });

  test('are rounded to the digits asked for, the ends exact', () => {
    expect([...axisValues({ ...lr, count: 3, digits: 3 })]).toEqual([0.01, 0.141, 2]);
    expect([...axisValues({ name: 'a', from: 0, to: 1, count: 5, scale: 'linear' })]).toEqual([0, 0.25, 0.5, 0.75, 1]);
  });
});
