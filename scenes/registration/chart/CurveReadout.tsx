import type { PaneRun } from '../runs/paneRuns.ts';
import { useText } from '../../../src/ui/useText.ts';
import { methodName } from '../read/methods.ts';
import type { Curves } from './curves.ts';

interface Props {
  readonly runs: readonly PaneRun[];
  readonly colours: readonly string[];
  readonly curves: Curves;
  readonly step: number;
  /** Place of the step, CSS pixels from the chart's left; the card stands on the side with more room. */
  readonly x: number;
  readonly width: number;
}

/** Every method's value at one step. */
export function CurveReadout({ runs, colours, curves, step, x, width }: Props) {
  const t = useText();
  const right = x < width / 2;
  return (
    <div className="chart-readout" style={right ? { left: x + 12 } : { right: width - x + 12 }}>
      <div className="chart-readout-step">{step === 0 ? t('chart.start') : t('reg.chart.step', { step })}</div>
      {runs.map(({ key, settings, record }, k) => {
        const value = curves.series[k]?.[Math.min(step, record.steps)] ?? NaN;
        return (
          <div key={key} className="chart-readout-run" data-run={settings.method}>
            <span style={{ color: colours[k] }}>{methodName(t, settings.method)}</span>
            <span className="chart-readout-value">
              {Number.isFinite(value) ? `${t.number(value, 3)}${curves.unit}` : '–'}
              {step > record.steps && ` ${t('reg.chart.ended')}`}
            </span>
          </div>
        );
      })}
    </div>
  );
}
