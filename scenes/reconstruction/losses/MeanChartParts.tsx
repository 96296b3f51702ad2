import { lossIds } from '../../../src/toys/ids.ts';
import type { Means } from '../../../src/toys/means.ts';
import { xOf, type ChartFrame } from '../../../src/ui/chart/frame.ts';
import { StepAxes } from '../../../src/ui/chart/StepAxes.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { heightOf, type MeanCurves } from './curves.ts';

/** What every part of the chart is drawn from. */
export interface PartProps {
  readonly curves: MeanCurves;
  readonly colours: readonly string[];
  readonly frame: ChartFrame;
}

/** Name, values and steps. */
export function MeanAxes({ curves, frame }: PartProps) {
  const t = useText();
  const ticks = curves.ticks.map((value) => ({
    ...{ key: value, at: heightOf(curves, value), text: `${t.number(100 * value, 3)} %` },
  }));
  return <StepAxes frame={frame} name={t('rec.losses.axis')} ticks={ticks} />;
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
