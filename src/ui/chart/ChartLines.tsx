import { line } from 'd3-shape';
import { memo, useMemo } from 'react';
import type { RunView } from '../../runs/runViews.ts';
import { dashes } from '../book/glyph.ts';
import { heightOn, type ChartData } from './chartData.ts';
import { xOf, yOf, type ChartFrame } from './frame.ts';

interface ChartLinesProps {
  readonly runs: readonly RunView[];
  readonly colours: readonly string[];
  readonly data: ChartData;
  readonly frame: ChartFrame;
  /** id of the clipPath that ends at the clock. */
  readonly past: string;
}

/** Every run's whole line faintly, and once more strongly up to the clock, which only moves the clip. Marks where a run diverged or left the map. */
export const ChartLines = memo(function ChartLines({ runs, colours, data, frame, past }: ChartLinesProps) {
  const paths = useMemo(() => {
    const draw = line<number>(
      (_, row) => xOf(frame, row),
      (value) => yOf(frame, heightOn(data.axis, value)),
    ).digits(1);
    return data.series.map((values) => draw(values as unknown as number[]) ?? undefined);
  }, [data, frame]);
  // Where no name stands at a line's end, dashes tell the lines apart.
  const dash = ({ ink }: RunView) => (frame.named ? undefined : dashes[ink.shape]);
  const mark = (k: number, row: number) => {
    const value = data.series[k]?.[row] as number;
    return `translate(${xOf(frame, row)} ${yOf(frame, heightOn(data.axis, value))})`;
  };
  return (
    <>
      <g className="chart-future">
        {runs.map((run, k) => (
          <path key={run.id} data-run={run.id} color={colours[k]} d={paths[k]} strokeDasharray={dash(run)} />
        ))}
      </g>
      <g className="chart-past" clipPath={`url(#${past})`}>
        {runs.map((run, k) => (
          <path
            key={run.id}
            data-part="line"
            data-run={run.id}
            color={colours[k]}
            d={paths[k]}
            strokeDasharray={dash(run)}
          />
        ))}
      </g>
      {runs.map(({ id, record }, k) => (
        <g key={id} className="chart-marks" data-run={id} color={colours[k]}>
          {record.leftAt !== null && record.leftAt < record.count && (
            <circle data-mark="left" transform={mark(k, record.leftAt)} r={3.5} />
          )}
          {record.divergedAt !== null && record.count > 0 && (
            <path data-mark="diverged" transform={mark(k, record.count - 1)} d="M-4 -4L4 4M-4 4L4 -4" />
          )}
        </g>
      ))}
    </>
  );
});
