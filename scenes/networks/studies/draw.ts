import { ticks } from 'd3-array';
import type { Words } from '../../../src/ui/useText.ts';
import type { StudyPlot } from './types.ts';

export interface DrawnLine {
  readonly id: string;
  readonly path: string;
  /** Of a few points each is marked. */
  readonly dots: readonly (readonly [x: number, y: number])[];
}

interface DrawnTick {
  readonly at: number;
  readonly text: string;
}

const LEFT = 48;
const FOOT = 18;
const HEAD = 8;
const FEW = 12;

/** The lines of a study in a room of CSS pixels. */
export function linesIn(
  t: Words,
  { x, lines, logX, logY }: StudyPlot,
  { width, height }: { readonly width: number; readonly height: number },
) {
  const known = lines.flatMap(({ y }) => y).filter((v) => Number.isFinite(v) && (!logY || v > 0));
  const across = axisOf([x[0]!, x.at(-1)!], logX, LEFT + 6, width - 10);
  const up = axisOf([Math.min(...known), Math.max(...known)], logY, height - FOOT, HEAD);
  const drawn = lines.map(({ id, y }): DrawnLine => {
    const points = y.map((value, i) => [across.at(x[i]!), up.at(value)] as const);
    const path = points.map(([px, py], i) => `${i === 0 ? 'M' : 'L'}${px.toFixed(1)} ${py.toFixed(1)}`).join('');
    return { id, path, dots: points.length <= FEW ? points : [] };
  });
  const shown = (value: number) => t.number(value, 2);
  const label = (axis: typeof up, most: number): DrawnTick[] =>
    axis.ticks(most).map((value) => ({ at: axis.at(value), text: shown(value) }));
  return {
    ...{ lines: drawn, left: LEFT },
    ticksX: logX ? x.map((value) => ({ at: across.at(value), text: shown(value) })) : label(across, 5),
    ticksY: label(up, Math.max(2, Math.floor(height / 28))),
  };
}

function axisOf([low, high]: readonly [number, number], log: boolean, from: number, to: number) {
  const scale = log ? Math.log10 : (value: number) => value;
  const [a, b] = [scale(low), scale(high)];
  const span = b - a || 1;
  return {
    at: (value: number) => from + ((to - from) * (scale(value) - a)) / span,
    ticks(most: number): number[] {
      if (!log) return ticks(low, high, most);
      const every = Math.max(1, Math.ceil(span / most));
      const first = Math.ceil(a - 1e-9);
      return Array.from(
        { length: Math.max(0, Math.floor((b - first + 1e-9) / every) + 1) },
        (_, i) => 10 ** (first + i * every),
      );
    },
  };
}
