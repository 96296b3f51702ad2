import { useMemo } from 'react';
import { PaneLabels, type PaneLabel } from '../../../../src/scene/parts/PaneLabels.tsx';
import type { Drawn } from '../../../../src/scene/stage.ts';
import type { Space } from '../../../../src/networks/search/space.ts';
import { useText } from '../../../../src/ui/useText.ts';
import { HALF, tallOf } from './place.ts';

const DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** 10⁻⁶ */
const power = (exponent: number): string =>
  Number.isInteger(exponent)
    ? `10${exponent < 0 ? '⁻' : ''}${[...String(Math.abs(exponent))].map((digit) => DIGITS[Number(digit)]!).join('')}`
    : (10 ** exponent).toPrecision(1);

/** What is searched, along the two sides of the floor. */
export function SwarmLabels({
  drawn,
  space,
  box,
}: {
  readonly drawn: Drawn;
  readonly space: Space;
  readonly box: number;
}) {
  const t = useText();
  const { boxes, holder } = drawn;
  const own = useMemo(() => boxes.slice(box, box + 1), [boxes, box]);
  const labels = useMemo((): readonly PaneLabel[] => {
    const front = (text: string, x: number): PaneLabel => ({ text, at: [x, 0, HALF + 0.3], side: 'below' });
    const left = (text: string, z: number): PaneLabel => ({ text, at: [-HALF, 0, z], side: 'left' });
    const [lr, decay] = [space.lr, space.decay];
    return [
      ...[front(power(lr[0]), -HALF), front(t('mic.book.axis.lr'), 0), front(power(lr[1]), HALF)],
      ...[left(power(decay[0]), HALF - 1), left(t('mic.book.axis.decay'), 0), left(power(decay[1]), -HALF)],
      { text: '100 %', at: [HALF, tallOf(1), -HALF], side: 'right' },
    ];
  }, [t, space]);
  return <PaneLabels labels={labels} boxes={own} holder={holder} />;
}
