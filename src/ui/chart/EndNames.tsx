import { useVeiled } from '../../runs/session.tsx';
import { spread } from '../spread.ts';
import { nameRoom, NAMES_GAP, yOf, type ChartFrame } from './frame.ts';
import { nameWidth } from './nameWidth.ts';
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
/** Of a name's middle from the chart's edge. */
const EDGE = 8;

/**
 * Names right of the chart, at the height where each line ends (begins, as long as its end is not to be seen), kept apart. Closer together where there are many, and a name that is too long is
 * drawn narrower.
 */
export function EndNames({ lines, names, heightOf, frame }: Props) {
  const veiled = useVeiled();
  const ends = lines.map(({ values }) => {
    const heights = Array.from(values, heightOf);
    return yOf(frame, (veiled ? heights.find(Number.isFinite) : heights.findLast(Number.isFinite)) ?? 0);
  });
  const apart = Math.min(APART, (frame.height - 2 * EDGE) / Math.max(names.length - 1, 1));
  const ys = spread(ends, apart, EDGE, frame.height - EDGE);
  const room = nameRoom(frame);
  return (
    <g className="chart-names">
      {lines.map(({ key, run, colour, older }, k) => (
        <text
          key={key}
          data-part="label"
          data-run={run}
          data-older={older ? '' : undefined}
          color={colour}
          x={frame.right + NAMES_GAP}
          y={ys[k]}
          dy="0.35em"
          {...(nameWidth(names[k] ?? '') > room && { textLength: room, lengthAdjust: 'spacingAndGlyphs' })}
        >
          {names[k]}
        </text>
      ))}
    </g>
  );
}
