import { mkdirSync, readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { koubai, koubaiHere, type Answer } from './koubai.ts';
import { scratch, shipped } from './registrationFiles.ts';

const files = scratch();
afterAll(files.remove);

const spot = shipped('spot.obj');
const cloud = files.write('cloud.xyz', '0 0 0\n1 0 0\n0 1 0\n0 0 1\n1 2 3\n');
const pair = ['register', cloud, cloud];
mkdirSync(files.path('folder'));
const broken = files.write('broken.ply', readFileSync(shipped('lidar-source.ply')).subarray(0, 5000));
const nan = files.write('nan.xyz', 'nan nan nan\nnan nan nan\n');
const other = files.write('other.obj', `${readFileSync(spot, 'utf8')}\n# one byte more\n`);
files.write('junk.part', 'junk');
const junk = files.path('junk');
const noArea = files.write('flat.obj', 'v 0 0 0\nv 1 0 0\nv 2 0 0\nf 1 2 3\n');

function expectRefusal({ code, out, err }: Answer, message: RegExp): void {
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(/^koubai: [^\n]+\n$/);
  expect(err).toMatch(message);
  expect(err).not.toMatch(/\bat \S+:\d+|\.js\b|Error:/);
}

test.each<[string, string[], RegExp]>([
  ['no clouds', ['register'], /missing required argument 'source'/],
  ['one cloud', ['register', cloud], /missing required argument 'target'/],
  ['three clouds', [...pair, cloud], /too many arguments/],
  ['an unknown file', ['register', files.path('none.ply'), cloud], /cannot read .*none\.ply: there is no such file/],
  ['an unknown target', ['register', cloud, files.path('none.ply')], /cannot read .*none\.ply: there is no such file/],
  ['a folder', ['register', files.path('folder'), cloud], /cannot read .*folder: it is a folder/],
  ['an empty file', ['register', files.write('empty.ply', ''), cloud], /empty\.ply: .*empty/],
  ['a file that was cut off', ['register', broken, cloud], /broken\.ply: .*promises.*: .+/],
  ['a file of NaN', ['register', nan, cloud], /nan\.xyz: None of the 2 points/],
  ['no cloud at all', ['register', files.write('text.xyz', 'hello world\n'), cloud], /text\.xyz: /],
  ['a mesh without area', ['register', noArea, cloud], /flat\.obj: the mesh has no area/],
  ['an unknown method', [...pair, '--method', 'icp'], /there is no method "icp"; (did you mean|there are) /],
  ['an unknown kernel', [...pair, '--method', 'gicp', '--kernel', 'cauchy'], /no kernel "cauchy"; there are none, /],
  ['a prototype name', [...pair, '--method', 'toString'], /no method "toString"/],
  [
    'a kernel for a method without one',
    [...pair, '--method', 'ransac', '--kernel', 'huber'],
    /ransac takes no --kernel; icp-point, icp-plane, gicp, icp-robust do/,
  ],
  ['a kernel for auto', [...pair, '--kernel', 'huber'], /auto takes no --kernel/],
  ['a search for do', [...pair, '--method', 'do', '--search', 'target'], /do takes no --search/],
  ['an unknown search', [...pair, '--method', 'gicp', '--search', 'both'], /"both"; there are source, target/],
  ['--no-refine for ICP', [...pair, '--method', 'gicp', '--no-refine'], /gicp takes no --no-refine; ransac does/],
  [
    '--no-refine and how to refine',
    [...pair, '--method', 'ransac', '--no-refine', '--search', 'target'],
    /for the refinement that --no-refine leaves out/,
  ],
  ['iterations for auto', [...pair, '--max-iterations', '5'], /auto takes no --max-iterations/],
  ['no iterations', [...pair, '--method', 'gicp', '--max-iterations', '0'], /--max-iterations must be at least 1/],
  ['half an iteration', [...pair, '--method', 'gicp', '--max-iterations', '1.5'], /must be a whole number/],
  ['a distance of 0', [...pair, '--max-distance', '0'], /--max-distance must be greater than 0/],
  ['a negative distance', [...pair, '--max-distance=-1'], /--max-distance must be greater than 0/],
  ['a distance in words', [...pair, '--max-distance', 'far'], /--max-distance must be a finite number, not "far"/],
  ['a voxel of 0', [...pair, '--method', 'gicp', '--voxel', '0'], /--voxel must be greater than 0/],
  ['a voxel far too small', [...pair, '--method', 'gicp', '--voxel', '1e-12'], /voxel size 1e-12 is too small/],
  ['a negative seed', [...pair, '--seed=-1'], /--seed must be at least 0/],
  ['a seed of NaN', [...pair, '--seed', 'NaN'], /--seed must be a finite number/],
  ['an unknown matrix file', [...pair, '--init', files.path('no.txt')], /cannot read .*no\.txt: there is no such file/],
  [
    'a matrix of 15 numbers',
    [...pair, '--init', files.write('short.txt', '1 0 0 0 0 1 0 0 0 0 1 0 0 0 0')],
    /short\.txt: This is no 4 × 4 matrix/,
  ],
  [
    'a matrix of words',
    [...pair, '--truth', files.write('words.txt', '1 0 0 0\n0 one 0 0\n0 0 1 0\n0 0 0 1\n')],
    /words\.txt: "one" is not a number \(line 2\)/,
  ],
  [
    'a matrix that scales',
    [...pair, '--init', files.write('scale.txt', '2 0 0 0\n0 2 0 0\n0 0 2 0\n0 0 0 1\n')],
    /scale\.txt: The matrix is no rigid motion/,
  ],
  ['an --out that cannot be', [...pair, '--out', files.path('no/such/folder.ply')], /cannot write .*folder\.ply/],
  ['--maps without do', [...pair, '--method', 'gicp', '--maps', cloud], /gicp takes no --maps; do, do-icp do/],
  ['maps that are none', ['register', cloud, spot, '--method', 'do', '--maps', cloud], /cloud\.xyz: /],
  [
    'no such maps',
    ['register', cloud, spot, '--method', 'do-icp', '--maps', files.path('no.bin')],
    /cannot read .*no\.bin: there is no such file/,
  ],
  [
    'another model without --maps',
    ['register', cloud, other, '--method', 'do'],
    /do needs --maps trained for .*other\.obj \(koubai train-do .*\); the shipped maps are for spot\.obj alone/,
  ],
  ['an unknown flag', [...pair, '--voxels', '1'], /unknown option '--voxels'.*--voxel/],

  ['training without a model', ['train-do', '--out', files.path('m.bin')], /missing required argument 'model'/],
  ['training without a file', ['train-do', spot], /required option '--out <file>' not specified/],
  [
    'training an unknown file',
    ['train-do', files.path('no.obj'), '--out', files.path('m.bin')],
    /there is no such file/,
  ],
  ['too few samples', ['train-do', spot, '--out', 'm', '--samples', '1'], /--samples must be at least 10/],
  ['no maps', ['train-do', spot, '--out', 'm', '--maps', '0'], /--maps must be at least 1/],
  [
    'a checkpoint that is none',
    ['train-do', spot, '--out', junk, '--workers', '1'],
    /junk\.part is no checkpoint .*: remove it/,
  ],

  ['a sweep without a model', ['sweep', '--over', 'noise=0:1:2'], /required option '--model <file>' not specified/],
  ['a sweep over nothing', ['sweep', '--model', spot], /required option '--over/],
  ['a sweep over everything', ['sweep', '--model', spot, '--over', 'all=0:1:2'], /no factor "all"; there are rotation/],
  ['a range of two', ['sweep', '--model', spot, '--over', 'noise=0:1'], /--over takes factor=from:to:count/],
  ['a range of words', ['sweep', '--model', spot, '--over', 'noise=a:b:3'], /--over takes factor=from:to:count/],
  ['no values', ['sweep', '--model', spot, '--over', 'noise=0:1:0'], /a whole number from 1 to 1000, not 0/],
  ['missing in percent', ['sweep', '--model', spot, '--over', 'missing=0:60:4'], /--over missing must be less than 1/],
  ['an unknown method', ['sweep', '--model', spot, '--over', 'noise=0:0:1', '--methods', 'do,pcl'], /no method "pcl"/],
  [
    'a method twice',
    ['sweep', '--model', spot, '--over', 'noise=0:0:1', '--methods', 'gicp,gicp'],
    /--methods names gicp twice/,
  ],
  ['no trials', ['sweep', '--model', spot, '--over', 'noise=0:0:1', '--trials', '0'], /--trials must be at least 1/],
  [
    'maps that nobody needs',
    ['sweep', '--model', spot, '--over', 'noise=0:0:1', '--methods', 'gicp', '--maps', cloud],
    /--maps is for do and do-icp/,
  ],
  ['a sweep with another model', ['sweep', '--model', other, '--over', 'noise=0:0:1'], /do needs --maps trained for/],
])('%s: exit code 2, one line, no stack', async (_, args, message) => {
  expectRefusal(await koubaiHere(...args), message);
});

test('the built command line refuses alike', async () => {
  const call = await koubai();
  expectRefusal(call(...pair, '--method', 'icp'), /there is no method "icp"/);
});
