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

/** How the learning rate at the edge is written, of those that have one. */
const limits: Readonly<Record<string, string>> = {
  sgd: 'η = 2/λmax',
  momentum: 'η = 2(1 + μ)/λmax',
  nesterov: 'η = 2(1 + μ)/(1 + 2μ)λmax',
};

/** What the colours and lines of the map are called. `edge`: whose there is; null: none. */
export const captionWords = (t: Words, edge: string | null): CaptionWords => ({
  off: t('net.heat.off'),
  gone: t('net.heat.gone'),
  edge: edge === null ? null : t('net.heat.edge', { limit: limits[edge] ?? '' }),
  hint: t('net.heat.hint'),
  adopt: t('net.heat.adopt'),
});
