import { floorPoint } from '../../../../src/view/display.ts';
import type { LabelSpec } from '../../../../src/view/LabelLayer.ts';
import type { LabelInputs } from './types.ts';

const TICK_GAP = 17;

/** Numbers and names of the axes along the two sides of the plan next to the eye. */
export function tickLabels({ model, words, project, eye, palette }: LabelInputs): LabelSpec[] {
  const { display, rect, ticksX, ticksY } = model;
  const [x0, x1, y0, y1] = rect;
  const at = { x: 0, y: 0, z: 0 };
  const middle = { ...project(floorPoint(display, (x0 + x1) / 2, (y0 + y1) / 2, at)) };
  const south = floorPoint(display, x0, y0, { x: 0, y: 0, z: 0 }).z;
  const yEdge = Math.abs(eye.z - south) < Math.abs(eye.z - floorPoint(display, x0, y1, at).z) ? y0 : y1;
  const xEdge = eye.x < floorPoint(display, (x0 + x1) / 2, y0, at).x ? x0 : x1;
  const label = (
    id: string,
    kind: 'tick' | 'axis',
    text: string,
    x: number,
    y: number,
    gap: number,
    alongX: boolean,
  ): LabelSpec => {
    const p = { ...project(floorPoint(display, x, y, at)) };
    // Outwards: across the side, away from the plan's middle.
    const inner = project(
      alongX ? floorPoint(display, x, (y0 + y1) / 2, at) : floorPoint(display, (x0 + x1) / 2, y, at),
    );
    let [dx, dy] = [p.x - inner.x, p.y - inner.y];
    if (Math.hypot(dx, dy) < 1) [dx, dy] = [p.x - middle.x, p.y - middle.y];
    const length = Math.max(Math.hypot(dx, dy), 1e-6);
    return {
      id,
      text,
      kind,
      anchorX: p.x,
      anchorY: p.y,
      wishX: (dx / length) * gap,
      wishY: (dy / length) * gap,
      reach: kind === 'axis' ? 30 : 10,
      colour: palette.ink,
    };
  };
  const between = (ticks: readonly number[], low: number, high: number) => {
    const i = Math.max(0, Math.floor(ticks.length * 0.6) - 1);
    return ticks.length > 1 ? ((ticks[i] as number) + (ticks[i + 1] as number)) / 2 : (low + high) / 2;
  };
  return [
    ...ticksX.map((x) => label(`x${x}`, 'tick', words.number(x), x, yEdge, TICK_GAP, true)),
    ...ticksY.map((y) => label(`y${y}`, 'tick', words.number(y), xEdge, y, TICK_GAP + 4, false)),
    label('axis-x', 'axis', 'x', between(ticksX, x0, x1), yEdge, TICK_GAP + 6, true),
    label('axis-y', 'axis', 'y', xEdge, between(ticksY, y0, y1), TICK_GAP + 8, false),
  ];
}
