/*
 * The room pair by our global start (`ransac`, refined by plane ICP) and by PCL's, on the same input, at one voxel size and one maximal distance,
 * evaluated the same way: fitness and RMSE of the voxel-averaged source's points that have a target point within that distance.
 *
 *   apt-get install libpcl-dev g++
 *   node tools/registration/room-pcl.mjs FOLDER_OF_THE_CLOUDS [voxel = 0.2] [max distance = 0.4] [seeds = 3]
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { runnerImport } from 'vite';

const [folder, voxelText = '0.2', limitText = '0.4', seedsText = '3'] = process.argv.slice(2);
if (folder === undefined) {
  console.error('node tools/registration/room-pcl.mjs FOLDER_OF_THE_CLOUDS [voxel] [max distance] [seeds]');
  process.exit(2);
}
const voxel = Number(voxelText);
const limit = Number(limitText);
const [source, target] = ['room-b.pcd', 'room-a.pcd'].map((name) => path.join(folder, name));

const program = buildPcl();
console.log('who    seed  points         fitness   inlier RMSE    ms   angle to PCL, seed 1 (°)');
/** @type {number[] | null} */
let reference = null;
/** @type {{ fitness: number, rmse: number }[]} */
const theirs = [];
for (let seed = 1; seed <= Number(seedsText); seed++) {
  const run = JSON.parse(
    execFileSync(program, [source ?? '', target ?? '', String(voxel), String(limit), String(seed)], {
      encoding: 'utf8',
    }),
  );
  reference ??= run.targetFromSource;
  theirs.push({ fitness: run.fitness, rmse: run.inlierRmse });
  print(
    'PCL',
    seed,
    run.sourcePoints,
    run.targetPoints,
    run.fitness,
    run.inlierRmse,
    run.milliseconds,
    run.targetFromSource,
  );
}

/** @type {(file: string) => Promise<any>} */
const load = async (file) => (await runnerImport(file, { configFile: false, logLevel: 'error' })).module;
const { readCloud } = await load('./src/io/clouds/read.ts');
const { register } = await load('./src/registration/register.ts');
const { defaultRegisterSpec } = await load('./src/registration/specs.ts');
const clouds = [];
for (const file of [source, target]) {
  const { positions: points, origin } = await readCloud(path.basename(file ?? ''), readFileSync(file ?? ''));
  for (let i = 0; i < points.length; i++) points[i] += origin[i % 3];
  clouds.push({ points });
}
/** @type {{ fitness: number, rmse: number }[]} */
const ours = [];
for (let seed = 1; seed <= Number(seedsText); seed++) {
  const run = register(
    { ...defaultRegisterSpec, method: 'ransac', voxel, maxDistance: limit, seed },
    clouds[0],
    clouds[1],
    {
      maps: null,
      record: true,
      stop: { aborted: false },
      now: () => performance.now(),
    },
  );
  ours.push({ fitness: run.fitness, rmse: run.inlierRmse });
  const [from, to] = [run.working.source.points.length / 3, run.working.target.points.length / 3];
  print('ours', seed, from, to, run.fitness, run.inlierRmse, run.milliseconds, [...run.targetFromSource]);
}
const best = (/** @type {{ fitness: number, rmse: number }[]} */ runs) =>
  runs.reduce((a, b) => (b.fitness > a.fitness ? b : a));
const worst = (/** @type {{ fitness: number, rmse: number }[]} */ runs) =>
  runs.reduce((a, b) => (b.fitness < a.fitness ? b : a));
const [them, us] = [best(theirs), worst(ours)];
console.log(
  `our worst against PCL's best: fitness ${(us.fitness / them.fitness).toFixed(3)} × (≥ 0.9 wanted), ` +
    `inlier RMSE ${(us.rmse / them.rmse).toFixed(3)} × (≤ 2 wanted)`,
);
process.exitCode = us.fitness >= 0.9 * them.fitness && us.rmse <= 2 * them.rmse ? 0 : 1;

/** Compiled when the source is newer. PCL's own CMake package wants MPI through VTK, which nothing here uses; hence one plain line. */
function buildPcl() {
  const compiler = process.env['CXX'] ?? 'g++';
  const pkgConfig = process.env['PKG_CONFIG'] ?? 'pkg-config';
  const text = 'tools/registration/pcl/global_start.cpp';
  const built = 'node_modules/.cache/pcl/global_start';
  if (!existsSync(built) || statSync(built).mtimeMs < statSync(text).mtimeMs) {
    mkdirSync(path.dirname(built), { recursive: true });
    const flags = execFileSync(pkgConfig, ['--cflags', 'pcl_registration', 'pcl_features', 'pcl_filters', 'pcl_io'], {
      encoding: 'utf8',
    });
    const libraries = ['registration', 'features', 'filters', 'search', 'kdtree', 'io', 'common'].map(
      (l) => `-lpcl_${l}`,
    );
    execFileSync(compiler, ['-O2', '-std=c++17', ...flags.trim().split(/\s+/), text, '-o', built, ...libraries], {
      stdio: 'inherit',
    });
  }
  return built;
}

/**
 * @param {string} who @param {number} seed @param {number} from @param {number} to @param {number} fitness
 * @param {number} rmse @param {number} ms @param {number[]} pose
 */
function print(who, seed, from, to, fitness, rmse, ms, pose) {
  let trace = 0;
  for (let i = 0; i < 3; i++)
    for (let k = 0; k < 3; k++) trace += (pose[4 * k + i] ?? 0) * (reference?.[4 * k + i] ?? 0);
  const angle = (Math.acos(Math.min(1, Math.max(-1, (trace - 1) / 2))) * 180) / Math.PI;
  console.log(
    [who.padEnd(5), String(seed).padStart(5), ` ${from} / ${to}`.padEnd(16), fitness.toFixed(4).padStart(8)]
      .concat([rmse.toFixed(5).padStart(12), ms.toFixed(0).padStart(7), angle.toFixed(1).padStart(8)])
      .join(' '),
  );
}
