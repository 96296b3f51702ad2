import { useMemo, type KeyboardEvent, type PointerEvent } from 'react';
import { placeOn, type Axis } from '../../tuning/axis.ts';
import type { MapPoint } from '../../tuning/edge.ts';
import { useTheme } from '../../ui/preferences.ts';
import { along, HeatAxes } from './HeatAxes.tsx';
import { CELL, paintHeat, pictureUrl } from './paint.ts';
import type { HeatScale } from './scale.ts';
import './heat.css';

/** A cell of the map. */
export interface Cell {
  readonly column: number;
  readonly row: number;
}

interface Props {
  readonly x: Axis;
  readonly y: Axis;
  /** The rows and columns that are multiples of it are there. */
  readonly stride: number;
  readonly scale: HeatScale;
  /** What the axes are called by. */
  readonly names: readonly [x: string, y: string];
  readonly show: (value: number) => string;
  /** Values in force; null: there are none. */
  readonly here: MapPoint | null;
  /** Of stability, in axis values. */
  readonly edge: readonly MapPoint[];
  readonly width: number;
  readonly height: number;
  readonly label: string;
  readonly cell: Cell | null;
  readonly onCell: (cell: Cell | null) => void;
  readonly onAdopt: (cell: Cell) => void;
}

/** The map with its edge of stability and a ring at the values in force. Pointing at a cell picks it, a click or Enter adopts it; arrow keys move the pick. */
export function HeatMap(props: Props) {
  const { x, y, stride, scale, names, show, here, edge, width, height, label, cell, onCell, onAdopt } = props;
  const theme = useTheme();
  const { count: columns } = x;
  const { count: rows } = y;
  const [side, rise] = [width / columns, height / rows];
  // As on the screen, so that the hatching of large cells is as fine as that of small ones.
  const cellSide = Math.max(CELL, Math.round(Math.min(side, rise)));
  const url = useMemo(
    () => pictureUrl(paintHeat({ columns, rows }, scale, theme, stride, cellSide)),
    [columns, rows, scale, theme, stride, cellSide],
  );
  const [hereX, hereY] = here ?? [NaN, NaN];
  const isOn =
    placeOn(x, hereX) > -0.5 &&
    placeOn(x, hereX) < columns - 0.5 &&
    placeOn(y, hereY) > -0.5 &&
    placeOn(y, hereY) < rows - 0.5;

  const line = lineOf(edge, ([px, py]) => [along(x, px, width), height - along(y, py, height)]);

  const cellAt = (event: PointerEvent<SVGGElement>): Cell | null => {
    const ground = event.currentTarget.querySelector('.plan-ground')?.getBoundingClientRect();
    if (!ground) return null;
    const column = Math.floor(((event.clientX - ground.left) / ground.width) * columns);
    const row = Math.floor(((ground.bottom - event.clientY) / ground.height) * rows);
    return column >= 0 && column < columns && row >= 0 && row < rows ? { column, row } : null;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const nearest = (place: number, count: number) => Math.min(Math.max(Math.round(place) || 0, 0), count - 1);
    const at = cell ?? { column: nearest(placeOn(x, hereX), columns), row: nearest(placeOn(y, hereY), rows) };
    const step = event.shiftKey ? 8 : 1;
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ...{ ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowDown: [0, -step], ArrowUp: [0, step] },
    };
    const move = moves[event.key];
    if (move) onCell({ column: nearest(at.column + move[0], columns), row: nearest(at.row + move[1], rows) });
    else if (event.key === 'Enter' && cell) onAdopt(cell);
    else if (event.key === 'Escape' && cell) onCell(null);
    else return;
    // The page's own keys (arrows step the clock) keep out while the map is read.
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <g
      className="heat-map"
      role="application"
      tabIndex={0}
      aria-label={label}
      onPointerMove={(event) => onCell(cellAt(event))}
      onPointerDown={(event) => onCell(cellAt(event))}
      onPointerLeave={(event) => event.pointerType === 'mouse' && onCell(null)}
      onClick={(event) => {
        // A finger has no hover: its tap picks, and a button adopts.
        const { pointerType } = event.nativeEvent as globalThis.PointerEvent;
        if (cell && pointerType !== 'touch') onAdopt(cell);
      }}
      onKeyDown={onKeyDown}
    >
      <rect className="plan-ground" width={width} height={height} />
      {url !== null && (
        <image href={url} imageRendering="pixelated" width={width} height={height} preserveAspectRatio="none" />
      )}
      {edge.length > 1 && (
        <>
          <path className="heat-edge-halo" d={line} />
          <path className="heat-edge" d={line} strokeDasharray="6 4" />
        </>
      )}
      <HeatAxes {...{ x, y, width, height, names, show }} />
      {isOn && (
        <g transform={`translate(${along(x, hereX, width)} ${height - along(y, hereY, height)})`}>
          <circle className="heat-here-halo" r={7} />
          <circle className="heat-here" r={7} />
        </g>
      )}
      {cell && (
        <rect
          className="heat-cell"
          x={cell.column * side}
          y={height - (cell.row + 1) * rise}
          width={side}
          height={rise}
        />
      )}
    </g>
  );
}

type Pixel = readonly [number, number];

function lineOf(points: readonly Pixel[], at: (point: Pixel) => Pixel): string {
  const px = (value: number) => Math.round(value * 10) / 10;
  return points.map((point, i) => `${i === 0 ? 'M' : 'L'}${at(point).map(px).join(' ')}`).join('');
}
