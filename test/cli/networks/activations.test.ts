import { expect, test } from 'vitest';
import { koubaiHere } from '../koubai.ts';

interface Layer {
  readonly mean: number;
  readonly std: number;
  readonly histogram: readonly number[];
  readonly saturated: number;
  readonly dead: number;
}

async function layers(...args: string[]): Promise<readonly Layer[]> {
  const { code, out, err } = await koubaiHere('activations', ...args, '--json');
  expect([code, err]).toEqual([0, '']);
  return (JSON.parse(out) as { readonly layers: readonly Layer[] }).layers;
}

test('the issue’s command: keys in their order, He keeps ReLU’s spread; one seed one result (seed 1)', async () => {
  const flags = '--init he --activation relu --layers 100,100,100,100,100 --inputs 1000 --seed 1'.split(' ');
  const looks = await layers(...flags);
  expect(looks).toHaveLength(5);
  for (const look of looks) {
    expect(Object.keys(look)).toEqual(['mean', 'std', 'histogram', 'saturated', 'dead']);
    expect(look.histogram).toHaveLength(30);
    expect(look.histogram.reduce((sum, share) => sum + share)).toBeCloseTo(1, 12);
    expect(look.std).toBeGreaterThan(0.6);
    expect(look.histogram[0]).toBeGreaterThanOrEqual(look.saturated);
  }
  expect(await layers(...flags)).toEqual(looks);
  expect((await layers(...flags, '--seed', '2'))[0]!.std).not.toBe(looks[0]!.std);
});

test('batch normalization keeps what a deviation of .01 loses (seed 1)', async () => {
  const flags = ['--init', 'std', '--init-std', '0.01', '--activation', 'relu', '--layers', '50,40,30'];
  const lost = await layers(...flags);
  const kept = await layers(...flags, '--batch-norm');
  expect(lost.at(-1)!.std).toBeLessThan(0.001);
  expect(kept.at(-1)!.std).toBeGreaterThan(0.5);
});

test('text for people: a line a layer with its histogram; what cannot be is refused', async () => {
  const { out } = await koubaiHere(
    'activations',
    '--init',
    'std',
    '--init-std',
    '1',
    '--layers',
    '30,20',
    '--bins',
    '5',
  );
  expect(out.split('\n')).toEqual([
    '30-20, sigmoid, standard deviation 1; 1000 samples, seed 1; bins over 0 … 1',
    'layer      mean       std  saturated  dead',
    expect.stringMatching(/^ {4}1 +0\.[45]\d\d +0\.\d+ +[\d.]+ % +0 % [▁-█]{5}$/u),
    expect.stringMatching(/^ {4}2 .* [▁-█]{5}$/u),
    '',
  ]);
  const { code, err } = await koubaiHere('activations', '--layers', 'none');
  expect(code).not.toBe(0);
  expect(err).toContain('--layers none');
});

test('what would not fit into memory is refused in one line, before anything is drawn', async () => {
  const { code, out, err } = await koubaiHere('activations', '--inputs', '100000', '--layers', '4096,4096');
  expect([code, out]).toEqual([2, '']);
  expect(err.trim()).toMatch(/^\S.*--inputs 100000 on --layers 4096,4096 would take 2\d,?\d+ MB: at most 500 MB$/);
});
