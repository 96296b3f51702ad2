import { expect, test } from 'vitest';
import { createHeightMap, heightsOf } from '../../src/view/heightMap.ts';
import { createSharedUniforms } from '../../src/view/uniforms.ts';

const domain = [-1, 3, 0, 2] as const;
const SIZE = 9;
const place = (i: number, low: number, high: number) => low + ((high - low) * i) / (SIZE - 1);
const grid = (f: (x: number, y: number) => number) =>
  Float64Array.from({ length: SIZE * SIZE }, (_, i) =>
    f(place(i % SIZE, domain[0], domain[1]), place(Math.floor(i / SIZE), domain[2], domain[3])),
  );

test('a plane is itself between the samples, a curved surface goes through them', () => {
  const plane = heightsOf(
    grid((x, y) => 2 * x - 3 * y + 1),
    SIZE,
    domain,
  );
  for (const [x, y] of [
    [0.13, 1.71],
    [-0.9, 0.02],
    [2.99, 1.99],
  ] as const)
    expect(plane.value(x, y)).toBeCloseTo(2 * x - 3 * y + 1, 5);
  const curved = heightsOf(
    grid((x, y) => Math.sin(x) * y),
    SIZE,
    domain,
  );
  expect(curved.value(1, 1)).toBeCloseTo(Math.sin(1), 6);
  expect(curved.value(1.2, 1.1)).toBeCloseTo(Math.sin(1.2) * 1.1, 1);
});

test('what is shown is what the shader gets: another size another texture, the same size the same', () => {
  const shared = createSharedUniforms();
  const map = createHeightMap(shared);
  map.set(new Float64Array(9).fill(4), 3, domain);
  const first = shared.uHeights.value;
  expect(shared.uSize.value).toBe(3);
  expect(map.value(0, 1)).toBe(4);
  map.show(heightsOf(new Float64Array(9).fill(5), 3, domain));
  expect(shared.uHeights.value).toBe(first);
  expect(map.value(0, 1)).toBe(5);
  map.show(heightsOf(new Float64Array(16).fill(6), 4, domain));
  expect(shared.uHeights.value).not.toBe(first);
  expect(shared.uSize.value).toBe(4);
  map.dispose();
});
