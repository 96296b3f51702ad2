import { useTheme } from '../../../../src/ui/preferences.ts';
import { useText } from '../../../../src/ui/useText.ts';
import { gradientHue, measuredInWords } from '../read.ts';
import type { LayersRun } from '../run/types.ts';

interface Props {
  readonly run: LayersRun | null;
  readonly gradients: boolean;
}

/** Below the panes: what a ridge, a dot and a thread are, by what all was computed, and what is not of all samples. */
export function Legend({ run, gradients }: Props) {
  const t = useText();
  const theme = useTheme();
  const measured = run && measuredInWords(t, run);
  return (
    <ul className="mic-legend">
      <li>{t('mic.legend.ridge')}</li>
      {gradients && <li style={{ color: gradientHue(theme) }}>{t('mic.legend.gradients')}</li>}
      <li>{t('mic.legend.dots')}</li>
      {run && <li title={t('mic.legend.arithmetic.what')}>{t(`mic.legend.${run.nets[0]!.rows[0]!.arithmetic}`)}</li>}
      {measured !== null && <li>{measured}</li>}
    </ul>
  );
}
