import type { Judgement } from '../../../src/registration/types.ts';
import type { Pair } from '../runs/pair.ts';
import type { Words } from '../../../src/ui/useText.ts';
import { lengthInWords, percent } from './lengths.ts';

/** Clouds whose diagonals differ by more are probably in different units. */
const UNITS_DIFFER = 20;

/** Why the verdict is what it is, with its numbers. */
export function reasonText(t: Words, pair: Pair, { reason, values }: Judgement): string {
  const length = (name: string) => lengthInWords(t, pair, values[name] ?? NaN);
  const few = reason === 'few-inliers' && values['points'] !== undefined;
  const text = t(few ? 'verdict.few-points' : `verdict.${reason}`, {
    fitness: percent(t, values['fitness'] ?? NaN),
    limit: length('limit'),
    rmse: length('rmse'),
    spacing: length('spacing'),
    shift: length('shift'),
    degrees: t.number(values['degrees'] ?? NaN, 2),
    stiffness: t.number(values['stiffness'] ?? NaN, 2),
    points: values['points'] ?? 0,
  });
  const ratio = values['sizeRatio'] ?? 1;
  const apart = Math.max(ratio, 1 / ratio);
  return apart > UNITS_DIFFER ? text + t('sentence.gap') + t('verdict.units', { ratio: t.number(apart, 2) }) : text;
}
