import type { RunView } from '../runs/runViews.ts';
import { formatColumn } from '../../../src/i18n/index.ts';
import { HeadShape } from '../HeadShape.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { readoutOf } from './readout.ts';

interface ReadoutProps {
  readonly runs: readonly RunView[];
  readonly step: number;
  /** Place of the step, CSS pixels from the chart's left; the card stands on the side with more room. */
  readonly x: number;
  readonly width: number;
}

/** Every run's f at one step. */
export function Readout({ runs, step, x, width }: ReadoutProps) {
  const t = useText();
  const right = x < width / 2;
  const values = runs.map((run) => readoutOf(run, step));
  const column = formatColumn(
    t.language,
    values.map((value) => (value.kind === 'diverged' ? NaN : value.f)),
  );
  return (
    <div className="chart-readout" style={right ? { left: x + 12 } : { right: width - x + 12 }}>
      <div className="chart-readout-step">{step === 0 ? t('chart.start') : t('chart.step', { step })}</div>
      {runs.map((run, k) => {
        const value = values[k];
        return (
          <div key={run.id} className="chart-readout-run" data-run={run.id}>
            <HeadShape ink={run.ink} />
            <span>{run.name}</span>
            <span className="chart-readout-value">
              {value?.kind !== 'value'
                ? t('chart.diverged')
                : `f = ${column[k] ?? ''}${value.off ? ` (${t('chart.left')})` : ''}`}
            </span>
          </div>
        );
      })}
    </div>
  );
}
