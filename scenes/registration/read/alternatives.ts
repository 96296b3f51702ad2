import { number, phrase, saidText, type Part, type Said } from '../../../src/ui/say/said.ts';
import type { Alternative } from '../../../src/registration/types.ts';
import type { Words } from '../../../src/ui/useText.ts';
import type { PaneRun } from '../runs/paneRuns.ts';
import { lengthInWords, lengthUnit, percent, shownLength } from './lengths.ts';

const axes = ['x', 'y', 'z'] as const;
/** From this part of its length on a move goes along an axis. */
const ALONG = 0.97;
/** Alternatives that fit as well to this are said to fit as well. */
const AS_WELL = 0.995;

/** x, −y …, where a move goes along one; null: along none. */
export function axisOf(shift: Alternative['shift']): string | null {
  const length = Math.hypot(...shift);
  const k = shift.findIndex((part) => Math.abs(part) >= ALONG * length);
  return length > 0 && k >= 0 ? `${shift[k]! < 0 ? '−' : ''}${axes[k]}` : null;
}

/** What leads from the pose to an alternative: "6 m along x", "turned by 180°", "a mirror image". `index`: its place among them. */
export function alternativeSaid(
  t: Words,
  { key, pair }: Pick<PaneRun, 'key' | 'pair'>,
  { kind, degrees, shift, factor }: Alternative,
  index: number,
): Said {
  const from = (what: string) => ({ of: key, what: `beside ${what}`, at: index });
  const far = Math.hypot(...shift);
  const axis = axisOf(shift);
  const part = (k: 0 | 1 | 2): Part =>
    number(shownLength(pair, shift[k]), t.number(shownLength(pair, shift[k]), 2), from(axes[k]));
  const values = {
    degrees: number(degrees, t.number(degrees, 3), from('degrees')),
    factor: number(factor, t.number(factor, 3), from('factor')),
    far: number(shownLength(pair, far), lengthInWords(t, pair, far), from('far')),
    axis: axis ?? '',
    ...{ x: part(0), y: part(1), z: part(2), unit: lengthUnit(pair) },
  };
  const vector = axis === null && (kind === 'shift' || (kind === 'slide' && far > 0));
  return phrase(
    t.language,
    vector
      ? `reg.beside.${kind}.vector`
      : kind === 'slide' && far === 0
        ? 'reg.beside.slide.any'
        : `reg.beside.${kind}`,
    values,
  );
}

export function alternativeInWords(
  t: Words,
  run: Pick<PaneRun, 'key' | 'pair'>,
  alternative: Alternative,
  index: number,
): string {
  return saidText(alternativeSaid(t, run, alternative, index));
}

/** How well it fits beside the pose. */
export function shareInWords(t: Words, { share }: Alternative): string {
  return share >= AS_WELL ? t('reg.beside.as-well') : t('reg.beside.share', { share: percent(t, share) });
}
