import { expect, test } from 'vitest';
import { pointsPly } from '../../../src/io/clouds/pointsPly.ts';
import { readCloud } from '../../../src/io/clouds/read.ts';

test('what is written is read back, to float32', async () => {
  const points = Float64Array.of(0.1, -0.25, 0.5, 1e-3, -1, 0.75);
  const file = await readCloud('answer.ply', pointsPly(points));
  expect(file?.count).toBe(2);
  expect([...file!.positions]).toEqual([...Float32Array.from(points)]);
});
