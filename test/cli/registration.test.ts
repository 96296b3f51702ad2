import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { readCloud } from '../../src/io/clouds/read.ts';
import {
  identity,
  invertRigid,
  isRigid,
  multiply,
  poseError,
  transformPoints,
  type Matrix4,
} from '../../src/math/matrix4.ts';
import { createRng } from '../../src/math/rng.ts';
import { expSe3 } from '../../src/math/se3.ts';
import { koubaiHere as call } from './koubai.ts';
import { scratch, shipped, type Printed } from './registrationFiles.ts';

const files = scratch();
afterAll(files.remove);

async function register(...args: string[]): Promise<Printed> {
  const { code, out, err } = await call('register', ...args, '--json');
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(/^\{.*\}\n$/);
  return JSON.parse(out) as Printed;
}

const lidar = [shipped('lidar-source.ply'), shipped('lidar-target.ply')];
const lidarTruth = shipped('lidar-target-from-source.txt');
const coarse = ['--voxel', '2', '--max-distance', '6'];

/** A closed surface without a symmetry, 400 points (seed 5), and the same turned by 10° about an axis and moved. */
const rng = createRng(5, 'registration.test');
const shape = Float64Array.from({ length: 1200 }, () => 0);
for (let i = 0; i < 1200; i += 3) {
  const [x, y, z] = rng.direction(new Float64Array(3)) as unknown as [number, number, number];
  const r = 1 + 0.3 * x * y + 0.2 * z * z * z;
  shape.set([2 * r * x, 1.5 * r * y, r * z], i);
}
const moved: Matrix4 = rng.rotation(0.2);
moved.set([0.05], 3);
moved.set([-0.04], 7);
moved.set([0.03], 11);
const target = files.xyz('target.xyz', shape);
const source = files.xyz('source.xyz', transformPoints(invertRigid(moved), shape));
const truth = files.matrix('truth.txt', moved);
/** Turned by 0.7 rad: residuals beyond every kernel's first scale. */
const farOff = files.xyz('far-off.xyz', transformPoints(expSe3([0.4, 0.5, -0.3], [0.1, 0, 0]), shape));

const origin: readonly [number, number, number] = [0, 0, 0];
const apart = (a: readonly number[], b: ArrayLike<number>) =>
  poseError(Float64Array.from(a), Float64Array.from(b), origin);

describe('what is printed', () => {
  test('the LiDAR pair by GICP: the keys in their order, and the pose within a degree and 10 cm of the published one', async () => {
    const found = await register(
      ...lidar,
      '--method',
      'gicp',
      '--voxel',
      '0.25',
      '--max-distance',
      '3',
      '--truth',
      lidarTruth,
    );
    expect(Object.keys(found)).toEqual([
      'targetFromSource',
      'iterations',
      'converged',
      'fitness',
      'inlierRmse',
      'verdict',
      'reason',
      'chosen',
      'milliseconds',
      'rotationErrorDegrees',
      'translationError',
      'start',
      'outliers',
      'overlap',
      'covariance',
      'alternatives',
      'notices',
    ]);
    // Only auto weighs starts and leaves points out.
    expect([found.start, found.outliers]).toEqual([null, null]);
    expect(found.overlap!.source).toBeGreaterThan(0.5);
    expect(found.overlap!.target).toBeGreaterThan(0.5);
    expect(found.targetFromSource.length).toBe(16);
    expect(found.chosen).toEqual({ voxel: 0.25, maxDistance: 3 });
    expect(found.converged).toBe(true);
    expect(found.rotationErrorDegrees).toBeLessThan(1);
    expect(found.translationError).toBeLessThan(0.1);
    expect(found.verdict).toBe('good');
    expect(found.reason).toMatch(/^[^\n]{10,}$/);
    expect(found.fitness).toBeGreaterThan(0.9);
    expect(found.inlierRmse).toBeGreaterThan(0);
    expect(found.inlierRmse).toBeLessThan(1);
    expect(found.milliseconds).toBeGreaterThan(1);
  });

  test('without --truth there are no errors in it; without --json it is text with the same matrix', async () => {
    const found = await register(source, target, '--method', 'icp-point');
    expect(Object.keys(found)).not.toContain('rotationErrorDegrees');
    const { code, out } = await call('register', source, target, '--method', 'icp-point', '--truth', truth);
    expect(code).toBe(0);
    expect(out).toMatch(/^method +icp-point, voxel none, maximal distance none$/m);
    expect(out).toMatch(new RegExp(`^verdict +${found.verdict}: `, 'm'));
    expect(out).toMatch(new RegExp(`^iterations +${found.iterations}, converged, \\d+ ms$`, 'm'));
    expect(out).toMatch(/^to truth +\S+°, \S+ at the source's centre$/m);
    const rows = out.split('target ← source\n')[1]!.trim().split(/\s+/).map(Number);
    found.targetFromSource.forEach((value, i) => expect(rows[i]).toBeCloseTo(value, 5));
  });

  test('--truth: the errors are those of the printed matrix at the centroid of the source', async () => {
    const short = ['--method', 'icp-point', '--max-iterations', '2'];
    const found = await register(source, target, ...short, '--truth', truth);
    const points = transformPoints(invertRigid(moved), shape);
    const centre = [0, 1, 2].map((c) => points.filter((_, i) => i % 3 === c).reduce((a, b) => a + b) / 400);
    const expected = poseError(Float64Array.from(found.targetFromSource), moved, centre as [number, number, number]);
    expect(found.rotationErrorDegrees).toBeCloseTo(expected.rotationErrorDegrees, 9);
    expect(found.translationError).toBeCloseTo(expected.translationError, 9);
    expect(found.rotationErrorDegrees).toBeGreaterThan(0.01);
  });
});

describe('what is known besides the pose', () => {
  test('auto: the start and what it was weighed against, in the files’ own coordinates', async () => {
    const [from, to] = [[500_000, 4_000_000, 0] as const, [500_010, 4_000_000, 0] as const];
    const at = (points: Float64Array, by: readonly number[]) => points.map((value, i) => value + by[i % 3]!);
    const [near, far] = [
      files.xyz('utm-source.xyz', at(transformPoints(invertRigid(moved), shape), from)),
      files.xyz('utm-target.xyz', at(shape, to)),
    ];
    const found = await register(near, far);
    const { start, covariance, overlap } = found;
    expect(start).toMatchObject({ prior: 'try', given: false, kept: 'global' });
    for (let i = 0; i < 16; i++) {
      expect(start!.global!.targetFromSource[i]).toBe(found.targetFromSource[i]);
    }
    // The very same points lie on one another: all of both.
    expect(overlap).toMatchObject({ source: 1, target: 1 });
    expect(covariance!.matrix.length).toBe(36);
    expect(covariance!.sigma).toBeLessThan(5e-3);
    [500_010, 4_000_000, 0].forEach((value, axis) =>
      expect(Math.abs(covariance!.about[axis]! - value)).toBeLessThan(1),
    );
  });

  test.each(['trust', 'try', 'ignore'])('--start %s: a given start is said to be given', async (start) => {
    const found = await register(source, target, '--init', truth, '--start', start);
    expect(found.start).toMatchObject({ prior: start, given: true, kept: start === 'ignore' ? 'global' : 'start' });
    expect(apart(found.targetFromSource, moved).rotationErrorDegrees).toBeLessThan(0.02);
  });

  test('--json has every notice that the text has: of the files, and of outliers', async () => {
    const text = `${readFileSync(source, 'utf8')}nan nan nan\n`;
    const holed = files.write('holed.xyz', text);
    const args = [holed, target, '--filter', 'on'];
    const { notices, outliers } = await register(...args);
    const { out } = await call('register', ...args);
    expect(notices.map(({ of, id }) => `${of} ${id}`)).toEqual([
      'source not-finite',
      'source outliers',
      'target outliers',
    ]);
    for (const notice of notices) expect(out).toMatch(new RegExp(`^${notice.of} .*; ${escaped(notice.text)}`, 'm'));
    expect(outliers!.source!.of).toBe(400);
    expect(notices[1]!.text).toBe(`${outliers!.source!.removed} of 400 points left out as outliers`);
  });

  const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
});

describe('flags', () => {
  test.each(['icp-point', 'icp-plane', 'gicp', 'icp-robust', 'auto'])(
    '--method %s finds the small motion',
    async (method) => {
      const found = await register(source, target, '--method', method, '--truth', truth);
      // The very same points: the pose is exact but for the rule that stops (1e-4 rad, 1e-5 of a diagonal of 5).
      expect(found.rotationErrorDegrees).toBeLessThan(0.02);
      expect(found.translationError).toBeLessThan(1e-3);
      expect(found.verdict).toBe('good');
    },
  );

  test('auto is the default, and says what it chose', async () => {
    const found = await register(source, target);
    expect({ ...found, milliseconds: 0 }).toEqual({
      ...(await register(source, target, '--method', 'auto')),
      milliseconds: 0,
    });
    expect(found.chosen.maxDistance).toBeGreaterThan(0);
  });

  test('--max-iterations 1: one iteration, not converged, and that is no error', async () => {
    const found = await register(farOff, target, '--method', 'icp-point', '--max-iterations', '1');
    expect([found.iterations, found.converged]).toEqual([1, false]);
    expect(found.verdict).not.toBe('good');
  });

  test('--init: where it starts; the truth as a start stays', async () => {
    const found = await register(source, target, '--method', 'icp-point', '--init', truth, '--max-iterations', '1');
    expect(apart(found.targetFromSource, moved).rotationErrorDegrees).toBeLessThan(1e-4);
    // Three digits are not rigid; what comes out is.
    const rounded = files.matrix(
      'rounded.txt',
      [...moved].map((value) => Number(value.toFixed(3))),
    );
    const refined = await register(source, target, '--method', 'icp-point', '--init', rounded);
    expect(isRigid(Float64Array.from(refined.targetFromSource), 1e-12)).toBe(true);
    const without = await register(source, target, '--method', 'icp-point', '--max-iterations', '1');
    expect(apart(without.targetFromSource, moved).rotationErrorDegrees).toBeGreaterThan(0.1);
  });

  test('--kernel, --search, --max-distance and --voxel each change the steps', async () => {
    const base = [farOff, target, '--method', 'icp-point', '--max-distance', '1', '--max-iterations', '6'];
    const plain = (await register(...base)).targetFromSource;
    for (const kernel of ['trimmed', 'huber', 'tukey', 'welsch', 'truncated']) {
      expect((await register(...base, '--kernel', kernel)).targetFromSource, kernel).not.toEqual(plain);
    }
    expect((await register(...base, '--kernel', 'none')).targetFromSource).toEqual(plain);
    expect((await register(...base, '--search', 'target')).targetFromSource).not.toEqual(plain);
    expect((await register(...base, '--search', 'source')).targetFromSource).toEqual(plain);
    expect((await register(...base, '--max-distance', '0.3')).targetFromSource).not.toEqual(plain);
    expect((await register(...base, '--voxel', '0.3')).targetFromSource).not.toEqual(plain);
  });

  test('without --max-distance every point counts: fitness 1', async () => {
    const found = await register(source, target, '--method', 'icp-point', '--voxel', '0.2', '--max-iterations', '2');
    expect(found.fitness).toBe(1);
    expect(found.chosen).toEqual({ voxel: 0.2, maxDistance: null });
  });

  test('ransac finds a quarter turn; --no-refine leaves it rough', async () => {
    const turn = Float64Array.of(0, -1, 0, 10, 1, 0, 0, -5, 0, 0, 1, 0, 0, 0, 0, 1);
    const turned = files.matrix('turned.txt', turn);
    const spot = shipped('spot.obj');
    // Spot's own vertices, turned: real, unsymmetric, and small.
    const vertices = readFileSync(spot, 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('v '))
      .flatMap((line) => line.trim().split(/\s+/).slice(1, 4).map(Number));
    const still = files.xyz('spot.xyz', Float64Array.from(vertices));
    const away = files.xyz('spot-turned.xyz', transformPoints(invertRigid(turn), Float64Array.from(vertices)));
    const rough = await register(away, still, '--method', 'ransac', '--no-refine', '--truth', turned);
    const fine = await register(away, still, '--method', 'ransac', '--truth', turned);
    expect(rough.rotationErrorDegrees).toBeLessThan(15);
    expect(fine.rotationErrorDegrees).toBeLessThan(0.05);
    expect(rough.targetFromSource).not.toEqual(fine.targetFromSource);
  });

  test('--seed: a mesh is sampled with it, differently for source and target; one seed, one result', async () => {
    const spot = shipped('spot.obj');
    const run = (seed: string) => register(spot, spot, '--method', 'gicp', '--seed', seed);
    const [one, again, two] = [await run('1'), await run('1'), await run('2')];
    expect({ ...again, milliseconds: 0 }).toEqual({ ...one, milliseconds: 0 });
    expect(two.targetFromSource).not.toEqual(one.targetFromSource);
    const { rotationErrorDegrees } = apart(one.targetFromSource, identity());
    expect(rotationErrorDegrees).toBeGreaterThan(0);
    expect(rotationErrorDegrees).toBeLessThan(0.3);
    expect(one.inlierRmse).toBeGreaterThan(1e-3);
  });

  test('--out: the whole source, every field, moved in float64', async () => {
    const out = files.path('aligned.ply');
    const found = await register(...lidar, '--method', 'gicp', ...coarse, '--out', out);
    const read = async (path: string) => (await readCloud(path, new Uint8Array(readFileSync(path))))!;
    const [before, after] = [await read(lidar[0]!), await read(out)];
    expect(after.count).toBe(69_792);
    expect(after.fields.map(({ name }) => name)).toEqual(before.fields.map(({ name }) => name));
    const intensity = ({ fields }: typeof before) => fields.find(({ name }) => name === 'scalar_intensity')!.values;
    expect(intensity(after)).toEqual(intensity(before));
    expect(after.positions).toEqual(transformPoints(Float64Array.from(found.targetFromSource), before.positions));
  });
});

test('large coordinates: the matrix is in the files’ own coordinates, and nothing is lost on the way', async () => {
  // UTM-like, x and y apart for both clouds.
  const [a, b] = [
    [500_000, 4_500_000, 0],
    [500_100, 4_500_050, 20],
  ] as const;
  const far = (points: Float64Array, by: readonly number[]) => points.map((value, i) => value + by[i % 3]!);
  const shift = (by: readonly number[], sign: number) =>
    Float64Array.of(1, 0, 0, sign * by[0]!, 0, 1, 0, sign * by[1]!, 0, 0, 1, sign * by[2]!, 0, 0, 0, 1);
  const farTruth = multiply(shift(b, 1), multiply(moved, shift(a, -1)));
  const farSource = files.xyz('far-source.xyz', far(transformPoints(invertRigid(moved), shape), a));
  const farTarget = files.xyz('far-target.xyz', far(shape, b));
  const flags = [
    ...['--init', files.matrix('far-init.txt', multiply(shift(b, 1), shift(a, -1)))],
    ...['--truth', files.matrix('far-truth.txt', farTruth)],
  ];
  const found = await register(farSource, farTarget, '--method', 'gicp', ...flags);
  expect(found.rotationErrorDegrees).toBeLessThan(0.02);
  expect(found.translationError).toBeLessThan(1e-3);
  // The same in the files' coordinates: a source point lands on its target point.
  const points = transformPoints(
    Float64Array.from(found.targetFromSource),
    Float64Array.from(far(transformPoints(invertRigid(moved), shape), a)).subarray(0, 3),
  );
  const landed = far(shape, b).subarray(0, 3);
  points.forEach((value, i) => expect(Math.abs(value - landed[i]!)).toBeLessThan(2e-3));

  // A start printed with five digits takes the source where it says, 4,500 km from zero, and not 45 m beside it.
  const printed = farTruth.map((value, i) => (i % 4 < 3 ? Number(value.toFixed(5)) : value));
  for (let r = 0; r < 12; r += 4) {
    for (let k = 0; k < 3; k++) printed[r + 3]! += (farTruth[r + k]! - printed[r + k]!) * a[k]!;
  }
  const start = ['--init', files.matrix('far-printed.txt', printed), ...flags.slice(2)];
  const next = await register(farSource, farTarget, '--method', 'icp-point', '--max-iterations', '1', ...start);
  expect(next.translationError).toBeLessThan(0.01);
});
