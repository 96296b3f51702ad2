import { memo } from 'react';
import type { RunEvent } from '../runs/events.ts';
import { xOf, yOf } from '../../../src/ui/chart/frame.ts';
import type { StepLine } from '../../../src/ui/chart/stepLine.ts';
import { StepLines, type StepLinesProps } from '../../../src/ui/chart/StepLines.tsx';

interface ChartLinesProps extends StepLinesProps {
  /** What happened to each run. */
  readonly events: readonly (readonly RunEvent[])[];
  readonly eventText: (event: RunEvent) => string;
}

/** Every run's line, and marks where it climbed over the rim, left the map or diverged. */
export const ChartLines = memo(function ChartLines({ events, eventText, ...drawn }: ChartLinesProps) {
  const { lines, heightOf, frame } = drawn;
  // A run that diverged is marked at the last row that it has.
  const mark = ({ values }: StepLine, step: number) => {
    const row = Math.min(step, values.length - 1);
    return `translate(${xOf(frame, row)} ${yOf(frame, heightOf(values[row]!))})`;
  };
  return (
    <>
      <StepLines {...drawn} />
      {lines.map((line, k) => (
        <g key={line.key} className="chart-marks" data-run={line.run} color={line.colour}>
          {(events[k] ?? []).map((event) => (
            <g key={event.kind} data-mark={event.kind} transform={mark(line, event.step)}>
              {event.kind === 'rim' && <path d="M-4.5 3L0 -4.5L4.5 3" />}
              {event.kind === 'left' && <circle r={3.5} />}
              {['singular', 'residuals', 'least'].includes(event.kind) && <path d="M-4 -4H4V4H-4Z" />}
              {event.kind === 'diverged' && <path d="M-4 -4L4 4M-4 4L4 -4" />}
              <title>{eventText(event)}</title>
            </g>
          ))}
        </g>
      ))}
    </>
  );
});
