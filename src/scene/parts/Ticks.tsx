import './ticks.css';

interface TicksProps {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** Where a value stands, pixels from the plot's left and from its top. */
  readonly placeX: (value: number) => number;
  readonly placeY: (value: number) => number;
  readonly height: number;
  readonly show: (value: number) => string;
}

/** Ticks and their numbers, below a plot and at its left. */
export function Ticks({ xs, ys, placeX, placeY, height, show }: TicksProps) {
  return (
    <>
      {xs.map((value) => (
        <g key={`x ${value}`} transform={`translate(${placeX(value)} ${height})`}>
          <line data-tick="x" data-value={value} y2={4} />
          <text y={17} textAnchor="middle">
            {show(value)}
          </text>
        </g>
      ))}
      {ys.map((value) => (
        <g key={`y ${value}`} transform={`translate(0 ${placeY(value)})`}>
          <line data-tick="y" data-value={value} x2={-4} />
          <text x={-7} dy="0.35em" textAnchor="end">
            {show(value)}
          </text>
        </g>
      ))}
    </>
  );
}
