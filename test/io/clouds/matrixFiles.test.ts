import { expect, test } from 'vitest';
import { CloudError } from '../../../src/io/clouds/errors.ts';
import { matrixJson, matrixNpy, matrixText, readMatrix } from '../../../src/io/clouds/matrixFiles.ts';
import { asset, expected, fixture } from './support.ts';

const matrix = Float64Array.from(expected.matrix);
const third = Float64Array.of(1, 0, 0, 1 / 3, 0, 1, 0, -1e-7 / 3, 0, 0, 1, 4.5e6 / 7, 0, 0, 0, 1);

test('the published pose is read as NumPy reads it', () => {
  expect(readMatrix(new TextDecoder().decode(asset('lidar-target-from-source.txt')))).toEqual(matrix);
});

test('text and JSON come back to the bit, with the direction in words', () => {
  expect(matrixText(third).split('\n')[0]).toMatch(/^# target <- source: /);
  expect(
    matrixText(third)
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(' ').length),
  ).toEqual([4, 4, 4, 4]);
  expect(readMatrix(matrixText(third))).toEqual(third);
  expect(readMatrix(matrixJson(third))).toEqual(third);
});

test('NumPy’s own bytes', () => {
  expect(matrixNpy(matrix)).toEqual(fixture('matrix.npy'));
});

test.each([
  ['commas and comments', '// pose\n1, 0, 0, 5 # x\n0, 1, 0, 6\r\n% more\n0, 0, 1, 7\n0, 0, 0, 1'],
  ['NumPy as printed', '[[1. 0. 0. 5.]\n [0. 1. 0. 6.]\n [0. 0. 1. 7.]\n [0. 0. 0. 1.]]'],
  ['a JSON list', '[[1,0,0,5],[0,1,0,6],[0,0,1,7],[0,0,0,1]]'],
  [
    'what the command line prints',
    '{"targetFromSource":[1,0,0,5,0,1,0,6,0,0,1,7,0,0,0,1],"iterations":3,"verdict":"good"}',
  ],
])('%s', (_name, text) => {
  expect(readMatrix(text)).toEqual(Float64Array.of(1, 0, 0, 5, 0, 1, 0, 6, 0, 0, 1, 7, 0, 0, 0, 1));
});

test.each([
  ['three lines', '1 0 0 0\n0 1 0 0\n0 0 1 0\n', 'matrix', /12 numbers, not 16/],
  ['a word', '1 0 0 0\n0 one 0 0\n0 0 1 0\n0 0 0 1', 'not-a-number', /"one".*line 2/],
  ['nan', '1 0 0 nan\n0 1 0 0\n0 0 1 0\n0 0 0 1', 'not-a-number', /"nan".*line 1/],
  ['broken JSON', '{"targetFromSource":[1,', 'matrix', /JSON/],
  ['JSON without it', '{"pose":[1]}', 'matrix', /targetFromSource/],
  ['JSON with null', '{"targetFromSource":[null,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1]}', 'matrix', /number 1 is null/],
  ['column major', '1 0 0 0\n0 1 0 0\n0 0 1 0\n5 6 7 1', 'matrix-not-rigid', /last row is 5 6 7 1 .*transpose/],
  ['a scale', '2 0 0 0\n0 2 0 0\n0 0 2 0\n0 0 0 1', 'matrix-not-rigid', /off by 3/],
  ['a mirror', '1 0 0 0\n0 1 0 0\n0 0 -1 0\n0 0 0 1', 'matrix-not-rigid', /mirrors/],
])('%s is refused', (_name, text, code, words) => {
  let caught: unknown;
  try {
    readMatrix(text);
  } catch (error) {
    caught = error;
  }
  expect(caught).toBeInstanceOf(CloudError);
  expect((caught as CloudError).code).toBe(code);
  expect((caught as CloudError).message).toMatch(words);
});
