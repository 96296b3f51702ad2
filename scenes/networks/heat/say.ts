import { paramLabel } from '../../../src/i18n/index.ts';
import { specsFor, type Varied } from '../../../src/jobs/trainingMap/vary.ts';
import type { CaptionWords } from '../../../src/scene/heat/HeatCaption.tsx';
import type { Axis } from '../../../src/tuning/axis.ts';
import type { Words } from '../../../src/ui/useText.ts';

const own = ['batch', 'width', 'depth', 'decay', 'dropout'] as const;

/** What is varied, by name. */
export function nameIn(t: Words, name: string): string {
  const known = own.find((each) => each === name);
  if (known === 'batch') return t('net.heat.batch');
  return known ? t(`net.${known}`) : paramLabel(t.language, name);
}

/** As formulas have it, else by name. */
export const symbolIn = (t: Words, run: Varied, name: string): string => specsFor(run)[name]?.symbol ?? nameIn(t, name);

/** `η = 0.5, β = 0.9` */
export const valuesIn = (t: Words, run: Varied, axes: readonly Axis[], values: readonly number[]): string =>
  axes.map(({ name }, i) => `${symbolIn(t, run, name)} = ${t.number(values[i] ?? NaN, 3)}`).join(t('net.heat.and'));

/** What the colours and lines of the map are called. */
export const captionWords = (t: Words, edge: boolean): CaptionWords => ({
  off: t('net.heat.off'),
  gone: t('net.heat.gone'),
  edge: edge ? t('net.heat.edge') : null,
  hint: t('net.heat.hint'),
  adopt: t('net.heat.adopt'),
});
