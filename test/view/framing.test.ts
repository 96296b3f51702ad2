import { describe, expect, test } from 'vitest';
import { surfaceIds } from '../../src/surfaces/index.ts';
import type { Box } from '../../src/math/box.ts';
import { axesOf, defaultDirection, frame } from '../../src/view/framing.ts';
import { outlineOf } from '../../src/view/outline.ts';
import { eyeOf } from '../browser/relief/camera.ts';
import { sceneOf } from './states.ts';

type Corners = readonly [left: number, top: number, right: number, bottom: number];
const boxes = (list: readonly Corners[]): Box[] =>
  list.map(([left, top, right, bottom]) => ({ left, top, right, bottom }));

/** The page's panels as measured at three sizes: header, sentence, parameters, badge, transport. */
const windows = [
  { width: 1280, height: 720, panels: boxes([[16, 0, 1264, 38], [16, 46, 300, 161], [984, 46, 1264, 671], [16, 680, 250, 704], [316, 532, 968, 704]]) }, // prettier-ignore
  { width: 1024, height: 768, panels: boxes([[16, 0, 1008, 38], [16, 46, 252, 203], [744, 46, 1008, 671], [16, 548, 250, 572], [16, 580, 728, 752]]) }, // prettier-ignore
  { width: 390, height: 844, panels: boxes([[10, 0, 380, 34], [10, 40, 380, 126], [10, 632, 380, 678], [10, 602, 244, 626], [10, 684, 380, 834]]) }, // prettier-ignore
] as const;

function placed(
  surface: (typeof surfaceIds)[number],
  log: boolean,
  exaggeration: number,
  size: (typeof windows)[number],
) {
  const { model } = sceneOf({ surface, height: log ? 'log' : 'linear', exaggeration });
  const { rect, display, sampled, cuts } = model;
  const points = outlineOf(display, sampled, rect, cuts.at(-1)!, true);
  const direction = defaultDirection([rect[1] - rect[0], rect[3] - rect[2]], size);
  const framing = frame(points, direction, size, size.panels);
  const { target, distance, offsetX, offsetY } = framing;
  // Another projection than the one that placed it.
  const eye = eyeOf({ ...direction, zoom: 1, pan: [0, 0, 0] }, { target, distance, offset: [offsetX, offsetY] }, size);
  const pixels = Array.from({ length: points.length / 3 }, (_, i) =>
    eye.project(points.slice(3 * i, 3 * i + 3) as unknown as [number, number, number]),
  );
  return { pixels, framing };
}

describe.each(windows)('$width × $height', (size) => {
  test.each(surfaceIds)('%s: all of it in the window, nothing behind a panel', (surface) => {
    for (const [log, exaggeration] of [
      [false, 1],
      [true, 1],
      [false, 4],
    ] as const) {
      const { pixels } = placed(surface, log, exaggeration, size);
      expect(pixels.length).toBeGreaterThan(50);
      const lost = pixels.filter(({ x, y }) => !(x >= 0 && y >= 0 && x <= size.width && y <= size.height));
      expect(lost).toEqual([]);
      const behind = pixels.filter(({ x, y }) =>
        size.panels.some((box) => x > box.left && x < box.right && y > box.top && y < box.bottom),
      );
      expect(behind).toEqual([]);
    }
  });

  test('the bowl fills its room: the free area’s width or height is taken up to what labels need', () => {
    const { pixels } = placed('bowl', false, 1, size);
    const [x, y] = [pixels.map((p) => p.x), pixels.map((p) => p.y)];
    const free = { 1280: 684, 1024: 492, 390: 390 }[size.width]; // between the cards at its sides
    expect(Math.max(...x) - Math.min(...x)).toBeGreaterThan(0.6 * free);
    expect(Math.max(...y) - Math.min(...y)).toBeGreaterThan(0.25 * (size.panels[4]!.top - 38));
  });
});

test('without panels it fills the window but for a margin, in the middle', () => {
  const size = { width: 800, height: 600 };
  // A cube seen from the south: symmetric left and right.
  const cube = [-1, 1].flatMap((x) => [-1, 1].flatMap((y) => [-1, 1].flatMap((z) => [x, y, z])));
  const direction = { azimuth: 0, elevation: 20 };
  const { target, distance, offsetX, offsetY } = frame(cube, direction, size, []);
  expect(target).toEqual([0, 0, 0]);
  const eye = eyeOf({ ...direction, zoom: 1, pan: [0, 0, 0] }, { target, distance, offset: [offsetX, offsetY] }, size);
  const pixels = Array.from({ length: 8 }, (_, i) =>
    eye.project(cube.slice(3 * i, 3 * i + 3) as unknown as [number, number, number]),
  );
  const [x, y] = [pixels.map((p) => p.x), pixels.map((p) => p.y)];
  const [low, high] = [Math.min(...y), Math.max(...y)];
  expect(high - low).toBeGreaterThan(0.6 * 600);
  expect(Math.min(low, 600 - high)).toBeGreaterThan(17);
  expect(Math.abs((Math.min(...x) + Math.max(...x)) / 2 - 400)).toBeLessThan(40);
  expect(Math.abs((low + high) / 2 - 300)).toBeLessThan(40);
});

test('axes: right-handed, unit, and the eye in the south at azimuth 0, in the east at 90', () => {
  expect(axesOf({ azimuth: 0, elevation: 0 })).toEqual({ right: [1, 0, -0], up: [-0, 1, -0], back: [0, 0, 1] });
  for (const direction of [
    { azimuth: 90, elevation: 0 },
    { azimuth: -131, elevation: 63 },
  ]) {
    const { right, up, back } = axesOf(direction);
    const cross = [
      right[1] * up[2] - right[2] * up[1],
      right[2] * up[0] - right[0] * up[2],
      right[0] * up[1] - right[1] * up[0],
    ];
    cross.forEach((value, k) => expect(value).toBeCloseTo(back[k]!, 12));
    expect(Math.hypot(...up)).toBeCloseTo(1, 12);
  }
  expect(axesOf({ azimuth: 90, elevation: 0 }).back[0]).toBeCloseTo(1, 12);
});

test('a long dish is seen from its side, on a tall window along it', () => {
  const wide = defaultDirection([20, 6], { width: 1280, height: 720 });
  const tall = defaultDirection([20, 6], { width: 390, height: 844 });
  expect(Math.abs(wide.azimuth)).toBeLessThan(30);
  expect(Math.abs(tall.azimuth)).toBeGreaterThan(45);
  for (const { elevation } of [wide, tall]) expect(elevation).toBeGreaterThan(20);
});
