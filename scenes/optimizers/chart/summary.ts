import type { RunView } from '../runs/runViews.ts';
import type { Words } from '../../../src/ui/useText.ts';

/** The chart in words: where each run starts and how it ends. */
export function chartSummary(t: Words, steps: number, runs: readonly RunView[]): string {
  const sentences = runs.map(({ name: optimizer, record }) => {
    const first = t.number(record.f[0] ?? NaN);
    if (record.divergedAt !== null) return t('chart.summary.diverged', { optimizer, first, step: record.divergedAt });
    return t('chart.summary.run', { optimizer, first, last: t.number(record.f[record.count - 1] as number) });
  });
  return [t('chart.summary', { steps }), ...sentences].join(' ');
}
