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

/** At the foot of each bar its digit, where no other is; on the answer's how sure it is. Before the signal is there none stands. */
function toldOf(t: Words, { answer, probabilities }: DigitLook, arrived: boolean): readonly PaneLabel[] {
  const middleOf = (digit: number) => barAt(digit, CLASSES).middle;
  const share = probabilities[answer]!;
  return [
    ...Array.from(probabilities, (_, digit): PaneLabel => ({
      ...{ text: String(digit), at: [middleOf(digit), FLOOR, BACK], side: 'below' },
    })),
    {
      text: arrived ? t('mic.digit.label', { digit: answer, share: percent(t, share) }) : '',
      ...{ at: [middleOf(answer), FLOOR + share * TALL, BACK], side: 'above' },
    },
  ];
}
