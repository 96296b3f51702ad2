import type { RunView } from '../runs/runViews.ts';
import { disturbedLr, type Disturbance } from '../../../src/optimizers/disturbance.ts';
import { formatColumn } from '../../../src/i18n/index.ts';
import { HeadShape } from '../HeadShape.tsx';
import { useText, type Words } from '../../../src/ui/useText.ts';
import type { Series } from './quantities.ts';
import { readoutOf, type ReadoutValue } from './readout.ts';

interface ReadoutProps {
  readonly runs: readonly RunView[];
  /** One a run. */
  readonly series: readonly (Series | null)[];
  readonly step: number;
  /** Place of the step, CSS pixels from the chart's left; the card stands on the side with more room. */
  readonly x: number;
  readonly width: number;
  readonly disturbance: Disturbance;
}

/** Every run's number at one step. */
export function Readout({ runs, series, step, x, width, disturbance }: ReadoutProps) {
  const t = useText();
  const right = x < width / 2;
  const values = runs.map((run, k) => readoutOf(run, step, series[k] ?? null));
  const column = formatColumn(
    t.language,
    values.map((value) => (value.kind === 'value' ? value.value : NaN)),
  );
  return (
    <div className="chart-readout" style={right ? { left: x + 12 } : { right: width - x + 12 }}>
      <div className="chart-readout-step">{step === 0 ? t('chart.start') : t('chart.step', { step })}</div>
      {disturbance.schedule && step > 0 && (
        <div className="chart-readout-step">
          {t('chart.schedule', { factor: t.number(disturbedLr(1, disturbance, step), 3) })}
        </div>
      )}
      {runs.map((run, k) => (
        <div key={run.id} className="chart-readout-run" data-run={run.id}>
          <HeadShape ink={run.ink} />
          <span>{run.name}</span>
          <span className="chart-readout-value">{said(t, values[k], column[k] ?? '')}</span>
        </div>
      ))}
    </div>
  );
}

function said(t: Words, value: ReadoutValue | undefined, number: string): string {
  if (!value || value.kind === 'diverged') return t('chart.diverged');
  if (value.kind === 'none') return t('chart.none');
  return `${value.symbol} = ${number}${value.off ? ` (${t('chart.left')})` : ''}`;
}
