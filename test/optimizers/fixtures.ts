import { readdirSync, readFileSync } from 'node:fs';
import { ruleOf } from '../../src/optimizers/index.ts';
import type { OptimizerRecord } from '../../src/optimizers/record.ts';
import { runOptimizer } from '../../src/optimizers/run.ts';
import type { Rule, Semantics } from '../../src/optimizers/types.ts';
import { defaultsOf, type ParamValues } from '../../src/params/spec.ts';
import { isSurfaceId, surfaces } from '../../src/surfaces/index.ts';
import { leastOf } from '../../src/surfaces/least.ts';
import { objectiveOf } from '../../src/surfaces/objective.ts';
import type { Point2, SurfaceDef } from '../../src/surfaces/types.ts';

/** A run of a reference implementation: see tools/fixtures/fixture_io.py. */
export interface FixtureRun {
  readonly optimizer: string;
  readonly semantics: Semantics;
  readonly surface: string;
  readonly start: Point2;
  /** Those not named are the reference's own defaults. */
  readonly params: ParamValues;
  /** x, y of each kept step. */
  readonly points: readonly number[];
}

export interface Fixture {
  readonly source: string;
  readonly steps: readonly number[];
  readonly runs: readonly FixtureRun[];
}

const folder = new URL('../fixtures/optimizers/', import.meta.url);

export const fixtureNames = readdirSync(folder).filter((name) => name.endsWith('.json'));

export function fixture(name: string): Fixture {
  return JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Fixture;
}

function surface(id: string): SurfaceDef {
  if (!isSurfaceId(id)) throw new Error(`no surface ${id}`);
  return surfaces[id];
}

/** Our run of `run`, of `steps` updates; `rule` takes the place of the registry's. */
export function ours(run: FixtureRun, steps: number, rule?: Rule): OptimizerRecord {
  const { formula, params = {}, domain } = surface(run.surface);
  const used = rule ?? ruleOf(run.optimizer, run.semantics);
  return runOptimizer({
    rule: used,
    params: { ...defaultsOf(used.params), ...run.params },
    objective: objectiveOf(formula, defaultsOf(params)),
    start: run.start,
    steps,
    domain,
    fmin: leastOf(formula),
  });
}

/** Largest |ours − reference| / (1 + |reference|) over the kept steps; Infinity where our run ended before. */
export function deviation(record: OptimizerRecord, steps: readonly number[], points: readonly number[]): number {
  const each = steps.flatMap((step, i) =>
    [0, 1].map((c) => {
      const expected = points[2 * i + c] ?? NaN;
      return Math.abs((record.x[2 * step + c] ?? Infinity) - expected) / (1 + Math.abs(expected));
    }),
  );
  return Math.max(...each);
}
