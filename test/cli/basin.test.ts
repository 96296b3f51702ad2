import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decode } from 'fast-png';
import { afterAll, expect, test } from 'vitest';
import { readNpy } from '../../src/io/networks/npy.ts';
import { plainBasins, plainMinima } from '../basins/plain.ts';
import { koubai } from './koubai.ts';

const call = await koubai();
const folder = mkdtempSync(join(tmpdir(), 'koubai-basin-'));
afterAll(() => rmSync(folder, { recursive: true }));

const himmelblau = ['basin', '--surface', 'himmelblau', '--optimizer', 'sgd', '--lr', '0.01'];

interface Counted {
  readonly minima: readonly { readonly x: number; readonly y: number; readonly f: number; readonly count: number }[];
  readonly diverged: number;
  readonly unconverged: number;
  readonly backend: string;
}

test('basin --json counts the starts, and its array says which they are, as a run by hand has them', () => {
  const file = join(folder, 'map.npy');
  const { code, out, err } = call(...himmelblau, '--steps', '500', '--size', '96', '--out', file, '--json');
  expect([code, err]).toEqual([0, '']);
  const found = JSON.parse(out) as Counted;
  const { labels, rests } = plainBasins(96, 500, 0.01);
  expect(Object.keys(found).slice(0, 5)).toEqual(['minima', 'diverged', 'unconverged', 'milliseconds', 'backend']);
  found.minima.forEach(({ x, y, f, count }, k) => {
    expect(Math.hypot(x - plainMinima[k]![0], y - plainMinima[k]![1])).toBeLessThan(1e-9);
    expect(f).toBeLessThan(1e-20);
    expect(Math.abs(count - labels.filter((label) => label === k).length)).toBeLessThan(10);
  });
  expect([found.minima.length, found.diverged, found.unconverged]).toEqual([4, 0, 0]);
  const array = readNpy(new Uint8Array(readFileSync(file)));
  if (array.kind !== 'numbers') throw new Error('the map is numbers');
  expect(array.shape).toEqual([2, 96, 96]);
  const agreeing = (from: number, by: ArrayLike<number>) =>
    Array.from(by).filter((value, i) => array.values[from + i] === value).length / by.length;
  expect(agreeing(0, labels)).toBeGreaterThan(0.999);
  expect(agreeing(96 * 96, rests)).toBeGreaterThan(0.99);
});

test('basin --out paints a picture, its upper row first, in the theme’s colours', () => {
  const [light, dark] = ['light', 'dark'].map((theme) => {
    const file = join(folder, `${theme}.png`);
    const { code, out } = call(...himmelblau, '--steps', '60', '--size', '64', '--out', file, '--theme', theme);
    expect([code, /^ +\d+\.\d+ % {2}to \(3, 2\), f = 0$/m.test(out)]).toEqual([0, true]);
    return decode(readFileSync(file));
  });
  expect([light!.width, light!.height, light!.channels]).toEqual([64, 64, 3]);
  const at = (picture: typeof light, x: number, y: number) => {
    const pixel = 3 * (Math.floor(((6 - y) / 12) * 64) * 64 + Math.floor(((x + 6) / 12) * 64));
    return Array.from(picture!.data.slice(pixel, pixel + 3));
  };
  // Blue, ochre, plum, green at the four minima.
  const [blue, ochre] = plainMinima.map(([x, y]) => at(light, x + 1, y));
  expect(blue![2]! - blue![0]!).toBeGreaterThan(30);
  expect(ochre![0]! - ochre![2]!).toBeGreaterThan(30);
  const mean = ({ data }: { readonly data: ArrayLike<number> }) =>
    Array.from(data).reduce((a, b) => a + b) / data.length;
  expect(mean(dark!)).toBeLessThan(mean(light!) - 10);
});

test('what it cannot do it says', () => {
  const refused = (...flags: string[]) => call('basin', ...flags).err;
  expect(refused('--surface', 'x^2 + y^2', '--optimizer', 'sgd')).toMatch(/a formula needs --domain/);
  expect(refused(...himmelblau.slice(1), '--out', 'map.gif')).toMatch(/must end in .png or .npy/);
  expect(refused(...himmelblau.slice(1), '--size', '5000')).toMatch(/--size must be/);
  expect(refused(...himmelblau.slice(1), '--window=1,0,0,1')).toMatch(/--window must be x0,x1,y0,y1/);
});
