import { Ticks } from '../parts/Ticks.tsx';
import { placeOn, type Axis } from '../../tuning/axis.ts';
import { textWidth } from '../../ui/export/textWidth.ts';
import { axisTicks } from './ticks.ts';

interface Props {
  readonly x: Axis;
  readonly y: Axis;
  readonly width: number;
  readonly height: number;
  /** Symbols that stand at the axes. */
  readonly names: readonly [x: string, y: string];
  readonly show: (value: number) => string;
}

const ROOM = { x: 52, y: 36 };

/** Twice what a number keeps clear of the symbol at the end of its axis. */
const nameRoom = (name: string) => Math.max(40, 2 * textWidth(name, '14px') + 32);

/** Where a value stands along an axis of so many pixels: a cell's value in its middle. */
export const along = (axis: Axis, value: number, length: number): number =>
  ((placeOn(axis, value) + 0.5) / axis.count) * length;

/** Ticks and numbers of a map, outside its frame; each axis’s symbol where its last number would be. */
export function HeatAxes({ x, y, width, height, names, show }: Props) {
  const free = (at: number, length: number, room: number) => at < length - room / 2;
  const xs = axisTicks(x, Math.max(2, Math.floor(width / ROOM.x))).filter((v) =>
    free(along(x, v, width), width, nameRoom(names[0])),
  );
  const ys = axisTicks(y, Math.max(2, Math.floor(height / ROOM.y))).filter((v) =>
    free(along(y, v, height), height, 26),
  );
  return (
    <g className="plan-axes">
      <rect className="plan-frame" width={width} height={height} />
      <Ticks
        {...{ xs, ys, height, show }}
        placeX={(value) => along(x, value, width)}
        placeY={(value) => height - along(y, value, height)}
      />
      <text className="plan-name" x={width - 2} y={height + 17} textAnchor="end">
        {names[0]}
      </text>
      {names[1].length > 3 ? (
        // A name without a symbol stands along its axis.
        <text className="plan-name" transform={`translate(-30 ${height / 2}) rotate(-90)`} textAnchor="middle">
          {names[1]}
        </text>
      ) : (
        <text className="plan-name" x={-9} y={6} dy="0.35em" textAnchor="end">
          {names[1]}
        </text>
      )}
    </g>
  );
}
