import { expect, test } from 'vitest';
import type { CameraState } from '../../src/state/common.ts';
import { turned } from '../../src/view/turn.ts';

const camera: CameraState = { azimuth: -10, elevation: 40, zoom: 1, pan: [1, 2, 3] };

test.each([
  ['ArrowLeft', true, { azimuth: -15 }],
  ['ArrowRight', true, { azimuth: -5 }],
  ['ArrowUp', true, { elevation: 45 }],
  ['ArrowDown', true, { elevation: 35 }],
  ['PageUp', false, { zoom: 1.1 }],
  ['PageDown', false, { zoom: 0.909 }],
] as const)('%s (shift: %s) changes %o alone', (key, shift, changed) => {
  expect(turned(camera, key, shift)).toEqual({ ...camera, ...changed });
});

test('arrows without Shift and other keys are the page’s', () => {
  for (const key of ['ArrowLeft', 'ArrowRight', 'Home', ' ', 'l']) expect(turned(camera, key, false)).toBe(null);
  expect(turned(camera, 'Home', true)).toBe(null);
});

test('it goes round, stays above the ground and within what links accept', () => {
  expect(turned({ ...camera, azimuth: 178 }, 'ArrowRight', true)?.azimuth).toBe(-177);
  expect(turned({ ...camera, azimuth: -178 }, 'ArrowLeft', true)?.azimuth).toBe(177);
  expect(turned({ ...camera, elevation: 88 }, 'ArrowUp', true)?.elevation).toBe(89);
  expect(turned({ ...camera, elevation: 3 }, 'ArrowDown', true)?.elevation).toBe(2);
  expect(turned({ ...camera, zoom: 19.9 }, 'PageUp', false)?.zoom).toBe(20);
  expect(turned({ ...camera, zoom: 0.2 }, 'PageDown', false)?.zoom).toBe(0.2);
});
