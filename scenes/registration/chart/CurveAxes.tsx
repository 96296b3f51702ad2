import { stepTicks, xOf, yOf, type ChartFrame } from '../../../src/ui/chart/frame.ts';
import { useText } from '../../../src/ui/useText.ts';
import { heightIn, type Curves } from './curves.ts';

/** A narrower chart has no room for its hint. */
const HINT_FROM = 480;

/** Name, values and steps; and the line of success, where there is one. */
export function CurveAxes({ curves, frame }: { readonly curves: Curves; readonly frame: ChartFrame }) {
  const t = useText();
  const { ticks, unit, success, which } = curves;
  const yOfValue = (value: number) => yOf(frame, heightIn(curves, value));
  const near = success === null ? NaN : yOfValue(success);
  return (
    <g className="chart-axes">
      <text className="chart-name" x={frame.left} y={11}>
        {t(`reg.curve.${which}.axis`)}
      </text>
      {frame.width >= HINT_FROM && (
        <text className="chart-name chart-hint" x={frame.right} y={11} textAnchor="end">
          {t('chart.hint')}
        </text>
      )}
      {ticks.map((value) => (
        <g key={value} transform={`translate(0 ${yOfValue(value)})`}>
          <line x1={frame.left} x2={frame.right} />
          {!(Math.abs(yOfValue(value) - near) < 12) && (
            <text x={frame.left - 6} dy="0.35em" textAnchor="end">
              {t.number(value, 3)}
              {unit}
            </text>
          )}
        </g>
      ))}
      {success !== null && (
        <g className="chart-success" transform={`translate(0 ${near})`}>
          <line x1={frame.left} x2={frame.right} />
          <text x={frame.left - 6} dy="0.35em" textAnchor="end">
            {t.number(success)} %
          </text>
          <text className="chart-success-name" x={frame.right - 4} dy="-0.35em" textAnchor="end">
            {t('reg.success')}
          </text>
        </g>
      )}
      {stepTicks(frame).map((step) => (
        <text key={step} x={xOf(frame, step)} y={frame.bottom + 16} textAnchor="middle">
          {step}
        </text>
      ))}
    </g>
  );
}
