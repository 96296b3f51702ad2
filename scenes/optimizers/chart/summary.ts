import type { RunView } from '../runs/runViews.ts';
import type { Words } from '../../../src/ui/useText.ts';
import type { Quantity } from '../state/quantity.ts';
import type { Series } from './quantities.ts';

/** The chart in words: where each run starts and how it ends. Of the loss f itself, not how far it is above f_min. */
export function chartSummary(
  t: Words,
  steps: number,
  quantity: Quantity,
  runs: readonly RunView[],
  series: readonly (Series | null)[],
): string {
  const loss = quantity === 'loss';
  const sentences = runs.map(({ name: optimizer, record }, k) => {
    const values = loss ? record.f.subarray(0, record.count) : series[k]?.values;
    if (!values) return t('chart.summary.of.none', { optimizer });
    const first = t.number(values.find(Number.isFinite) ?? NaN);
    if (record.divergedAt !== null) return t('chart.summary.diverged', { optimizer, first, step: record.divergedAt });
    return t('chart.summary.run', { optimizer, first, last: t.number(values.at(-1) ?? NaN) });
  });
  const head = loss
    ? t('chart.summary', { steps })
    : t('chart.summary.of', { steps, quantity: t(`chart.quantity.${quantity}`) });
  return [head, ...sentences].join(' ');
}
