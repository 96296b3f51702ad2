import { readFileSync } from 'node:fs';
import type { RegisterAnswer } from '../../scenes/registration/jobs/api.ts';
import { errorsOf } from '../../src/registration/recordErrors.ts';
import { solve } from '../../src/registration/register.ts';
import { identity } from '../../src/math/matrix4.ts';
import { createRecorder } from '../../src/registration/recorder.ts';
import { prepareDo } from '../../src/registration/do/infer.ts';
import { decodeMaps } from '../../src/registration/do/maps.ts';
import { modelStage, scenePair } from '../../scenes/registration/runs/pair.ts';
import { stepsOf, type PaneRun, specOf } from '../../scenes/registration/runs/paneRuns.ts';
import { table, type RegistrationOverrides, type RegistrationState } from '../../scenes/registration/state/table.ts';
import { readSpot } from '../registration/spot.ts';

const stage = modelStage(readSpot(), 'spot');
const maps = prepareDo(decodeMaps(readFileSync(new URL('../../assets/maps/spot-do.bin', import.meta.url))));

/** A verdict takes longer than the registration, and what is tested with this asks the truth. */
const notJudged = {
  judgement: null,
  chosen: { voxel: null, maxDistance: null },
  weighed: null,
  leftOut: null,
  milliseconds: NaN,
} as const;

/** The scene as the page computes it, by the methods that its job runs, on the shipped model with the shipped maps; without verdicts. */
export function sceneOf(overrides: RegistrationOverrides): {
  readonly runs: readonly PaneRun[];
  readonly state: Omit<RegistrationState, 'steps'> & { readonly steps: number };
} {
  const state = table.rules.resolve(table.rules.normalise(overrides));
  const pair = scenePair('scene', stage, state.factors, state.seed, identity());
  const truth = pair.truth!;
  const runs = state.panes.map((settings, k): PaneRun => {
    const spec = specOf(state, settings, pair);
    const recorder = createRecorder();
    const solved = solve(spec, pair.source, pair.target, maps, recorder, { aborted: false });
    const record = recorder.record();
    const working = { source: pair.source, target: pair.target };
    const answer: RegisterAnswer = {
      ...notJudged,
      targetFromSource: solved.targetFromSource,
      iterations: solved.iterations,
      converged: solved.converged,
      fitness: record.fitness.at(-1)!,
      inlierRmse: record.inlierRmse.at(-1)!,
      record,
      working,
      errors: errorsOf(record, pair.target.points, truth),
    };
    return { key: String(k), pair, settings, spec, maps: null, answer, record, prepared: solved.prepared };
  });
  return { runs, state: { ...state, steps: stepsOf(runs) } };
}
