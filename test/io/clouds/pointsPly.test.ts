import { expect, test } from 'vitest';
import { pointsPly } from '../../../src/io/clouds/pointsPly.ts';
import { readCloud } from '../../../src/io/clouds/read.ts';

test('what is written is read back, to float32', async () => {
  const points = Float64Array.of(0.1, -0.25, 0.5, 1e-3, -1, 0.75);
  const file = await readCloud('answer.ply', pointsPly(points));
  expect(file?.count).toBe(2);
  expect([...file!.positions]).toEqual([...Float32Array.from(points)]);
});

test('further columns stand beside the places and are read back by their names', async () => {
  const points = Float64Array.of(0.5, -0.25, 0.125, 1, 2, 3);
  const bytes = pointsPly(points, 'double', [
    { names: ['nx', 'ny', 'nz'], type: 'float', values: [0, 0, 1, 0, 1, 0] },
    { names: ['red', 'green', 'blue'], type: 'uchar', values: [1, 2, 3, 253, 254, 255] },
  ]);
  const file = (await readCloud('answer.ply', bytes))!;
  expect([...file.positions]).toEqual([...points]);
  const column = (name: string) => [...file.fields.find((field) => field.name === name)!.values];
  expect(['red', 'green', 'blue'].map(column)).toEqual([
    [1, 253],
    [2, 254],
    [3, 255],
  ]);
});
