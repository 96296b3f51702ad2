import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { readNpz } from '../../../src/io/networks/npz.ts';
import { readRun } from '../../../src/io/networks/run/read.ts';
import { lossAt } from '../../../src/io/networks/run/records.ts';
import { builtForNode } from '../../../tools/build-node.mjs';
import { root } from '../../../tools/ensure.mjs';
import { koubai, koubaiHere } from '../koubai.ts';

const folder = mkdtempSync(join(tmpdir(), 'koubai-train-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = (name: string) => join(folder, name);
const small = ['train', '--data', 'moons', '--samples', '40', '--layers', '6,5', '--batch', '10'];

interface Printed {
  readonly trainLoss: readonly number[];
  readonly testLoss: readonly number[];
  readonly trainAccuracy: number | null;
  readonly testAccuracy: number | null;
  readonly parameters: number;
  readonly at: readonly number[];
  readonly divergedAt: number | null;
  readonly notes?: readonly string[];
  readonly data: string;
}

async function json(...args: string[]): Promise<Printed> {
  const { code, out, err } = await koubaiHere(...args, '--json');
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(/^[^\n]+\n$/);
  return JSON.parse(out) as Printed;
}

test('the lines of a known optimizer train like it', async () => {
  const rest = ['--lr', '0.1', '--epochs', '5', '--seed', '2'];
  const [known, own] = await Promise.all(
    ['momentum', 'own: beta = 0.9; b = beta*b + g; x = x - lr*b'].map((id) =>
      json(...small, '--optimizer', id, ...rest),
    ),
  );
  expect(own!.trainLoss).toEqual(known!.trainLoss);
});

test('the issue’s command: keys in their order, losses that fall, one seed one result (seed 1)', async () => {
  const flags =
    '--activation tanh --init xavier --loss cross-entropy --optimizer adam --semantics torch --lr 0.02 --epochs 60 --dropout 0.1 --set weight_decay=1e-4 --seed 1 --record 50';
  const args = [...small, '--batch-norm', ...flags.split(' ')];
  const answer = await json(...args);
  expect(Object.keys(answer)).toEqual([
    'trainLoss',
    'testLoss',
    'trainAccuracy',
    'testAccuracy',
    'parameters',
    'seconds',
    'at',
    'divergedAt',
    'data',
  ]);
  // Linear 2·6 + 6, γ and β 12; 6·5 + 5, 10; 5·2 + 2.
  expect(answer.parameters).toBe(18 + 12 + 35 + 10 + 12);
  expect(answer.at).toEqual([0, 50, 100, 150, 200, 240]);
  expect(answer.trainLoss).toHaveLength(6);
  expect(answer.trainLoss.at(-1)!).toBeLessThan(0.5 * answer.trainLoss[0]!);
  expect(answer.trainAccuracy!).toBeGreaterThan(0.8);
  expect((await json(...args)).trainLoss).toEqual(answer.trainLoss);
  expect((await json(...args, '--seed', '2')).trainLoss).not.toEqual(answer.trainLoss);
});

test('--out is a run that reads back with the very losses printed; text for people says what was done', async () => {
  const out = path('net.npz');
  const { trainLoss, at } = await json(...small, '--epochs', '30', '--out', out);
  const run = readRun(readNpz(new Uint8Array(readFileSync(out))));
  expect([...run.at]).toEqual(at);
  expect([...run.loss!]).toEqual(trainLoss);
  trainLoss.forEach((loss, record) => expect(lossAt(run, record, run.data!.train)).toBe(loss));
  const { out: text } = await koubaiHere(...small, '--epochs', '30', '--out', out);
  expect(text.split('\n')).toEqual([
    'data      moons: 40 samples to train on, 40 held out',
    'network   2-6-5-2, tanh, cross-entropy, xavier: 65 parameters',
    expect.stringMatching(/^training {2}adam \(torch\), lr 0\.001, .*; batches of 10, 120 updates, seed 1, \d+\.\d s$/),
    expect.stringMatching(/^loss {6}[\d.]+ -> [\d.]+ \(held out [\d.]+\)$/),
    expect.stringMatching(/^accuracy {2}[\d.]+ % \(held out [\d.]+ %\)$/),
    `written   ${out}, 61 records`,
    '',
  ]);
});

test('points of one’s own, values, all samples at once, muon and float32', async () => {
  const csv = path('own.csv');
  const rows = Array.from({ length: 50 }, (_, i) => `${100 + i},${(i * 7) % 50},${i < 25 ? 'left' : 'right'}`);
  writeFileSync(csv, `x,y,label\n${rows.join('\n')}\n`);
  const own = await json('train', '--data', csv, '--layers', '4', '--batch', '0', '--lr', '0.05', '--epochs', '100');
  expect(own.data).toBe('own.csv: 40 samples to train on, 10 held out');
  expect([own.trainAccuracy, own.at.at(-1)]).toEqual([1, 100]);
  const wave = await json(
    'train',
    '--data',
    'wave',
    '--layers',
    '8',
    '--optimizer',
    'momentum',
    '--lr',
    '0.05',
    '--epochs',
    '50',
  );
  expect([wave.trainAccuracy, wave.testAccuracy]).toEqual([null, null]);
  expect(wave.trainLoss.at(-1)!).toBeLessThan(0.5 * wave.trainLoss[0]!);
  const muon = await json(...small, '--layers', '6,6,6', '--optimizer', 'muon', '--epochs', '20');
  expect(muon.trainLoss.at(-1)!).toBeLessThan(muon.trainLoss[0]!);
  expect(muon.notes).toBeUndefined();
  const aside = await json(...small, '--layers', '6', '--optimizer', 'muon', '--epochs', '2', '--lr', '0.5');
  expect(aside.notes).toEqual([
    expect.stringMatching(/muon leaves all weights to AdamW at adam_lr 0\.0003, and lr moves/),
  ]);
  const adamw = ['--optimizer', 'adamw', '--set', 'beta2=0.95', '--set', 'eps=1e-10', '--set', 'weight_decay=0'];
  expect(aside.trainLoss).toEqual(
    (await json(...small, '--layers', '6', ...adamw, '--epochs', '2', '--lr', '3e-4')).trainLoss,
  );
  const fast = await json(...small, '--epochs', '20', '--precision', 'float32');
  const slow = await json(...small, '--epochs', '20');
  fast.trainLoss.forEach((loss, i) => expect(Math.abs(loss - slow.trainLoss[i]!)).toBeLessThan(1e-4));
  expect(fast.trainLoss).not.toEqual(slow.trainLoss);
});

test('a training that diverges is an answer: what is no number is null, and it says when', async () => {
  const answer = await json(
    ...small,
    '--data',
    'wave',
    '--optimizer',
    'sgd',
    '--lr',
    '1e6',
    '--activation',
    'identity',
    '--epochs',
    '200',
  );
  expect(answer.divergedAt).toBeGreaterThan(0);
  expect(answer.trainLoss.at(-1)).toBeNull();
});

test('Ctrl-C leaves a checkpoint, and --resume ends with the bytes of a training that was left alone', async () => {
  const main = fileURLToPath(await builtForNode(root, 'src/cli/main.ts'));
  const call = await koubai();
  const long = [...small, '--batch-norm', '--dropout', '0.2', '--epochs', '6000', '--record', '3000'];
  const out = path('stopped.npz');
  const child = spawn(process.execPath, [main, ...long, '--out', out], { stdio: ['ignore', 'ignore', 'pipe'] });
  let err = '';
  child.stderr.on('data', (text: Buffer) => (err += text.toString()));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  while (!existsSync(`${out}.part`)) await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill('SIGINT');
  expect(await ended).toBe(130);
  expect(err).toMatch(
    /^koubai: stopped after \d+ of 24000 updates; the same command with --resume goes on from .*stopped\.npz\.part\n$/,
  );
  expect(existsSync(out)).toBe(false);
  expect(call(...long, '--seed', '2', '--out', out, '--resume').err).toMatch(
    /is from another training: give its flags/,
  );
  const shorter = long.with(long.indexOf('6000'), '1');
  expect(call(...shorter, '--out', out, '--resume').err).toMatch(/is at update \d+, and --epochs asks for 4/);
  expect(call(...long, '--out', out, '--resume').code).toBe(0);
  expect(existsSync(`${out}.part`)).toBe(false);
  const whole = path('whole.npz');
  expect(call(...long, '--out', whole).code).toBe(0);
  expect(readFileSync(out).equals(readFileSync(whole))).toBe(true);
});

test.each<[string, string[], RegExp]>([
  ['no data', ['train'], /give --data: spirals, .*digits, or a file/],
  ['a misspelt set', ['train', '--data', 'spiral'], /no data set "spiral"; did you mean spirals\?/],
  ['a file that is not there', ['train', '--data', 'no/such.csv'], /cannot read no\/such\.csv: there is no such file/],
  [
    'samples of the digits',
    ['train', '--data', 'digits', '--samples', '10'],
    /--samples is for the sets that are drawn/,
  ],
  ['layers in words', [...small, '--layers', 'many'], /--layers must be a finite number, not "many"/],
  ['a layer of nothing', [...small, '--layers', '4,0'], /--layers must be at least 1/],
  ['an unknown activation', [...small, '--activation', 'rely'], /no activation "rely"; did you mean relu\?/],
  ['an unknown init', [...small, '--init', 'kaiming'], /no init "kaiming"; there are zero, std, xavier, he/],
  ['an unknown loss', [...small, '--loss', 'hinge'], /no loss "hinge"/],
  [
    'a loss of classes on values',
    ['train', '--data', 'wave', '--loss', 'cross-entropy'],
    /this data has values: use squared-error/,
  ],
  ['an unknown optimizer', [...small, '--optimizer', 'adaam'], /no optimizer "adaam"; did you mean adam\?/],
  [
    'muon by the book',
    [...small, '--optimizer', 'muon', '--semantics', 'book'],
    /muon has no "book" semantics; it has paper/,
  ],
  [
    'a parameter it lacks',
    [...small, '--optimizer', 'sgd', '--set', 'beta1=0.9'],
    /sgd \(torch\) has no parameter "beta1"; it has lr, weight_decay/,
  ],
  [
    'an own rule that asks for the least loss',
    [...small, '--optimizer', 'own: x = x - (f - fmin)*g'],
    /the rule "x = x - \(f - fmin\)\*g" cannot be read\. No least value is known here \(position 14\)/,
  ],
  ['a dropout of all', [...small, '--dropout', '1'], /--dropout must be less than 1/],
  ['no epoch', [...small, '--epochs', '0'], /--epochs must be at least 1/],
  ['too long', [...small, '--epochs', '9999999'], /--epochs: that is 39999996 updates, at most 10000000/],
  [
    'too much kept',
    [...small, '--layers', '2000,2000', '--record', '1'],
    /--record: the weights kept would take \d+ bytes/,
  ],
  ['an unknown precision', [...small, '--precision', 'half'], /no precision "half"/],
  ['resume without a file', [...small, '--resume'], /--resume needs --out/],
  [
    'resume without a checkpoint',
    [...small, '--resume', '--out', 'no/net.npz'],
    /there is no no\/net\.npz\.part to go on from/,
  ],
])('%s: exit code 2, one line', async (_, args, message) => {
  const { code, out, err } = await koubaiHere(...args);
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(/^koubai: [^\n]+\n$/);
  expect(err).toMatch(message);
});

test('a file of points that is wrong is named with its line', async () => {
  const csv = path('bad.csv');
  writeFileSync(csv, 'x,y,label\n1,2,0\n1,nan,1\n');
  expect((await koubaiHere('train', '--data', csv)).err).toBe(
    `koubai: ${csv}: "nan" is not a finite number (line 3): leave the point out or write its number.\n`,
  );
  writeFileSync(csv, '[]');
  expect((await koubaiHere('train', '--data', csv)).code).toBe(2);
});

test('--only-last writes the network alone, the losses printed are of the whole path; --jitter is for images', async () => {
  const out = path('last.npz');
  const { trainLoss, at } = await json(...small, '--batch-norm', '--epochs', '20', '--out', out, '--only-last');
  expect(at.length).toBeGreaterThan(2);
  const run = readRun(readNpz(new Uint8Array(readFileSync(out))));
  expect([...run.at]).toEqual(at.slice(-1));
  expect(lossAt(run, 0, run.data!.train)).toBe(trainLoss.at(-1));
  const { err } = await koubaiHere(...small, '--jitter', '1');
  expect(err).toContain('--jitter warps square images, and a sample here has 2 inputs');
});
