import { paramLabel, type TextKey } from '../../../src/i18n/index.ts';
import { specFor } from '../../../src/jobs/tuning/axes.ts';
import type { OptimizeSpec } from '../../../src/jobs/specs.ts';
import type { OptimizerRecord } from '../../../src/optimizers/record.ts';
import type { Axis } from '../../../src/tuning/axis.ts';
import type { CaptionWords } from '../../../src/scene/heat/HeatCaption.tsx';
import type { Words } from '../../../src/ui/useText.ts';

/** How formulas call a parameter, else its label. */
export function symbolOf({ language }: Pick<Words, 'language'>, run: OptimizeSpec, name: string): string {
  return specFor(run, name)?.symbol ?? paramLabel(language, name);
}

/** `η = 0.5` and `μ = 0.9`. */
export function valuesInWords(t: Words, run: OptimizeSpec, axes: readonly Axis[], values: readonly number[]) {
  return axes.map(({ name }, i) => `${symbolOf(t, run, name)} = ${t.number(values[i] ?? NaN, 4)}`);
}

/** What a run came to; `short`: where there is room for little. */
export function endInWords(t: Words, record: OptimizerRecord, converged: number, short = false): string {
  const { f, count, divergedAt } = record;
  if (divergedAt !== null) return t('heat.end.diverged', { step: divergedAt });
  const key: TextKey = short ? 'heat.end.short' : Number.isNaN(converged) ? 'heat.end' : 'heat.end.converged';
  return t(key, { f: t.number(f[count - 1] ?? NaN, 3), step: converged });
}

/** What the colours and lines of the map are called. */
export const captionWords = (t: Words, of: 'loss' | 'steps', edge: boolean): CaptionWords => ({
  off: t(`heat.off.${of}`),
  gone: t('heat.gone'),
  edge: edge ? t('heat.edge') : null,
  hint: t('heat.hint'),
  adopt: t('heat.adopt'),
});
