import type { PaneRun } from '../runs/paneRuns.ts';
import type { Words } from '../../../src/ui/useText.ts';
import { methodName } from '../read/methods.ts';
import type { Curves } from './curves.ts';

/** The chart in words: where each method starts and how it ends. */
export function chartSummary(t: Words, runs: readonly PaneRun[], { which, series, unit }: Curves): string {
  const shown = (value: number | undefined) =>
    value !== undefined && Number.isFinite(value) ? t.number(value, 3) + unit : '–';
  return [
    `${t(`reg.curve.${which}.axis`)}:`,
    ...runs.map(({ settings, record }, k) =>
      t('reg.chart.run', {
        method: methodName(t, settings.method),
        first: shown(series[k]?.[0]),
        last: shown(series[k]?.at(-1)),
        steps: record.steps,
      }),
    ),
  ].join(t('sentence.gap'));
}
