import { ticks } from 'd3-array';
import { Ticks } from '../../../src/scene/parts/Ticks.tsx';
import { screenX, screenY, type Plane } from './plane.ts';

interface AxesProps {
  readonly plane: Plane;
  readonly show: (value: number) => string;
}

/** Numbers fit when a tick has this many pixels to itself. */
const ROOM = 42;

function ticksOf(low: number, high: number, length: number): number[] {
  return ticks(low, high, Math.max(2, Math.min(5, Math.floor(length / ROOM))));
}

/** Where the axis's name stands: between its last two numbers, where no number is. */
function between(ticks: readonly number[], high: number): number {
  const last = ticks.at(-1) ?? high;
  return ((ticks.at(-2) ?? high) + last) / 2;
}

/** Ticks, numbers and names of a plan, outside its frame; faint lines through zero inside. */
export function Axes({ plane, show }: AxesProps) {
  const [x0, x1, y0, y1] = plane.domain;
  const { width, height } = plane.rect;
  const xs = ticksOf(x0, x1, width);
  const ys = ticksOf(y0, y1, height);
  return (
    <g className="plan-axes">
      {x0 < 0 && x1 > 0 && (
        <line className="plan-zero" x1={screenX(plane, 0)} x2={screenX(plane, 0)} y1={0} y2={height} />
      )}
      {y0 < 0 && y1 > 0 && (
        <line className="plan-zero" y1={screenY(plane, 0)} y2={screenY(plane, 0)} x1={0} x2={width} />
      )}
      <rect className="plan-frame" width={width} height={height} />
      <Ticks
        {...{ xs, ys, height, show }}
        placeX={(value) => screenX(plane, value)}
        placeY={(value) => screenY(plane, value)}
      />
      <text className="plan-name" x={screenX(plane, between(xs, x1))} y={height + 17} textAnchor="middle">
        x
      </text>
      <text className="plan-name" x={-9} y={screenY(plane, between(ys, y1))} dy="0.35em" textAnchor="end">
        y
      </text>
    </g>
  );
}
