import { useTheme } from '../../../../src/ui/preferences.ts';
import { useText } from '../../../../src/ui/useText.ts';
import { gradientHue } from '../read.ts';

/** Below the panes: what a ridge, a dot and a thread are. */
export function Legend({ gradients }: { readonly gradients: boolean }) {
  const t = useText();
  const theme = useTheme();
  return (
    <ul className="mic-legend">
      <li>{t('mic.legend.ridge')}</li>
      {gradients && <li style={{ color: gradientHue(theme) }}>{t('mic.legend.gradients')}</li>}
      <li>{t('mic.legend.dots')}</li>
    </ul>
  );
}
