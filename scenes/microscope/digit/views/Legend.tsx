import { useTheme } from '../../../../src/ui/preferences.ts';
import { useText } from '../../../../src/ui/useText.ts';
import { MicLegend } from '../../MicLegend.tsx';
import { THINNED, type DigitLook } from '../run/types.ts';
import { hues } from '../read.ts';

interface Props {
  readonly look: DigitLook;
  readonly spoke: boolean;
}

/** What the colours say. */
export function Legend({ look, spoke }: Props) {
  const t = useText();
  const own = hues(useTheme());
  const { about, thinned } = look;
  if (!spoke && !thinned) return null;
  const entry = (colour: string, text: string) => (
    <li>
      <i style={{ background: colour }} /> {text}
    </li>
  );
  return (
    <MicLegend of="mic-digit-legend">
      {spoke && entry(own.spoke, t('mic.digit.legend.for', { about }))}
      {spoke && entry(own.against, t('mic.digit.legend.against', { about }))}
      {thinned && entry(own.thinned, t('mic.digit.legend.thinned', { count: THINNED }))}
    </MicLegend>
  );
}
