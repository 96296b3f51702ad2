import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encode } from 'fast-png';
import { afterAll, expect, test } from 'vitest';
import { readNpz, writeNpz } from '../../../src/io/networks/npz.ts';
import { decodePng } from '../../../src/io/images/png.ts';
import { centred } from '../../../src/networks/microscope/centre.ts';
import { inkOf } from '../../../src/networks/microscope/ink.ts';
import { drawnDigit } from '../../networks/microscope/drawnDigits.ts';
import { koubaiHere } from '../koubai.ts';

const folder = mkdtempSync(join(tmpdir(), 'koubai-classify-'));
afterAll(() => rmSync(folder, { recursive: true }));
const three = 'assets/networks/drawn-3.png';

/** Dark on white, or white on black. */
function picture(name: string, digit: number, dark: boolean): string {
  const { values, width, height } = drawnDigit(digit, 'off-centre', 1);
  const data = Uint8Array.from(values, (ink) => Math.round(255 * (dark ? 1 - ink : ink)));
  const path = join(folder, name);
  writeFileSync(path, encode({ width, height, data, channels: 1 }));
  return path;
}

interface Printed {
  readonly class: number;
  readonly probabilities: readonly number[];
  readonly centred: readonly number[];
}

async function json(...args: string[]): Promise<Printed> {
  const { code, out, err } = await koubaiHere('classify', ...args, '--json');
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out) as Printed;
}

test('the shipped picture is the 3 that it says, and is read as one; keys in their order', async () => {
  const shipped = inkOf(decodePng(new Uint8Array(readFileSync(three)))).values;
  const values = Float64Array.from(drawnDigit(3, 'slanted', 1).values);
  const off = values.reduce((most, ink, i) => Math.max(most, ink < 0.1 ? 0 : Math.abs(ink - shipped[i]!)), 0);
  expect(off).toBeLessThan(1 / 255);
  const answer = await json(three);
  expect(Object.keys(answer)).toEqual(['class', 'probabilities', 'centred']);
  expect(answer.class).toBe(3);
  expect(answer.probabilities).toHaveLength(10);
  expect(answer.probabilities.reduce((sum, p) => sum + p)).toBeCloseTo(1, 12);
  expect(Math.max(...answer.probabilities)).toBe(answer.probabilities[3]);
  expect(answer.centred).toEqual([...centred(inkOf(decodePng(new Uint8Array(readFileSync(three)))))!]);
});

test('dark on light or light on dark, in a corner: the same reading', async () => {
  const [dark, light] = [await json(picture('dark.png', 7, true)), await json(picture('light.png', 7, false))];
  expect(dark.class).toBe(7);
  expect(light.class).toBe(7);
  dark.centred.forEach((value, i) => expect(Math.abs(value - light.centred[i]!)).toBeLessThan(0.01));
});

test.each([
  ['seven.webp', 0.05],
  // Turned as its EXIF data say: as it lies in the file it is no seven.
  ['seven-turned.jpg', 0.05],
])('%s is read as the PNG of the same sheet', async (name, within) => {
  const images = 'test/fixtures/images';
  const [plain, other] = [await json(`${images}/seven.png`), await json(`${images}/${name}`)];
  expect([plain.class, other.class]).toEqual([7, 7]);
  other.centred.forEach((value, i) => expect(Math.abs(value - plain.centred[i]!)).toBeLessThan(within));
});

test('text for people: the answer, the runner-up, and what was read', async () => {
  const { out } = await koubaiHere('classify', three);
  const lines = out.split('\n');
  expect(lines[0]).toMatch(/^3 \([\d.]+ %\), else \d \([\d.]+ %\)$/);
  expect(lines).toHaveLength(30);
  expect(lines.slice(1, 29).filter((line) => line.includes('@')).length).toBeGreaterThan(10);
});

test('nothing drawn, no picture, and a network of something else are refused by name', async () => {
  const blank = join(folder, 'blank.png');
  writeFileSync(blank, encode({ width: 20, height: 20, data: new Uint8Array(400).fill(255), channels: 1 }));
  const net = join(folder, 'moons.npz');
  await koubaiHere('train', '--data', 'moons', '--layers', '3', '--epochs', '1', '--out', net);
  const diverged = readNpz(new Uint8Array(readFileSync('assets/networks/digits.npz')));
  for (const [name, tensor] of diverged)
    if (tensor.kind === 'numbers' && name.endsWith('weight')) tensor.values.fill(NaN);
  const nan = join(folder, 'nan.npz');
  writeFileSync(nan, writeNpz(diverged));
  for (const [args, said] of [
    [['classify', three, '--net', nan], /nan\.npz: A weight .* is not a finite number: the training diverged/],
    [['classify', blank], /blank\.png: nothing is drawn/],
    [['classify', net], /moons\.npz: .*picture/],
    [['classify', three, '--net', net], /moons\.npz does not read digits \(2 inputs, 2 outputs\)/],
  ] as const) {
    const { code, err } = await koubaiHere(...args);
    expect(code).not.toBe(0);
    expect(err).toMatch(said);
  }
});
