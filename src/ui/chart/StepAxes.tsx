import type { ReactNode } from 'react';
import { useText } from '../useText.ts';
import { stepTicks, xOf, yOf, type ChartFrame } from './frame.ts';
import { decadeTicks, type LogAxis } from './logAxis.ts';
import { powerOfTen } from './powers.ts';

/** A line across the chart: its height, 0 at the foot and 1 at the head, and what stands at its left. */
export interface Tick {
  readonly key: number;
  readonly at: number;
  readonly text: string;
}

interface Props {
  readonly frame: ChartFrame;
  /** Over the axis. */
  readonly name: ReactNode;
  readonly ticks: readonly Tick[];
  /** What a step is of what is numbered below; absent: 1. */
  readonly each?: number;
  /** Beside the ticks. */
  readonly children?: ReactNode;
}

/** A narrower chart has no room for its hint. */
const HINT_FROM = 480;

/** Name, values and steps. */
export function StepAxes({ frame, name, ticks, each = 1, children }: Props) {
  const t = useText();
  return (
    <g className="chart-axes">
      <text className="chart-name" x={frame.left} y={11}>
        {name}
      </text>
      {frame.width >= HINT_FROM && (
        <text className="chart-name chart-hint" x={frame.right} y={11} textAnchor="end">
          {t('chart.hint')}
        </text>
      )}
      {ticks.map(({ key, at, text }) => (
        <g key={key} transform={`translate(0 ${yOf(frame, at)})`}>
          <line x1={frame.left} x2={frame.right} />
          {text !== '' && (
            <text x={frame.left - 6} dy="0.35em" textAnchor="end">
              {text}
            </text>
          )}
        </g>
      ))}
      {children}
      {stepTicks(frame).map((step) => (
        <text
          key={step * each}
          x={xOf(frame, step)}
          y={frame.bottom + 16}
          // Names of lines begin right of the chart.
          textAnchor={frame.named && xOf(frame, step) > frame.right - 10 ? 'end' : 'middle'}
        >
          {step * each}
        </text>
      ))}
    </g>
  );
}

/** CSS pixels that a tick's number needs. */
export const TICK_ROOM = 15;

/** Decades, as many as the chart has room for. `≤` and `≥` at the ends say that what lies beyond is drawn there. */
export function decadesOf(axis: LogAxis, { top, bottom }: ChartFrame): readonly Tick[] {
  const sign = (exponent: number) =>
    exponent === axis.low && axis.below ? '≤' : exponent === axis.high && axis.above ? '≥' : '';
  return decadeTicks(axis, Math.floor((bottom - top) / TICK_ROOM) + 1).map((exponent) => ({
    key: exponent,
    at: (exponent - axis.low) / (axis.high - axis.low),
    text: sign(exponent) + powerOfTen(exponent),
  }));
}
