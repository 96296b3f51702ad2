import { mkdtempSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readRecord } from '../../../src/io/networks/experiments.ts';
import type { Proposal } from '../../../src/networks/search/strategies.ts';
import { koubai, koubaiHere } from '../koubai.ts';

const folder = mkdtempSync(join(tmpdir(), 'koubai-experiment-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A file to go on with, whose .part holds what no search wrote. */
function foreign(name: string, text: string): string {
  writeFileSync(join(folder, `${name}.part`), text);
  return join(folder, name);
}

test('experiment prints what the shipped record holds, keys in their order, seed 1', async () => {
  const { code, out, err } = await koubaiHere('experiment', 'book-6-14', '--json');
  expect([code, err]).toEqual([0, '']);
  expect(out).toBe(readFileSync('assets/experiments/book-6-14.json', 'utf8'));
  expect(Object.keys(JSON.parse(out) as object)).toEqual(['id', 'seed', 'curves', 'layers', 'done', 'total']);
  const { layers } = readRecord(out);
  expect(layers!.map(({ name, looks }) => [name, looks.length])).toEqual([
    ['std', 5],
    ['xavier', 5],
    ['he', 5],
  ]);
  const other = await koubaiHere('experiment', 'book-6-14', '--seed', '2');
  expect(other.out).toMatch(/^std, layer 1: mean 0\.0\d+, std 0\.0\d+, \d+ % saturated, \d+ % dead\n/);
});

test.each([
  [['experiment', 'book-6-12'], 'there is no experiment "book-6-12"; did you mean'],
  [['search', '--population', '4'], '--population is for --strategy genetic'],
  [['search', '--data', 'moons'], 'there is no data set to search on "moons"'],
  [['search', '--resume'], '--resume needs --out'],
  [['search', '--resume', '--out', join(folder, 'none.json')], 'none.json.part to go on from'],
  [['search', '--resume', '--out', foreign('null.json', 'null')], 'null.json.part is from another search'],
  [['search', '--resume', '--out', foreign('text.json', '{"spec":')], 'text.json.part is from another search'],
])('%j is refused in one line', async (args, words) => {
  const { code, out, err } = await koubaiHere(...args);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(words);
  expect(err.trim()).not.toContain('\n');
});

interface Searched {
  readonly spec: object;
  readonly trials: readonly (Proposal & { readonly score: number; readonly train: readonly number[] })[];
}

test('search: as many trials as asked for, the same on one thread and two, and gone on from FILE.part (seed 3)', async () => {
  const run = await koubai();
  const file = join(folder, 'search.json');
  const flags = '--subset 40 --layers 6 --trials 6 --epochs 3 --strategy genetic --population 2 --seed 3'.split(' ');
  const whole = run('search', ...flags, '--workers', '1', '--json');
  expect([whole.code, whole.err]).toEqual([0, '']);
  const { spec, trials } = JSON.parse(whole.out) as Searched;
  expect(trials.map(({ index, generation, train }) => [index, generation, train.length])).toEqual(
    [0, 1, 2, 3, 4, 5].map((index) => [index, index >> 1, 3]),
  );
  writeFileSync(`${file}.part`, JSON.stringify({ spec, trials: trials.slice(0, 3) }));
  const resumed = run('search', ...flags, '--workers', '2', '--out', file, '--resume');
  expect([resumed.code, resumed.err]).toEqual([0, '']);
  expect(resumed.out.split('\n')[0]).toMatch(/^trial \d: 0(\.\d+)? \(lr \S+, decay \S+\)$/);
  expect(readFileSync(file, 'utf8')).toBe(whole.out);
  expect(existsSync(`${file}.part`)).toBe(false);
  writeFileSync(`${file}.part`, JSON.stringify({ spec, trials }));
  const other = run('search', ...flags, '--seed', '4', '--out', file, '--resume');
  expect([other.code, other.out]).toEqual([2, '']);
  expect(other.err).toContain('is from another search');
});
