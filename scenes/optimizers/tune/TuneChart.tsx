import { LR_SPAN } from '../../../src/jobs/tuning/tune.ts';
import type { Ink } from '../../../src/state/ink.ts';
import { inkColours } from '../../../src/state/ink.ts';
import { glyphPath, isHollow } from '../../../src/ui/chart/glyph.ts';
import { decadeTicks } from '../../../src/ui/chart/logAxis.ts';
import { powerOfTen } from '../../../src/ui/chart/powers.ts';
import { useTheme } from '../../../src/ui/preferences.ts';
import { axisTicks } from '../../../src/scene/heat/ticks.ts';
import '../../../src/scene/parts/ticks.css';
import { nearestDot, rateAt, type Dot, type TuneChart as Chart } from './chart.ts';

interface Props {
  readonly chart: Chart;
  readonly width: number;
  readonly height: number;
  readonly inkOf: (id: string) => Ink;
  /** The learning rates in force, by optimizer. */
  readonly rates: readonly { readonly id: string; readonly lr: number }[];
  readonly label: string;
  readonly dot: Dot | null;
  readonly onDot: (dot: Dot | null) => void;
  readonly onAdopt: (dot: Dot) => void;
}

const REACH = 18;
const EVERY = 34;

/** What each learning rate comes to, a curve an optimizer with its best marked. What it shows is told, and can be adopted, below it too. */
export function TuneChart({ chart, width, height, inkOf, rates, label, dot, onDot, onAdopt }: Props) {
  const theme = useTheme();
  const { axis, curves } = chart;
  const [from, to] = LR_SPAN;
  const decades = axisTicks({ name: 'lr', from, to, count: 2, scale: 'log' }, Math.max(2, Math.floor(width / 52)));
  const colourOf = (id: string) => inkColours[theme][inkOf(id).hue]!;
  const find = (event: { readonly clientX: number; readonly clientY: number; readonly currentTarget: Element }) => {
    const ground = event.currentTarget.querySelector('.plan-ground')!.getBoundingClientRect();
    const unit = ground.width / width;
    return nearestDot(curves, (event.clientX - ground.left) / unit, (event.clientY - ground.top) / unit, REACH);
  };
  return (
    <g
      className="tune-chart"
      role="img"
      aria-label={label}
      onPointerMove={(event) => onDot(find(event))}
      onPointerLeave={() => onDot(null)}
      onClick={(event) => {
        const found = find(event);
        if (found) onAdopt(found);
      }}
    >
      <rect className="plan-ground" width={width} height={height} />
      <g className="plan-axes">
        <rect className="plan-frame" width={width} height={height} />
        {decades.map((value) => (
          <g key={value} transform={`translate(${rateAt(value, width)} ${height})`}>
            <line data-tick="x" data-value={value} y2={4} />
            <text y={17} textAnchor="middle">
              {powerOfTen(Math.round(Math.log10(value)))}
            </text>
          </g>
        ))}
        {decadeTicks(axis, Math.max(2, Math.floor(height / EVERY))).map((exponent) => (
          <g key={exponent} transform={`translate(0 ${height * (1 - (exponent - axis.low) / (axis.high - axis.low))})`}>
            <line data-tick="y" data-value={exponent} x2={-4} />
            <text x={-7} dy="0.35em" textAnchor="end">
              {powerOfTen(exponent)}
            </text>
          </g>
        ))}
        <text className="plan-name" x={width / 2 + 26} y={height + 17} textAnchor="middle">
          η
        </text>
      </g>
      {curves.map(({ id, dots, line, best }) => (
        <g key={id} data-run={id} color={colourOf(id)}>
          <path className="plan-path" d={line} />
          {dots.map(({ trial, x, y }, i) =>
            Number.isNaN(trial.loss) ? (
              <path key={i} className="tune-gone" d={`M${x - 3} ${y - 3}l6 6m0 -6l-6 6`} />
            ) : (
              <circle key={i} className="tune-dot" cx={x} cy={y} r={2.2} />
            ),
          )}
          {best && (
            <path
              data-part="best"
              className={isHollow(inkOf(id).shape) ? 'plan-head plan-head-hollow' : 'plan-head'}
              transform={`translate(${best.x} ${best.y})`}
              d={glyphPath(inkOf(id).shape, 7)}
            />
          )}
        </g>
      ))}
      {rates.map(({ id, lr }) => (
        <path key={id} className="tune-now" color={colourOf(id)} d={`M${rateAt(lr, width)} ${height}v-9`} />
      ))}
      {dot && <circle className="heat-here" cx={dot.x} cy={dot.y} r={8} />}
    </g>
  );
}
