import { useMemo } from 'react';
import { useStep } from '../../../../src/runs/session.tsx';
import { PaneLabels, type PaneLabel } from '../../../../src/scene/parts/PaneLabels.tsx';
import type { Drawn } from '../../../../src/scene/stage.ts';
import { useText, type Words } from '../../../../src/ui/useText.ts';
import { percent } from '../read.ts';
import { CLASSES, type DigitLook } from '../run/types.ts';
import { BACK, barAt, FLOOR, sheetPlaces, TALL } from './place.ts';
import { widthsOf } from './Sheets.tsx';

/** What each sheet is, which bar is which digit's, and how sure the answer is. */
export function SheetLabels({ drawn, look }: { readonly drawn: Drawn; readonly look: DigitLook }) {
  const t = useText();
  const { boxes, holder } = drawn;
  const shape = widthsOf(look).join();
  const fixed = useMemo(() => fixedOf(t, shape.split(',').map(Number)), [t, shape]);
  const arrived = useStep() >= look.parts;
  const told = useMemo(() => toldOf(t, look, arrived), [t, look, arrived]);
  return (
    <>
      <PaneLabels labels={fixed} boxes={boxes} holder={holder} />
      <PaneLabels labels={told} boxes={boxes} holder={holder} />
    </>
  );
}

function fixedOf(t: Words, widths: readonly number[]): readonly PaneLabel[] {
  const sheets = sheetPlaces(widths).map(({ left, top, z }, layer): PaneLabel => {
    const text = layer === 0 ? t('mic.digit.picture') : t('mic.digit.layer', { layer, count: widths[layer]! });
    return { text, at: [left, top, z], side: 'above' };
  });
  return sheets;
}

/** On each bar its digit; before the signal is there none stands. */
function toldOf(t: Words, { answer, probabilities }: DigitLook, arrived: boolean): readonly PaneLabel[] {
  return Array.from(probabilities, (p, digit): PaneLabel => {
    const text = arrived && digit === answer ? t('mic.digit.label', { digit, share: percent(t, p) }) : String(digit);
    return { text, at: [barAt(digit, CLASSES).middle, FLOOR + (arrived ? p * TALL : 0), BACK], side: 'above' };
  });
}
