/*
 * What tools/registration/verdict-table.mjs runs: every method over seeded starts of the LiDAR pair and over seeded perturbed scenes of the sample model,
 * each result with its evidence, its verdict and its distance from the truth.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { downsample } from '../../src/clouds/voxel.ts';
import type { Mesh, PointCloud } from '../../src/clouds/types.ts';
import { readCloud } from '../../src/io/clouds/read.ts';
import { solve } from '../../src/registration/register.ts';
import { defaultRegisterSpec, type RegisterSpec } from '../../src/registration/specs.ts';
import type { MethodId } from '../../src/registration/methods/index.ts';
import { drawTrial, errorOf, stageOf, SUCCESS } from '../../src/registration/trial.ts';
import { expSe3 } from '../../src/math/se3.ts';
import { identity, multiply, poseError, type Matrix4 } from '../../src/math/matrix4.ts';
import { createRng } from '../../src/math/rng.ts';
import { decodeMaps } from '../../src/registration/do/maps.ts';
import { prepareDo, type PreparedDo } from '../../src/registration/do/infer.ts';
import { gatherEvidence, type Evidence } from '../../src/registration/evidence.ts';
import { nullRecorder } from '../../src/registration/recorder.ts';
import type { Judgement } from '../../src/registration/types.ts';
import { judge } from '../../src/registration/verdict.ts';

/** One registration, judged. `error` in tolerances: ≤ 1 is right, > 3 wrong. */
export interface Case {
  readonly data: 'lidar' | 'model';
  readonly method: MethodId;
  readonly index: number;
  readonly error: number;
  readonly evidence: Evidence;
  readonly judgement: Judgement;
}

const running = { aborted: false };

export async function cloudOf(file: string): Promise<{ cloud: PointCloud; mesh: Mesh | undefined }> {
  const read = await readCloud(path.basename(file), readFileSync(file));
  if (read === null) throw new Error(`${file}: not read`);
  const points = read.positions.map((value, i) => value + read.origin[(i % 3) as 0 | 1 | 2]);
  return { cloud: { points }, mesh: read.mesh };
}

export function mapsOf(file: string): PreparedDo {
  return prepareDo(decodeMaps(readFileSync(file)));
}

function solvedAndJudged(spec: RegisterSpec, source: PointCloud, target: PointCloud, maps: PreparedDo | null) {
  const solved = solve(spec, source, target, maps, nullRecorder, running);
  const evidence = gatherEvidence(solved.prepared, solved, running);
  return { pose: solved.targetFromSource, evidence, judgement: judge(evidence) };
}

/** Right within 1° and 0.1 m of the published pose. Starts up to 15° about any axis and 3 m from it. */
export async function* lidarCases(folder: string, seed: number, count: number): AsyncGenerator<Case> {
  const thin = async (name: string) => downsample((await cloudOf(path.join(folder, name))).cloud, 0.25);
  const [source, target] = [await thin('lidar-source.ply'), await thin('lidar-target.ply')];
  const truth = Float64Array.from(
    readFileSync(path.join(folder, 'lidar-target-from-source.txt'), 'utf8').trim().split(/\s+/).map(Number),
  );
  const centre = centroidOf(source);
  for (let index = 0; index < count; index++) {
    const rng = createRng(seed, 'verdict table', 'lidar', index);
    const init = startNear(truth, centre, rng.between(0, (15 * Math.PI) / 180), rng.between(0, 3), rng.direction);
    for (const method of ['icp-point', 'icp-plane', 'gicp', 'icp-robust', 'ransac', 'auto'] as const) {
      const given = method === 'auto' ? {} : { voxel: 0.25, maxDistance: 3 };
      const spec = { ...defaultRegisterSpec, method, ...given, init: [...init], seed: seed + index };
      const { pose, ...judged } = solvedAndJudged(spec, source, target, null);
      const { rotationErrorDegrees, translationError } = poseError(pose, truth, centre);
      yield { data: 'lidar', method, index, error: Math.max(rotationErrorDegrees, translationError / 0.1), ...judged };
    }
  }
}

function startNear(
  truth: Matrix4,
  centre: readonly [number, number, number],
  angle: number,
  shift: number,
  direction: (out: Float64Array) => Float64Array,
): Matrix4 {
  const turn = expSe3(
    direction(new Float64Array(3)).map((c) => c * angle),
    [0, 0, 0],
  );
  const move = direction(new Float64Array(3));
  for (let row = 0; row < 3; row++) {
    turn[4 * row + 3] = centre[row]! + shift * move[row]!;
    for (let k = 0; k < 3; k++) turn[4 * row + 3]! -= turn[4 * row + k]! * centre[k]!;
  }
  return multiply(truth, turn);
}

function centroidOf({ points }: PointCloud): [number, number, number] {
  const out: [number, number, number] = [0, 0, 0];
  for (let i = 0; i < points.length; i++) out[(i % 3) as 0 | 1 | 2] += (3 * points[i]!) / points.length;
  return out;
}

/**
 * Right where the mean ℓ2 error is below 0.05 of the largest dimension. 200 to 600 points, turned by up to 90°; noise up to 0.05, up to 600 outliers, up to 200
 * structured ones and up to 70 % missing, each in half of the scenes.
 */
export function* modelCases(mesh: Mesh, seed: number, count: number, maps: PreparedDo | null): Generator<Case> {
  const stage = stageOf(mesh, seed);
  const methods: MethodId[] = ['icp-point', 'icp-plane', 'gicp', 'icp-robust', 'ransac', 'auto'];
  if (maps) methods.push('do', 'do-icp');
  for (let index = 0; index < count; index++) {
    const rng = createRng(seed, 'verdict table', 'model', index);
    const sometimes = (most: number) => (rng.uniform() < 0.5 ? 0 : rng.between(0, most));
    const factors = {
      rotation: rng.between(0, 90),
      noise: sometimes(0.05),
      outliers: Math.round(sometimes(600)),
      structured: Math.round(sometimes(200)),
      missing: sometimes(0.7),
    };
    const trial = drawTrial(stage, seed, index, factors);
    for (const method of methods) {
      const spec = { ...defaultRegisterSpec, method, init: [...identity()], seed: seed + index };
      const { pose, ...judged } = solvedAndJudged(spec, trial.scene, stage.target, maps);
      yield { data: 'model', method, index, error: errorOf(stage, pose, trial) / SUCCESS, ...judged };
    }
  }
}

export { kinds } from './kinds/index.ts';
export { scanKinds } from './kinds/scans.ts';
export { judgedPair } from './kinds/judged.ts';
