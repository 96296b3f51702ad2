import { ticks as ticksBetween } from 'd3-array';
import { useId, useMemo } from 'react';
import { useSize, type Size } from '../../ui/useSize.ts';
import { EndNames } from '../../ui/chart/EndNames.tsx';
import { longestOf } from '../../ui/chart/nameWidth.ts';
import { chartFrame, type ChartFrame } from '../../ui/chart/frame.ts';
import { heightOn, logAxisFor } from '../../ui/chart/logAxis.ts';
import { decadesOf, StepAxes, TICK_ROOM, type Tick } from '../../ui/chart/StepAxes.tsx';
import { StepChart } from '../../ui/chart/StepChart.tsx';
import type { HeightOf, StepLine } from '../../ui/chart/stepLine.ts';
import { StepLines } from '../../ui/chart/StepLines.tsx';
import { StepReadout } from '../../ui/chart/StepReadout.tsx';
import { StepNow } from '../../ui/chart/StepNow.tsx';

/** Where values stand, and which of them are written. */
export interface ChartScale {
  readonly heightOf: HeightOf;
  readonly ticks: (frame: ChartFrame) => readonly Tick[];
}

/** Numbers above 0. Below and above the axis a value stands on its ends; NaN ends a line. */
export function logScale(lines: readonly Pick<StepLine, 'values'>[]): ChartScale {
  const axis = logAxisFor(lines.map(({ values }) => values));
  return {
    heightOf: (value) => (Number.isNaN(value) ? NaN : heightOn(axis, value)),
    ticks: (frame) => decadesOf(axis, frame),
  };
}

/** What is above `high` stands at the head. */
export function linearScale(low: number, high: number, text: (value: number) => string): ChartScale {
  const heightOf = (value: number) => Math.min((value - low) / (high - low), 1);
  return {
    heightOf,
    ticks: ({ top, bottom }) =>
      ticksBetween(low, high, Math.max(2, Math.min(5, Math.floor((bottom - top) / TICK_ROOM)))).map((value, key) => ({
        ...{ key, at: heightOf(value), text: text(value) },
      })),
  };
}

interface Props {
  /** The same objects as long as nothing of them changes. */
  readonly lines: readonly StepLine[];
  /** What they are called. */
  readonly names: readonly string[];
  /** Which of them are named at their ends; absent: all. */
  readonly named?: (line: StepLine) => boolean;
  readonly scale: ChartScale;
  readonly steps: number;
  /** What a step is of what is numbered below; absent: 1. */
  readonly each?: number;
  /** Over the axis. */
  readonly axis: string;
  /** What it shows, for a screen reader. */
  readonly label: string;
  readonly stepText: (step: number) => string;
  readonly valueText: (value: number) => string;
}

/** Numbers by step on an axis of the scene's choice, on the scene's own clock. */
export function ScaledChart(props: Props) {
  const [ref, size] = useSize<HTMLDivElement>();
  return (
    <div className="chart" ref={ref}>
      {size && size.width > 0 && <Drawn {...props} {...size} />}
    </div>
  );
}

const every = () => true;

function Drawn(props: Props & Size) {
  const { lines, names, named = every, scale, steps, each, axis, label, stepText, valueText, width, height } = props;
  const past = useId();
  const at = lines.flatMap((line, place) => (named(line) ? [place] : []));
  const longest = useMemo(() => longestOf(names), [names]);
  const frame = useMemo(() => chartFrame(width, steps, height, longest), [width, steps, height, longest]);
  const { heightOf } = scale;
  const drawn = { lines, heightOf, frame, past };
  return (
    <StepChart
      frame={frame}
      steps={steps}
      label={label}
      readout={(step, x) => (
        <StepReadout
          {...{ lines, names, x, width }}
          title={stepText(step)}
          values={lines.map(({ values }) => valueText(values[step] ?? NaN))}
        />
      )}
    >
      <StepAxes frame={frame} name={axis} ticks={scale.ticks(frame)} {...(each !== undefined && { each })} />
      <StepLines {...drawn} />
      <StepNow {...drawn} />
      {frame.named && (
        <EndNames
          lines={at.map((place) => lines[place]!)}
          names={at.map((place) => names[place]!)}
          {...{ heightOf, frame }}
        />
      )}
    </StepChart>
  );
}
