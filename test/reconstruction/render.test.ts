import { describe, expect, it } from 'vitest';
import { maskBox } from '../../src/reconstruction/crop.ts';
import { CAMERA_DISTANCE, render } from '../../src/reconstruction/render.ts';
import { makeSample } from '../../src/reconstruction/sample.ts';
import { categoryIds } from '../../src/reconstruction/shapes/index.ts';
import { createMesh } from '../../src/reconstruction/shapes/mesh.ts';

const fromViewer = { direction: [0, 0, 1], ambient: 0.25, albedo: 0.8 } as const;

function boxOf(size: readonly [number, number, number]): Float64Array {
  const mesh = createMesh();
  mesh.box([0, 0, 0], size);
  return mesh.triangles();
}

describe('render', () => {
  it('a box seen from the front fills the rectangle of its front face and nothing else', () => {
    const { gray, mask } = render(boxOf([1, 0.5, 0.3]), { light: fromViewer });
    // The front face is the largest in the picture: 56 pixels by 28 about the middle.
    const inside = mask.map((_, i) => {
      const [x, y] = [i % 64, i >> 6];
      return Number(x >= 4 && x < 60 && y >= 18 && y < 46);
    });
    expect(mask).toEqual(inside.map((value) => 255 * value));
    expect(gray).toEqual(inside.map((value) => Math.round(0.8 * 255) * value));
  });

  it('draws the nearer of two faces, smaller with distance, whatever their order', () => {
    const near = [
      -0.25, -0.25, 0.5, 0.25, -0.25, 0.5, 0.25, 0.25, 0.5, -0.25, -0.25, 0.5, 0.25, 0.25, 0.5, -0.25, 0.25, 0.5,
    ];
    // Leaning away from the light, twice as long: darker, and seen around the near one.
    const far = near.map((value, i) => (i % 3 === 2 ? -0.5 + 0.6 * near[i - 1]! : 2 * value));
    for (const triangles of [
      [...near, ...far],
      [...far, ...near],
    ]) {
      const { gray, mask } = render(Float64Array.from(triangles), { light: fromViewer });
      expect(mask[32 * 64 + 32]).toBe(255);
      expect(gray[32 * 64 + 32]).toBe(204);
      const row = Array.from({ length: 64 }, (_, x) => gray[32 * 64 + x]!);
      // Widths in one plane: 0.5/(D − 0.5) against 1/(D + 0.5) at the middle row.
      const ratio = row.filter((value) => value === 204).length / row.filter((value) => value > 0).length;
      expect(ratio).toBeCloseTo(0.5 / (CAMERA_DISTANCE - 0.5) / (1 / (CAMERA_DISTANCE + 0.5)), 1);
      expect(row.some((value) => value > 0 && value < 204)).toBe(true);
    }
  });

  it('lights both sides of a face alike', () => {
    const face = [-0.5, -0.5, 0, 0.5, -0.5, 0, 0, 0.5, 0.2];
    const turned = [...face.slice(3, 6), ...face.slice(0, 3), ...face.slice(6)];
    const [a, b] = [face, turned].map((t) => render(Float64Array.from(t), { light: fromViewer }).gray);
    expect(a).toEqual(b);
  });

  it('a flat picture is albedo times mask', () => {
    const { triangles, picture } = makeSample('chair', 5, { points: 2 });
    const { gray, mask } = render(triangles, { light: fromViewer, flat: true });
    expect(mask).toEqual(picture.mask);
    expect(gray.every((value, i) => Math.abs(value - 0.8 * mask[i]!) <= 1)).toBe(true);
  });

  it('gray is never brighter than its mask', () => {
    for (const id of categoryIds) {
      const { gray, mask } = makeSample(id, 3, { points: 2 }).picture;
      expect(gray.every((value, i) => value <= mask[i]!)).toBe(true);
    }
  });

  it.each(categoryIds)('%s: seeds 0 … 19 on their tight crop lie in the middle, 56 pixels long', (id) => {
    for (let seed = 0; seed < 20; seed++) {
      const { left, right, top, bottom } = maskBox(makeSample(id, seed, { points: 2 }).picture.mask, 64, 1)!;
      expect(Math.abs(Math.max(right - left, bottom - top) - 56), `seed ${seed}`).toBeLessThanOrEqual(1);
      expect(Math.abs(left + right - 64), `seed ${seed}`).toBeLessThanOrEqual(2);
      expect(Math.abs(top + bottom - 64), `seed ${seed}`).toBeLessThanOrEqual(2);
    }
  });

  it('jitter moves the crop as told, in pixels of a 64-pixel picture at any size', () => {
    const triangles = boxOf([1, 0.5, 0.3]);
    const jitter = { scale: 0.5, right: 6, down: -4 };
    const small = render(triangles, { light: fromViewer, jitter });
    expect(maskBox(small.mask, 64)).toEqual({ left: 24, right: 52, top: 21, bottom: 35 });
    const large = render(triangles, { light: fromViewer, jitter, size: 128 });
    expect(maskBox(large.mask, 128)).toEqual({ left: 48, right: 104, top: 42, bottom: 70 });
  });
});
