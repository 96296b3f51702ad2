import { expect, test } from 'vitest';
import type { KinMap } from '../../scenes/reconstruction/jobs/api.ts';
import type { Jobs } from '../../scenes/reconstruction/jobs/jobs.ts';
import { createAtlas, fillAtlas, putPicture } from '../../scenes/reconstruction/kin/atlas.ts';
import { PICTURE_SIZE } from '../../src/reconstruction/types.ts';

const picture = (gray: number) => ({
  gray: new Uint8Array(PICTURE_SIZE ** 2).fill(gray),
  mask: new Uint8Array(PICTURE_SIZE ** 2).fill(255).fill(0, 0, PICTURE_SIZE),
});

test('each picture stands in its own tile, grey and cover, and nowhere else', () => {
  const atlas = createAtlas(5);
  expect(atlas.columns).toBe(3);
  putPicture(atlas, 4, picture(77));
  const { data, width } = atlas.texture.image as { data: Uint8Array; width: number };
  expect(width).toBe(3 * PICTURE_SIZE);
  const at = (x: number, y: number) => [...data.subarray(2 * (y * width + x), 2 * (y * width + x) + 2)];
  expect(at(PICTURE_SIZE, PICTURE_SIZE)).toEqual([77, 0]);
  expect(at(2 * PICTURE_SIZE - 1, 2 * PICTURE_SIZE - 1)).toEqual([77, 255]);
  expect(data.filter((value) => value === 77)).toHaveLength(PICTURE_SIZE ** 2);
  for (const [x, y] of [
    [PICTURE_SIZE - 1, PICTURE_SIZE],
    [2 * PICTURE_SIZE, PICTURE_SIZE + 1],
  ] as const)
    expect(at(x, y)).toEqual([0, 0]);
  expect([...atlas.ready]).toEqual([0, 0, 0, 0, 1]);
});

test('what is missing is drawn, once, in order; a failure leaves what is there', async () => {
  const shapes = Array.from({ length: 20 }, (_, seed) => ({ category: 'mug', seed }));
  const atlas = createAtlas(20);
  putPicture(atlas, 3, picture(1));
  const asked: number[] = [];
  let batches = 0;
  const jobs = (last: number) =>
    ({
      truth: (_: string, seed: number) => {
        asked.push(seed);
        return seed > last ? Promise.reject(new Error('gone')) : Promise.resolve({ picture: picture(seed) });
      },
    }) as unknown as Jobs;
  const fill = (last: number) =>
    fillAtlas(atlas, { shapes } as unknown as KinMap, jobs(last), new AbortController().signal, () => batches++);
  await expect(fill(9)).rejects.toThrow('gone');
  expect(atlas.ready.reduce((sum, one) => sum + one, 0)).toBe(10);
  await fill(99);
  expect(asked).toEqual([0, 1, 2, 4, 5, 6, 7, 8, 9, 10, ...Array.from({ length: 10 }, (_, i) => 10 + i)]);
  expect(atlas.ready.every((one) => one === 1)).toBe(true);
  expect(batches).toBeGreaterThan(0);
});
