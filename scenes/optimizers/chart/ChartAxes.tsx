import { useText } from '../../../src/ui/useText.ts';
import type { ChartData } from './chartData.ts';
import { stepTicks, xOf, yOf, type ChartFrame } from '../../../src/ui/chart/frame.ts';
import { decadeTicks } from '../../../src/ui/chart/logAxis.ts';
import { powerOfTen } from '../../../src/ui/chart/powers.ts';

/** A narrower chart has no room for its hint. */
const HINT_FROM = 480;

/** Decades and steps. `≤` and `≥` at the ends say that what lies beyond is drawn there. */
export function ChartAxes({ data, frame }: { readonly data: ChartData; readonly frame: ChartFrame }) {
  const t = useText();
  const { axis, floor } = data;
  const decades = decadeTicks(axis, 5);
  const sign = (exponent: number) =>
    exponent === axis.low && axis.below ? '≤' : exponent === axis.high && axis.above ? '≥' : '';
  return (
    <g className="chart-axes">
      <text className="chart-name" x={frame.left} y={11}>
        {t('chart.axis')}
        <title>{t(`chart.floor.${floor.from}`, { f: t.number(floor.value, 6) })}</title>
      </text>
      {frame.width >= HINT_FROM && (
        <text className="chart-name chart-hint" x={frame.right} y={11} textAnchor="end">
          {t('chart.hint')}
        </text>
      )}
      {decades.map((exponent) => {
        const y = yOf(frame, (exponent - axis.low) / (axis.high - axis.low));
        return (
          <g key={exponent} transform={`translate(0 ${y})`}>
            <line x1={frame.left} x2={frame.right} />
            <text x={frame.left - 6} dy="0.35em" textAnchor="end">
              {sign(exponent)}
              {powerOfTen(exponent)}
            </text>
          </g>
        );
      })}
      {stepTicks(frame).map((step) => (
        <text key={step} x={xOf(frame, step)} y={frame.bottom + 16} textAnchor="middle">
          {step}
        </text>
      ))}
    </g>
  );
}
