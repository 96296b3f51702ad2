import type { Measures } from '../../../src/reconstruction/metrics/measure.ts';
import type { Seen } from '../picture/see.ts';

export const figureIds = ['network', 'lookup', 'floor', 'apart'] as const;
export type FigureId = (typeof figureIds)[number];

/** The lines of the table: against the truth, with what two samples of the truth itself leave; without a truth the one distance there is. */
export function figuresOf({
  shown,
  compared,
}: Pick<Seen, 'shown' | 'compared'>): readonly (readonly [FigureId, Measures | null])[] {
  const lines: readonly FigureId[] = shown?.sample === null ? ['apart'] : ['network', 'lookup', 'floor'];
  return lines.map((id) => [id, compared[id]]);
}

/** Which lines but the floor are best in a figure; none where one is still awaited. */
export function bestOf(
  lines: readonly (readonly [FigureId, Measures | null])[],
  figure: 'chamfer' | 'emd' | 'fScore',
): FigureId | null {
  const rivals = lines.flatMap(([id, measures]) =>
    (id === 'network' || id === 'lookup') && measures ? [{ id, value: measures[figure] }] : [],
  );
  if (rivals.length < 2) return null;
  return rivals.reduce((best, next) =>
    (figure === 'fScore' ? next.value > best.value : next.value < best.value) ? next : best,
  ).id;
}
