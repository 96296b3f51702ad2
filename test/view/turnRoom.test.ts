import { expect, test } from 'vitest';
import { axesOf, FIELD_OF_VIEW, frame } from '../../src/view/framing.ts';
import { turnRoom } from '../../src/view/turnRoom.ts';

/** A picture on its plane, and a thing far before it. */
const outline = [-0.5, -0.5, -0.9, 0.5, -0.5, -0.9, 0.5, 0.5, -0.9, -0.5, 0.5, -0.9, -0.3, -0.3, 0.4, 0.3, 0.3, 0.4];
const canvas = { width: 900, height: 500 };
const room = { left: -110, right: 110, top: -250, bottom: 250 };
const walls = [
  { left: -900, top: -500, right: 450 + room.left, bottom: 1000 },
  { left: 450 + room.right, top: -500, right: 1800, bottom: 1000 },
];
const direction = { azimuth: -15, elevation: 20 };

/** Pixels by which the outline reaches beyond the room, seen from any side, `times` as far away as framed. */
function beyond(times: number): number {
  const { target, distance, offsetX, offsetY } = frame(outline, direction, canvas, walls, 6);
  const focal = canvas.height / 2 / Math.tan((FIELD_OF_VIEW * Math.PI) / 360);
  let most = -Infinity;
  for (let azimuth = 0; azimuth < 360; azimuth += 3) {
    const { right, up, back } = axesOf({ azimuth, elevation: direction.elevation });
    for (let i = 0; i < outline.length; i += 3) {
      const p = [0, 1, 2].map((k) => outline[i + k]! - target[k]!);
      const on = (axis: readonly number[]) => axis.reduce((sum, part, k) => sum + part * p[k]!, 0);
      const depth = distance * times - on(back);
      const [x, y] = [offsetX + (focal * on(right)) / depth, offsetY - (focal * on(up)) / depth];
      most = Math.max(most, x - room.right, room.left - x, y - room.bottom, room.top - y);
    }
  }
  return most;
}

test('from as far away as it says, nothing swings out of the room on the way around; from where it is framed, it would', () => {
  const times = turnRoom(outline, direction, frame(outline, direction, canvas, walls, 6), canvas, room);
  expect(times).toBeGreaterThan(1.05);
  expect(beyond(1)).toBeGreaterThan(10);
  expect(beyond(times)).toBeLessThan(1);
  expect(beyond(0.97 * times)).toBeGreaterThan(0);
});

test('what has room enough is seen from where it is framed', () => {
  const wide = { left: -440, right: 440, top: -240, bottom: 240 };
  const far = { target: [0, 0, 0], distance: 20, offsetX: 0, offsetY: 0 } as const;
  expect(turnRoom(outline, direction, far, canvas, wide)).toBe(1);
});
