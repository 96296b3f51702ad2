import type { Theme } from '../../../src/state/common.ts';
import { inkColours } from '../../../src/state/ink.ts';
import { stepShown } from '../../../src/trace/jump.ts';
import type { Words } from '../../../src/ui/useText.ts';
import { MEASURED, type LayerRow, type LayersRun, type NetRun, type Row } from './run/types.ts';

/** Ochre without, blue with batch normalization; gradients in plum. */
const hues = { without: 3, with: 0, gradients: 2 } as const;

export const hueOf = (theme: Theme, { batchNorm }: Pick<NetRun, 'batchNorm'>): string =>
  inkColours[theme][batchNorm ? hues.with : hues.without];
export const gradientHue = (theme: Theme): string => inkColours[theme][hues.gradients];

/** The record on view: the last that is there where the clock is ahead. */
export const rowAt = ({ rows }: NetRun, t: number): Row => rows[Math.min(stepShown(t), rows.length - 1)]!;
/** The place of the record that is told: the clock's, or the last that any net has where the clock is ahead of the training. */
export const rowTold = ({ nets }: LayersRun, t: number): number =>
  Math.min(stepShown(t), Math.max(...nets.map(({ rows }) => rows.length)) - 1);
export const updateAt = ({ at }: LayersRun, row: number): number => at[Math.min(row, at.length - 1)]!;

export const netName = (t: Words, { batchNorm }: Pick<NetRun, 'batchNorm'>): string =>
  t(batchNorm ? 'mic.net.with' : 'mic.net.without');

/** Which of the two shares says more of an activation: one without slope at its ends is dead there, the others are saturated. */
export const shareOf = (
  { spec }: LayersRun,
  layer: LayerRow,
): { readonly is: 'dead' | 'saturated'; readonly share: number } =>
  spec.activation === 'relu' ? { is: 'dead', share: layer.dead } : { is: 'saturated', share: layer.saturated };

/** On how many samples the losses and accuracies are, where these are not all. */
export const measuredInWords = (t: Words, { spec }: Pick<LayersRun, 'spec'>): string | null =>
  spec.samples > MEASURED ? t('mic.measured', { count: t.number(MEASURED) }) : null;

/** Where there is little room. */
export const shortName = (t: Words, { batchNorm }: Pick<NetRun, 'batchNorm'>): string =>
  t(batchNorm ? 'mic.net.short.with' : 'mic.net.short.without');

export const percent = (t: Words, share: number): string => `${t.number(100 * share, 3)} %`;

/** "layer 3: std 0.12, 31 % saturated" */
export function layerInWords(t: Words, run: LayersRun, row: Row, layer: number): string {
  const of = row.layers[layer]!;
  const { is, share } = shareOf(run, of);
  return t(`mic.layer.${is}`, {
    layer: layer + 1,
    std: t.number(of.std, 2),
    share: percent(t, share),
    norm: t.number(of.gradientNorm, 2),
  });
}
