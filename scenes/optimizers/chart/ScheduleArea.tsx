import { memo } from 'react';
import { disturbedLr, type Disturbance } from '../../../src/optimizers/disturbance.ts';
import { xOf, yOf, type ChartFrame } from '../../../src/ui/chart/frame.ts';
import { useText } from '../../../src/ui/useText.ts';

interface Props {
  readonly frame: ChartFrame;
  readonly disturbance: Disturbance;
}

/** Behind the lines: the lr of each update as a share of the largest, the whole height of the chart. */
export const ScheduleArea = memo(function ScheduleArea({ frame, disturbance }: Props) {
  const factors = Array.from({ length: frame.steps }, (_, row) => disturbedLr(1, disturbance, row + 1));
  const largest = Math.max(...factors);
  if (!(largest > 0)) return null;
  const y = (factor: number) => yOf(frame, factor / largest).toFixed(1);
  // Update n stands between rows n − 1 and n.
  const outline = factors.map((factor, row) => `V${y(factor)}H${xOf(frame, row + 1).toFixed(1)}`).join('');
  return (
    <g className="chart-schedule">
      <path d={`M${frame.left} ${frame.bottom}${outline}V${frame.bottom}Z`} />
    </g>
  );
});

/** What the grey is; over the lines of the ticks, which would cross it out. */
export function ScheduleName({ frame }: Pick<Props, 'frame'>) {
  const t = useText();
  return (
    <g className="chart-schedule">
      <text x={frame.left + 6} y={frame.bottom - 5}>
        {t('chart.schedule.area')}
      </text>
    </g>
  );
}
