import { useId, useMemo } from 'react';
import { useSize } from '../../ui/useSize.ts';
import { curvePath } from './curvePath.ts';
import './plot.css';

type Point = readonly [x: number, y: number];

interface Props {
  /** What the plot holds, in the plot's own units. */
  readonly across: readonly [low: number, high: number];
  readonly up: readonly [low: number, high: number];
  readonly curve: (x: number) => number;
  /** Straight lines; `level` is dashed. */
  readonly lines: readonly {
    readonly from: Point;
    readonly to: Point;
    readonly is: 'level' | 'faint' | 'thin' | 'thick';
  }[];
  readonly dots: readonly Point[];
  readonly notes: readonly { readonly at: Point; readonly text: string; readonly anchor: 'start' | 'end' }[];
  /** Of lines and dots. */
  readonly colour: string;
}

/** Parts that the curve is drawn in. */
const PARTS = 160;

/** A curve, lines over it and dots, in whatever room there is. What it shows is told in words beside it. */
export function Plot({ across, up, curve, lines, dots, notes, colour }: Props) {
  const clip = useId();
  const [ref, size] = useSize<HTMLDivElement>();
  const { width = 0, height = 0 } = size ?? {};
  const right = (x: number) => (width * (x - across[0])) / (across[1] - across[0]);
  const down = (y: number) => height * (1 - (y - up[0]) / (up[1] - up[0]));
  const points = useMemo(() => {
    const [low, high] = across;
    const xs = Array.from({ length: PARTS + 1 }, (_, i) => low + ((high - low) * i) / PARTS);
    return xs.map((x) => [x, curve(x)] as const);
  }, [across, curve]);
  const way = curvePath(
    points.map(([x, y]) => [right(x), down(y)] as const),
    height,
  );
  return (
    <div className="plot" ref={ref}>
      {width > 0 && (
        <svg width={width} height={height} role="presentation" style={{ color: colour }}>
          <clipPath id={clip}>
            <rect width={width} height={height} />
          </clipPath>
          <g clipPath={`url(#${clip})`}>
            <path className="curve" d={way} />
            {lines.map(({ from, to, is }, i) => (
              <line key={i} className={is} x1={right(from[0])} y1={down(from[1])} x2={right(to[0])} y2={down(to[1])} />
            ))}
            {dots.map(([x, y], i) => (
              <circle key={i} cx={right(x)} cy={down(y)} r={2.4} />
            ))}
          </g>
          {notes.map(({ at, text, anchor }) => (
            <text
              key={text}
              x={right(at[0]) + (anchor === 'end' ? -4 : 4)}
              y={Math.max(down(at[1]) - 5, 13)}
              textAnchor={anchor}
            >
              {text}
            </text>
          ))}
        </svg>
      )}
    </div>
  );
}
