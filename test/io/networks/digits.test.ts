import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { digitFileNames, readDigits, type DigitFiles } from '../../../src/io/networks/digits.ts';
import { NetFileError } from '../../../src/io/networks/errors.ts';
import { readIdx } from '../../../src/io/networks/idx.ts';

const folder = 'assets/networks';
const file = (name: string) => new Uint8Array(readFileSync(`${folder}/${name}`));
const files: DigitFiles = {
  trainImages: file(digitFileNames.trainImages),
  trainLabels: file(digitFileNames.trainLabels),
  testImages: file(digitFileNames.testImages),
  testLabels: file(digitFileNames.testLabels),
};

/** An IDX file of bytes. */
const idx = (shape: readonly number[], values: readonly number[], type = 8) =>
  Uint8Array.from([0, 0, type, shape.length, ...shape.flatMap((n) => [0, 0, n >> 8, n & 255]), ...values]);

test('the shipped digits: 8,000 and 2,000 of 28 × 28 pixels from 0 to 1, each class near a tenth', () => {
  const { train, test: held, task } = readDigits(files);
  expect([task, train.count, held.count, train.inputs, train.outputs]).toEqual(['classes', 8000, 2000, 784, 10]);
  const raw = gunzipSync(files.trainImages).subarray(16);
  expect(train.x.length).toBe(raw.length);
  // Every pixel is that of the file: 255 grey values in 0 … 1, a checksum over all of them.
  expect(train.x.reduce((sum, value) => sum + Math.round(value * 255), 0)).toBe(raw.reduce((a, b) => a + b, 0));
  expect(train.x.every((value) => value >= 0 && value <= 1)).toBe(true);
  expect([...train.labels!.subarray(0, 8)]).toEqual([...gunzipSync(files.trainLabels).subarray(8, 16)]);
  for (let digit = 0; digit < 10; digit++) {
    const share = train.labels!.filter((label) => label === digit).length / 8000;
    expect(share).toBeGreaterThan(0.08);
    expect(share).toBeLessThan(0.12);
  }
  expect([...train.targets.subarray(0, 10)]).toEqual(
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((i) => +(i === train.labels![0])),
  );
});

test('every file of assets/networks stands in the manifest with its source, licence and checksum', () => {
  const entries = JSON.parse(readFileSync('assets/manifest.json', 'utf8')) as Record<string, string>[];
  for (const name of readdirSync(folder)) {
    const entry = entries.find((one) => one['file'] === `${folder}/${name}`);
    expect(entry, name).toBeDefined();
    expect(entry!['sha256']).toBe(createHash('sha256').update(file(name)).digest('hex'));
    // The digits are MNIST's; what is made of them, or drawn, is this project's own.
    const own = !name.endsWith('-ubyte.gz');
    expect(entry!['source']).toMatch(own ? /by this project/ : /MNIST/);
    expect(entry!['licence']).toMatch(own ? /^MIT/ : /CC BY-SA 3\.0/);
    expect(entry!['made']).toMatch(own ? /./ : /subset of MNIST with a split of its own/);
  }
});

test('unpacked files are read as well: some servers unpack .gz on their way', () => {
  expect(readIdx(new Uint8Array(gunzipSync(files.testLabels)), 1, 'labels')).toEqual(
    readIdx(files.testLabels, 1, 'labels'),
  );
  // A view into a larger buffer, as a bundle of files gives it.
  const labels = idx([3], [7, 0, 9]);
  const shifted = new Uint8Array(labels.length + 5);
  shifted.set(labels, 5);
  expect([...readIdx(shifted.subarray(5), 1, 'labels').values]).toEqual([7, 0, 9]);
});

const small = {
  trainImages: idx([2, 1, 2], [0, 255, 1, 2]),
  trainLabels: idx([2], [3, 9]),
  testImages: idx([1, 1, 2], [5, 6]),
  testLabels: idx([1], [0]),
};

test.each<[string, Partial<DigitFiles>, RegExp]>([
  ['nothing', { trainImages: Uint8Array.of() }, /The file is empty \(training images\)/],
  ['a picture', { trainImages: Uint8Array.of(137, 80, 78, 71) }, /no IDX file \(it begins with 89 50 4e 47\)/],
  ['labels for images', { trainImages: small.trainLabels }, /no training images: type 8, 1 axes/],
  ['floats', { testLabels: idx([1], [0, 0, 0, 0], 13) }, /no test labels: type 13, 1 axes/],
  [
    'a header cut off',
    { testImages: small.testImages.subarray(0, 9) },
    /16 bytes of data were expected and 9 are there/,
  ],
  ['pixels cut off', { testImages: small.testImages.subarray(0, 17) }, /2 bytes .* 1 are there \(test images\)/],
  ['pixels left over', { testImages: idx([1, 1, 2], [5, 6, 7]) }, /2 bytes .* 3 are there/],
  ['a huge promise', { testImages: idx([65_535, 65_535, 65_535], []) }, /would take \d+ bytes: at most/],
  ['a label too few', { trainLabels: idx([1], [3]) }, /2 images and 1 labels \(training\)/],
  ['an eleventh class', { testLabels: idx([1], [10]) }, /Label 10 is beyond 9 \(test\)/],
  ['another size', { testImages: idx([1, 1, 3], [5, 6, 7]) }, /The images are 3 pixels, those before 2/],
  [
    'damaged gzip',
    { testLabels: new Uint8Array(gzipSync(small.testLabels)).fill(0xff, 10, 14) },
    /compressed data is damaged|checksum/,
  ],
  [
    'gzip cut off',
    { testLabels: new Uint8Array(gzipSync(small.testLabels)).subarray(0, 20) },
    /damaged|checksum|at most/,
  ],
])('%s is refused with what and where', (_, change, message) => {
  expect(() => readDigits({ ...small, ...change })).toThrow(NetFileError);
  expect(() => readDigits({ ...small, ...change })).toThrow(message);
});

test('the small set itself is read', () => {
  const { train } = readDigits(small);
  expect([...train.x]).toEqual([0, 1, 1 / 255, 2 / 255]);
  expect([...train.labels!]).toEqual([3, 9]);
});
