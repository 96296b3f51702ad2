import address from '../../../assets/fixtures/optimizers.json?url';
import type { OptimizeSpec } from '../../../src/jobs/specs.ts';
import { paramsOf } from '../../../src/optimizers/index.ts';
import type { OptimizerRecord } from '../../../src/optimizers/record.ts';
import type { Semantics } from '../../../src/optimizers/types.ts';
import { defaultsOf, type ParamValues } from '../../../src/params/spec.ts';
import { isSurfaceId, surfaces } from '../../../src/surfaces/index.ts';
import type { Point2, SurfaceDef } from '../../../src/surfaces/types.ts';

/** A run of a reference implementation. */
export interface ReferenceRun {
  /** Which implementation, as it is called: `PyTorch 2.6.0`. */
  readonly source: string;
  readonly optimizer: string;
  readonly semantics: Semantics;
  readonly surface: string;
  readonly start: Point2;
  /** Those not named are the reference's own defaults, which are ours. */
  readonly params: ParamValues;
  /** x, y of each kept step. */
  readonly points: readonly number[];
}

export interface References {
  /** The kept steps, ascending from 0. */
  readonly steps: readonly number[];
  readonly runs: readonly ReferenceRun[];
}

const sameValues = (a: ParamValues, b: ParamValues) =>
  Object.keys(a).length === Object.keys(b).length && Object.keys(a).every((name) => a[name] === b[name]);

/** The reference's run of exactly this spec (its number of updates apart), or null. */
export function referenceFor(spec: OptimizeSpec, { runs }: References): ReferenceRun | null {
  const { surface, optimizer, semantics, start, disturbance } = spec;
  if (disturbance || !isSurfaceId(surface.id)) return null;
  const known: SurfaceDef = surfaces[surface.id];
  if (known.formula !== surface.formula || !sameValues(defaultsOf(known.params ?? {}), surface.params)) return null;
  const defaults = defaultsOf(paramsOf(optimizer, semantics));
  const found = runs.find(
    (run) =>
      run.surface === surface.id &&
      run.optimizer === optimizer &&
      run.semantics === semantics &&
      run.start[0] === start[0] &&
      run.start[1] === start[1] &&
      sameValues({ ...defaults, ...run.params }, spec.params),
  );
  return found ?? null;
}

/** The largest |ours − reference| in a coordinate over the kept steps up to `step`, and the last of these. */
export function deviationUpTo(
  record: OptimizerRecord,
  { steps }: References,
  { points }: ReferenceRun,
  step: number,
): { readonly deviation: number; readonly at: number } {
  let [deviation, at] = [0, 0];
  steps.forEach((kept, i) => {
    if (kept > step || kept >= record.count) return;
    at = kept;
    for (const axis of [0, 1]) {
      deviation = Math.max(deviation, Math.abs((record.x[2 * kept + axis] ?? NaN) - (points[2 * i + axis] ?? NaN)));
    }
  });
  return { deviation, at };
}

let loading: Promise<References> | null = null;

/** The runs that the page carries, from its own origin; a failure is forgotten, so that the next call tries again. */
export function loadReferences(): Promise<References> {
  loading ??= fetch(address)
    .then((response) => {
      if (!response.ok) throw new Error(`${address}: ${response.status}`);
      return response.json() as Promise<References>;
    })
    .catch((error: unknown) => {
      loading = null;
      throw error;
    });
  return loading;
}
