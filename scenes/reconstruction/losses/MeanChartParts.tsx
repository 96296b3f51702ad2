import { lossIds } from '../../../src/toys/ids.ts';
import type { Means } from '../../../src/toys/means.ts';
import { stepTicks, xOf, yOf, type ChartFrame } from '../../../src/ui/chart/frame.ts';
import { useText } from '../../../src/ui/useText.ts';
import { heightOf, type MeanCurves } from './curves.ts';

/** What every part of the chart is drawn from. */
export interface PartProps {
  readonly curves: MeanCurves;
  readonly colours: readonly string[];
  readonly frame: ChartFrame;
}

/** A narrower chart has no room for its hint. */
const HINT_FROM = 480;

/** Name, values and steps. */
export function MeanAxes({ curves, frame }: PartProps) {
  const t = useText();
  return (
    <g className="chart-axes">
      <text className="chart-name" x={frame.left} y={11}>
        {t('rec.losses.axis')}
      </text>
      {frame.width >= HINT_FROM && (
        <text className="chart-name chart-hint" x={frame.right} y={11} textAnchor="end">
          {t('chart.hint')}
        </text>
      )}
      {curves.ticks.map((value) => (
        <g key={value} transform={`translate(0 ${yOf(frame, heightOf(curves, value))})`}>
          <line x1={frame.left} x2={frame.right} />
          <text x={frame.left - 6} dy="0.35em" textAnchor="end">
            {t.number(100 * value, 3)} %
          </text>
        </g>
      ))}
      {stepTicks(frame).map((step) => (
        <text key={step} x={xOf(frame, step)} y={frame.bottom + 16} textAnchor="middle">
          {step}
        </text>
      ))}
    </g>
  );
}

/** Both losses at one step, in their own units and as parts of their start. */
export function MeanReadout({ curves, colours, frame, means, step }: PartProps & { means: Means; step: number }) {
  const t = useText();
  const x = xOf(frame, step);
  const right = x < frame.width / 2;
  return (
    <div className="chart-readout" style={right ? { left: x + 12 } : { right: frame.width - x + 12 }}>
      <div className="chart-readout-step">{step === 0 ? t('chart.start') : t('rec.losses.step', { step })}</div>
      {lossIds.map((loss, k) => (
        <div key={loss} className="chart-readout-run" data-run={loss}>
          <span style={{ color: colours[k] }}>{t(`rec.losses.${loss}`)}</span>
          <span className="chart-readout-value">
            {t.number(means.runs[loss].losses[step] ?? NaN, 3)} ({t.number(100 * (curves.series[k]?.[step] ?? NaN), 3)}{' '}
            %)
          </span>
        </div>
      ))}
    </div>
  );
}
