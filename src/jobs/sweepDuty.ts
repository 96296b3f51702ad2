import type { Perturbation } from '../clouds/params.ts';
import type { Mesh, PointCloud } from '../clouds/types.ts';
import { prepareDo } from '../registration/do/infer.ts';
import { decodeMaps } from '../registration/do/maps.ts';
import { nullRecorder } from '../registration/recorder.ts';
import { solve } from '../registration/register.ts';
import { defaultRegisterSpec } from '../registration/specs.ts';
import type { MethodId } from '../registration/methods/index.ts';
import { drawTrial, errorOf, stageOf } from '../registration/trial.ts';

/** What every trial of a sweep shares. */
export interface SweepSetup {
  readonly shape: Mesh | PointCloud;
  /** The map file, for the methods that need one. */
  readonly maps: Uint8Array<ArrayBuffer> | null;
  readonly methods: readonly MethodId[];
  readonly seed: number;
}

/** One scene. */
export interface SweepQuestion {
  readonly index: number;
  readonly factors: Partial<Perturbation>;
}

/** One method on that scene; a method that found no pose has a NaN or a large error. */
export interface SweepAnswer {
  readonly error: number;
  readonly milliseconds: number;
}

/** Draws a scene and registers it by every method, each as `register` would with no flag but its name and the seed. */
export async function sweepDuty({ shape, methods, seed, maps: bytes }: SweepSetup) {
  const stage = stageOf(shape, seed);
  const maps = bytes && prepareDo(decodeMaps(bytes));
  return ({ index, factors }: SweepQuestion): readonly SweepAnswer[] => {
    const trial = drawTrial(stage, seed, index, factors);
    return methods.map((method) => {
      const begin = performance.now();
      const spec = { ...defaultRegisterSpec, method, seed };
      const { targetFromSource } = solve(spec, trial.scene, stage.target, maps, nullRecorder, { aborted: false });
      const milliseconds = performance.now() - begin;
      return { error: errorOf(stage, targetFromSource, trial), milliseconds };
    });
  };
}
