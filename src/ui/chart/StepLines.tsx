import { line } from 'd3-shape';
import { useMemo } from 'react';
import { xOf, yOf, type ChartFrame } from './frame.ts';
import type { HeightOf, StepLine } from './stepLine.ts';

export interface StepLinesProps {
  readonly lines: readonly StepLine[];
  readonly heightOf: HeightOf;
  readonly frame: ChartFrame;
  /** id of the clipPath that ends at the clock. */
  readonly past: string;
}

/** Every whole line faintly, and once more strongly up to the clock, which only moves the clip. */
export function StepLines({ lines, heightOf, frame, past }: StepLinesProps) {
  const paths = useMemo(() => {
    const draw = line<number>(
      (_, row) => xOf(frame, row),
      (value) => yOf(frame, heightOf(value)),
    )
      .defined((value) => Number.isFinite(heightOf(value)))
      .digits(1);
    return lines.map(({ values }) => draw(values as unknown as number[]) ?? undefined);
  }, [lines, heightOf, frame]);
  const each = (part: 'line' | undefined) =>
    lines.map(({ key, run, colour, dash, older }, k) => (
      <path
        key={key}
        data-part={part}
        data-run={run}
        data-older={older ? '' : undefined}
        color={colour}
        d={paths[k]}
        strokeDasharray={dash}
      />
    ));
  return (
    <>
      <g className="chart-future">{each(undefined)}</g>
      <g className="chart-past" clipPath={`url(#${past})`}>
        {each('line')}
      </g>
    </>
  );
}
