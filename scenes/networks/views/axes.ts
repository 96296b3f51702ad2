import { ticks } from 'd3-array';
import type { PaneLabel } from '../../../src/scene/parts/PaneLabels.tsx';
import type { Words } from '../../../src/ui/useText.ts';
import { floorPoint, type Display } from '../../../src/view/display.ts';

/** Part of the depth along which numbers stand. */
const FRONT = 0.38;

/** Numbers and names along the two near sides of a plan. */
function labelsOf(t: Words, display: Display, names: readonly [string, string]): readonly PaneLabel[] {
  const { domain } = display;
  const [x0, x1, y0, y1] = domain;
  const at = (x: number, y: number) => {
    const point = floorPoint(display, x, y, { x: 0, y: 0, z: 0 });
    return [point.x, point.y, point.z] as const;
  };
  /** Numbers from `low` to `high`, with `room` before the end, where the name stands. */
  const inner = (low: number, high: number, room: number) =>
    ticks(low, high, 3).filter((v) => v > low + 0.06 * (high - low) && v < high - room);
  const across = inner(x0, x1, 0.1 * (x1 - x0)).map((x): PaneLabel => ({
    text: t.number(x, 3),
    at: at(x, y0),
    side: 'below',
  }));
  // The relief stands before what is farther back.
  const front = y0 + FRONT * (y1 - y0);
  const up =
    y1 - y0 > 0.5 * (x1 - x0)
      ? inner(y0, front, 0.1 * (y1 - y0)).map((y): PaneLabel => ({
          text: t.number(y, 3),
          at: at(x1, y),
          side: 'right',
        }))
      : [];
  return [
    ...across,
    ...up,
    { text: names[0], at: at(x1, y0), side: 'below' },
    ...(names[1] ? [{ text: names[1], at: at(x1, front), side: 'right' } as const] : []),
  ];
}

export const inputLabels = (t: Words, display: Display): readonly PaneLabel[] =>
  labelsOf(
    t,
    display,
    display.domain[3] - display.domain[2] < 0.5 * (display.domain[1] - display.domain[0]) ? ['x', ''] : ['x₁', 'x₂'],
  );

export const planeLabels = (t: Words, display: Display): readonly PaneLabel[] => labelsOf(t, display, ['α', 'β']);
