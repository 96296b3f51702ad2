import { line } from 'd3-shape';
import { memo, useMemo } from 'react';
import type { RunEvent } from '../../runs/events.ts';
import type { RunView } from '../../runs/runViews.ts';
import { dashes } from '../book/glyph.ts';
import { heightOn, type ChartData } from './chartData.ts';
import { xOf, yOf, type ChartFrame } from './frame.ts';

interface ChartLinesProps {
  readonly runs: readonly RunView[];
  /** What happened to each run. */
  readonly events: readonly (readonly RunEvent[])[];
  readonly eventText: (event: RunEvent) => string;
  readonly colours: readonly string[];
  readonly data: ChartData;
  readonly frame: ChartFrame;
  /** id of the clipPath that ends at the clock. */
  readonly past: string;
}

/** Every run's whole line faintly, and once more strongly up to the clock, which only moves the clip. Marks where a run climbed over the rim, left the map or diverged. */
export const ChartLines = memo(function ChartLines({
  runs,
  events,
  eventText,
  colours,
  data,
  frame,
  past,
}: ChartLinesProps) {
  const paths = useMemo(() => {
    const draw = line<number>(
      (_, row) => xOf(frame, row),
      (value) => yOf(frame, heightOn(data.axis, value)),
    ).digits(1);
    return data.series.map((values) => draw(values as unknown as number[]) ?? undefined);
  }, [data, frame]);
  // Where no name stands at a line's end, dashes tell the lines apart.
  const dash = ({ ink }: RunView) => (frame.named ? undefined : dashes[ink.shape]);
  // A run that diverged is marked at the last row that it has.
  const mark = (k: number, step: number) => {
    const values = data.series[k] as Float64Array;
    const row = Math.min(step, values.length - 1);
    return `translate(${xOf(frame, row)} ${yOf(frame, heightOn(data.axis, values[row] as number))})`;
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
      {runs.map((run, k) => (
        <g key={run.id} className="chart-marks" data-run={run.id} color={colours[k]}>
          {(events[k] ?? []).map((event) => (
            <g key={event.kind} data-mark={event.kind} transform={mark(k, event.step)}>
              {event.kind === 'rim' && <path d="M-4.5 3L0 -4.5L4.5 3" />}
              {event.kind === 'left' && <circle r={3.5} />}
              {event.kind === 'diverged' && <path d="M-4 -4L4 4M-4 4L4 -4" />}
              <title>{eventText(event)}</title>
            </g>
          ))}
        </g>
      ))}
    </>
  );
});
