import { paramLabel } from '../../../src/i18n/index.ts';
import { settingIn, specsFor, type Varied } from '../../../src/jobs/trainingMap/vary.ts';
import type { CaptionWords } from '../../../src/scene/heat/HeatCaption.tsx';
import type { Axis } from '../../../src/tuning/axis.ts';
import type { Words } from '../../../src/ui/useText.ts';

/** What is varied, by name. */
export function nameIn(t: Words, run: Varied, name: string): string {
  const setting = settingIn(run, name);
  if (setting === 'batch' || setting === 'updates') return t(`net.heat.${setting}`);
  return setting ? t(`net.${setting}`) : paramLabel(t.language, name);
}

/** As formulas have it, else by name. */
export const symbolIn = (t: Words, run: Varied, name: string): string =>
  specsFor(run)[name]?.symbol ?? nameIn(t, run, name);

/** In a menu: what the map writes for it, and the name, which a narrow one cuts. */
export function optionIn(t: Words, run: Varied, name: string): string {
  const [said, symbol] = [nameIn(t, run, name), symbolIn(t, run, name)];
  return symbol === said ? said : t('net.heat.option', { name: said, symbol });
}

/** `η = 0.5, β = 0.9` */
export const valuesIn = (t: Words, run: Varied, axes: readonly Axis[], values: readonly number[]): string =>
  axes.map(({ name }, i) => `${symbolIn(t, run, name)} = ${t.number(values[i] ?? NaN, 3)}`).join(t('net.heat.and'));

/** How the learning rate at the edge is written, of those that have one, by how the curvature is. */
const limits: Readonly<Record<string, (bend: string) => string>> = {
  sgd: (bend) => `η = 2/${bend}`,
  momentum: (bend) => `η = 2(1 + μ)/${bend}`,
  nesterov: (bend) => `η = 2(1 + μ)/(1 + 2μ)${bend}`,
};

/** The edge of a rule's trainings as a formula: its weight decay bends the loss, too. */
export const limitIn = ({ optimizer, params }: Pick<Varied, 'optimizer' | 'params'>): string =>
  limits[optimizer]?.(params['weight_decay'] ? '(λmax(θ₀) + λ)' : 'λmax(θ₀)') ?? '';

/** What the colours and lines of the map are called. `edge`: whose there is; null: none. */
export const captionWords = (t: Words, edge: Varied | null): CaptionWords => ({
  off: t('net.heat.off'),
  gone: t('net.heat.gone'),
  edge: edge && t('net.heat.edge', { limit: limitIn(edge) }),
  hint: t('net.heat.hint'),
  adopt: t('net.heat.adopt'),
});
