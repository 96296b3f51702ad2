import { useVeiled } from '../../runs/session.tsx';
import { spread } from '../spread.ts';
import { yOf, type ChartFrame } from './frame.ts';
import type { HeightOf, StepLine } from './stepLine.ts';

interface Props {
  readonly lines: readonly StepLine[];
  /** What the lines are called. */
  readonly names: readonly string[];
  /** As StepLines has it; not a number: there is nothing of the line. */
  readonly heightOf: HeightOf;
  readonly frame: ChartFrame;
}

const APART = 15;

/** Names right of the chart, at the height where each line ends (begins, as long as its end is not to be seen), kept apart. */
export function EndNames({ lines, names, heightOf, frame }: Props) {
  const veiled = useVeiled();
  const ends = lines.map(({ values }) => {
    const heights = Array.from(values, heightOf);
    return yOf(frame, (veiled ? heights.find(Number.isFinite) : heights.findLast(Number.isFinite)) ?? 0);
  });
  const ys = spread(ends, APART, 8, frame.height - 8);
  return (
    <g className="chart-names">
      {lines.map(({ key, run, colour, older }, k) => (
        <text
          key={key}
          data-part="label"
          data-run={run}
          data-older={older ? '' : undefined}
          color={colour}
          x={frame.right + 8}
          y={ys[k]}
          dy="0.35em"
        >
          {names[k]}
        </text>
      ))}
    </g>
  );
}
