import type { RunView } from '../../runs/runViews.ts';
import { spread } from '../spread.ts';
import { heightOn, type ChartData } from './chartData.ts';
import { yOf, type ChartFrame } from './frame.ts';

interface LineNamesProps {
  readonly runs: readonly RunView[];
  readonly colours: readonly string[];
  readonly data: ChartData;
  readonly frame: ChartFrame;
}

const APART = 15;

/** Names right of the chart, at the height where each line ends, kept apart. */
export function LineNames({ runs, colours, data, frame }: LineNamesProps) {
  const ends = data.series.map((values) => yOf(frame, heightOn(data.axis, values[values.length - 1] as number)));
  const ys = spread(ends, APART, 8, frame.height - 8);
  return (
    <g className="chart-names">
      {runs.map((run, k) => (
        <text
          key={run.id}
          data-part="label"
          data-run={run.id}
          color={colours[k]}
          x={frame.right + 8}
          y={ys[k]}
          dy="0.35em"
        >
          {run.name}
        </text>
      ))}
    </g>
  );
}
