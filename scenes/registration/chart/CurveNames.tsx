import type { PaneRun } from '../runs/paneRuns.ts';
import { yOf, type ChartFrame } from '../../../src/ui/chart/frame.ts';
import { spread } from '../../../src/ui/spread.ts';
import { useText } from '../../../src/ui/useText.ts';
import { methodName } from '../read/methods.ts';
import { heightIn, type Curves } from './curves.ts';

interface Props {
  readonly runs: readonly PaneRun[];
  readonly colours: readonly string[];
  readonly curves: Curves;
  readonly frame: ChartFrame;
}

const APART = 15;

/** Names right of the chart, at the height where each line ends, kept apart. */
export function CurveNames({ runs, colours, curves, frame }: Props) {
  const t = useText();
  const ends = curves.series.map((values) =>
    yOf(frame, heightIn(curves, values.findLast(Number.isFinite) ?? NaN) || 0),
  );
  const ys = spread(ends, APART, 8, frame.height - 8);
  return (
    <g className="chart-names">
      {runs.map(({ key, settings }, k) => (
        <text key={key} data-part="label" color={colours[k]} x={frame.right + 8} y={ys[k]} dy="0.35em">
          {methodName(t, settings.method)}
        </text>
      ))}
    </g>
  );
}
