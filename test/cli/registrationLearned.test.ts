import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { sampled } from '../../src/registration/sampled.ts';
import { drawTrial } from '../../src/registration/trial.ts';
import { readCloud } from '../../src/io/clouds/read.ts';
import { invertRigid, transformPoints } from '../../src/math/matrix4.ts';
import { createRng } from '../../src/math/rng.ts';
import { decodeMaps } from '../../src/registration/do/maps.ts';
import { builtForNode } from '../../tools/build-node.mjs';
import { root } from '../../tools/ensure.mjs';
import { koubai, koubaiHere } from './koubai.ts';
import { scratch, shipped, type Printed } from './registrationFiles.ts';

/* Training, inference and sweeps by the command line; how good full maps are stands in the accuracy table. */

const call = await koubai();
const files = scratch();
afterAll(files.remove);

const spot = shipped('spot.obj');
const small = ['--samples', '300', '--maps', '3'];
const maps = files.path('small.bin');
const trained = call('train-do', spot, ...small, '--out', maps, '--workers', '1', '--json');

const model = (await readCloud('spot.obj', new Uint8Array(readFileSync(spot))))!;
const stage = { target: sampled(model.mesh!, 'target', 1), pool: sampled(model.mesh!, 'source', 1) };

/** Spot turned by 20° and moved, 500 points (trial 0 of seed 3). */
const trial = drawTrial(stage, 3, 0, { points: 500, rotation: 20, translation: 0.1 });
const scene = files.xyz('scene.xyz', trial.scene.points);
const truth = files.matrix('truth.txt', trial.modelFromScene);

async function register(...args: string[]): Promise<Printed> {
  const { code, out, err } = await koubaiHere('register', ...args, '--truth', truth, '--json');
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out) as Printed;
}

test('train-do prints what it made, and the error falls (seed 1)', () => {
  expect([trained.code, trained.err]).toEqual([0, '']);
  const said = JSON.parse(trained.out);
  expect(Object.keys(said)).toEqual(['out', 'model', 'checksum', 'training', 'points', 'errors', 'milliseconds']);
  expect(said).toMatchObject({ out: maps, model: 'spot.obj', training: { samples: 300, maps: 3, seed: 1 } });
  const file = decodeMaps(new Uint8Array(readFileSync(maps)));
  expect(file.model).toEqual({ name: 'spot.obj', checksum: said.checksum });
  expect([...file.errors]).toEqual(said.errors);
  expect(said.errors.length).toBe(4);
  expect(said.errors[3]).toBeLessThan(0.7 * said.errors[0]);
  expect(existsSync(`${maps}.part`)).toBe(false);
});

test('one seed gives the same maps on one thread and on two, another seed others', () => {
  const again = files.path('two.bin');
  expect(call('train-do', spot, ...small, '--out', again, '--workers', '2').code).toBe(0);
  expect(readFileSync(again).equals(readFileSync(maps))).toBe(true);
  const other = files.path('other.bin');
  expect(call('train-do', spot, ...small, '--seed', '2', '--out', other).code).toBe(0);
  expect(readFileSync(other).equals(readFileSync(maps))).toBe(false);
});

test('Ctrl-C leaves a checkpoint, 130 and one line; the same command goes on to the very same maps', async () => {
  const main = fileURLToPath(await builtForNode(root, 'src/cli/main.ts'));
  const out = files.path('stopped.bin');
  const args = ['train-do', spot, '--samples', '300', '--maps', '6', '--workers', '1', '--out', out];
  const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  let err = '';
  child.stderr.on('data', (text: Buffer) => (err += text.toString()));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  while (!existsSync(`${out}.part`)) await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill('SIGINT');
  expect(await ended).toBe(130);
  expect(err).toMatch(/^koubai: stopped after \d+ of 6 maps; the same command goes on from .*stopped\.bin\.part\n$/);
  expect(existsSync(out)).toBe(false);
  const part = decodeMaps(new Uint8Array(readFileSync(`${out}.part`)));
  expect(part.maps.length).toBeGreaterThan(0);
  expect(part.maps.length).toBeLessThan(6);
  // It is no map file yet, and no other training's checkpoint.
  expect((await koubaiHere('register', scene, spot, '--method', 'do', '--maps', `${out}.part`)).err).toMatch(
    /is a checkpoint with/,
  );
  expect(call('train-do', spot, ...small, '--out', out).err).toMatch(/is from another training: remove it/);

  expect(call(...args).code).toBe(0);
  expect(existsSync(`${out}.part`)).toBe(false);
  const whole = files.path('whole.bin');
  expect(call(...args.slice(0, -1), whole).code).toBe(0);
  expect(readFileSync(out).equals(readFileSync(whole))).toBe(true);
});

test('do and do-icp with given maps: the pose gets nearer, and the chain finishes it', async () => {
  const learned = await register(scene, spot, '--method', 'do', '--maps', maps);
  expect(learned.rotationErrorDegrees).toBeLessThan(0.7 * 20);
  const chain = await register(scene, spot, '--method', 'do-icp', '--maps', maps);
  // Different samples of one surface, 500 on 5,000 points: about a degree is what point-to-point can give.
  expect(chain.rotationErrorDegrees).toBeLessThan(2.5);
  expect(chain.rotationErrorDegrees).toBeLessThan(learned.rotationErrorDegrees! / 2);
  expect(chain.iterations).toBeGreaterThan(learned.iterations);
  const { err } = await koubaiHere('register', scene, spot, '--method', 'do', '--maps', maps, '--max-iterations', '5');
  expect(err).toMatch(/do takes no --max-iterations/);
});

test('the shipped maps serve spot.obj without a flag, from 50° (trial 1 of seed 3)', async () => {
  const far = drawTrial(stage, 3, 1, { points: 500, rotation: 50 });
  const path = files.xyz('far.xyz', far.scene.points);
  const { code, out } = await koubaiHere(
    ...['register', path, spot, '--method', 'do-icp', '--json'],
    ...['--truth', files.matrix('far.txt', far.modelFromScene)],
  );
  expect(code).toBe(0);
  const found = JSON.parse(out) as Printed;
  expect(found.rotationErrorDegrees).toBeLessThan(2);
  expect(found.chosen).toEqual({ voxel: null, maxDistance: null });
});

test('--init moves the scene before the maps see it', async () => {
  // The scene turned over: DO alone cannot find it, from a rough start it can.
  const over = createRng(1, 'learned.test').rotation(0);
  over.set([-1, 0, 0, 5, 0, 1, 0, 0, 0, 0, -1, 0], 0);
  const path = files.xyz('over.xyz', transformPoints(over, trial.scene.points));
  const back = files.matrix('back.txt', invertRigid(over));
  const found = await koubaiHere(
    'register',
    path,
    spot,
    '--method',
    'do-icp',
    '--maps',
    maps,
    '--init',
    back,
    '--json',
  );
  const pose = (JSON.parse(found.out) as Printed).targetFromSource;
  const ends = transformPoints(Float64Array.from(pose), transformPoints(over, trial.scene.points));
  const wanted = transformPoints(trial.modelFromScene, trial.scene.points);
  const worst = Math.max(...ends.map((value, i) => Math.abs(value - wanted[i]!)));
  expect(worst).toBeLessThan(0.05);
});

test('maps of another model: the error names both', async () => {
  const other = files.write('other.obj', `${readFileSync(spot, 'utf8')}\n# one byte more\n`);
  const { code, err } = await koubaiHere('register', scene, other, '--method', 'do', '--maps', maps);
  expect(code).toBe(2);
  expect(err).toMatch(
    /small\.bin was trained with spot\.obj \(sha256 0738b5e8608f…\), not with .*other\.obj \(sha256 \w{12}…\)\n$/,
  );
});

const over = ['sweep', '--model', spot, '--maps', maps, '--methods', 'do,icp-point', '--over', 'outliers=0:200:3'];
const few = [...over, '--trials', '4', '--seed', '7'];

test('sweep --json: values, a cell for each method and value, and the same on one thread and two (seed 7)', () => {
  const run = (workers: string) => {
    const { code, out, err } = call(...few, '--workers', workers, '--json');
    expect([code, err]).toEqual([0, '']);
    return JSON.parse(out);
  };
  const [one, two] = [run('1'), run('2')];
  expect(Object.keys(one)).toEqual(['over', 'values', 'methods']);
  expect(one).toMatchObject({ over: 'outliers', values: [0, 100, 200] });
  expect(Object.keys(one.methods)).toEqual(['do', 'icp-point']);
  for (const method of ['do', 'icp-point']) {
    expect(one.methods[method].length).toBe(3);
    for (const cell of one.methods[method]) {
      expect(Object.keys(cell)).toEqual(['success', 'low', 'high', 'medianError', 'medianMilliseconds']);
      expect(cell.low).toBeLessThanOrEqual(cell.success);
      expect(cell.high).toBeGreaterThanOrEqual(cell.success);
      expect(cell.medianMilliseconds).toBeGreaterThan(0);
    }
  }
  const timeless = (result: object) =>
    JSON.stringify(result, (key, value) => (key === 'medianMilliseconds' ? 0 : value));
  expect(timeless(two)).toBe(timeless(one));
  // Point-to-point without a limit: at home without outliers, lost among 200 of them.
  const [clean, , lost] = one.methods['icp-point'];
  expect(clean.medianError).toBeLessThan(0.05);
  expect(lost.medianError).toBeGreaterThan(clean.medianError);
});

test('sweep without --json is a table', () => {
  const { code, out } = call(...few, '--trials', '1');
  expect(code).toBe(0);
  const lines = out.trimEnd().split('\n');
  expect(lines[0]).toMatch(/^method +outliers +success +95 % interval +median error +median ms$/);
  expect(lines.length).toBe(7);
  expect(lines[1]).toMatch(/^do +0 +[01]\.000 +0\.\d{3}–[01]\.\d{3} /);
});

test.each(['register', 'train-do', 'sweep'])('%s --help documents each flag and what happens without', (command) => {
  const { code, out, err } = call(command, '--help');
  expect([code, err]).toEqual([0, '']);
  const flags = {
    register: [
      'method',
      'kernel',
      'max-distance',
      'max-iterations',
      'search',
      'init',
      'maps',
      'voxel',
      'seed',
      'no-refine',
      'out',
      'truth',
      'json',
    ],
    'train-do': ['samples', 'maps', 'seed', 'out', 'workers', 'json'],
    sweep: ['model', 'maps', 'methods', 'over', 'trials', 'seed', 'workers', 'json'],
  }[command]!;
  for (const flag of flags) expect(out).toMatch(new RegExp(`^ +--${flag}\\b`, 'm'));
});
