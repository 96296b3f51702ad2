import { readFileSync } from 'node:fs';
import { optimize } from '../../../src/jobs/optimize.ts';
import { paramsOf, semanticsFor } from '../../../src/optimizers/index.ts';
import type { OptimizerRecord } from '../../../src/optimizers/record.ts';
import type { ProcedureId } from '../../../src/optimizers/secondOrder/index.ts';
import type { Disturbance } from '../../../src/optimizers/disturbance.ts';
import { defaultsOf, type ParamValues } from '../../../src/params/spec.ts';
import { isSurfaceId, surfaces } from '../../../src/surfaces/index.ts';
import type { Point2, SurfaceDef } from '../../../src/surfaces/types.ts';
import type { Fixture } from '../fixtures.ts';

export interface Asked {
  /** Of the registry, or a formula in x and y. */
  readonly surface: string;
  readonly start: Point2;
  readonly steps: number;
  readonly params?: ParamValues;
  readonly disturbance?: Disturbance;
}

export function walk(id: ProcedureId, { surface, params, ...asked }: Asked): OptimizerRecord {
  const def: SurfaceDef | null = isSurfaceId(surface) ? surfaces[surface] : null;
  return optimize({
    ...asked,
    surface: { id: surface, formula: def?.formula ?? surface, params: defaultsOf(def?.params ?? {}), domain: null },
    optimizer: id,
    semantics: semanticsFor(id),
    params: { ...defaultsOf(paramsOf(id)), ...params },
  });
}

export const pointOf = ({ x }: OptimizerRecord, row: number): Point2 => [x[2 * row]!, x[2 * row + 1]!];

export function reference(id: ProcedureId): Fixture {
  const path = new URL(`../../fixtures/second-order/${id}.json`, import.meta.url);
  return JSON.parse(readFileSync(path, 'utf8')) as Fixture;
}

/** The first update after which f lies below `level`; −1: none does. */
export const updatesTo = ({ f }: OptimizerRecord, level: number) => f.findIndex((value) => value < level);
