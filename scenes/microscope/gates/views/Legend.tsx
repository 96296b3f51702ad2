import { useTheme } from '../../../../src/ui/preferences.ts';
import { useText } from '../../../../src/ui/useText.ts';
import { MicLegend } from '../../MicLegend.tsx';
import { hueOf } from '../read.ts';

/** Below the panes: what the hues and marks are. */
export function GatesLegend({ of }: { readonly of: 'handles' | 'third' | null }) {
  const t = useText();
  const theme = useTheme();
  return (
    <MicLegend>
      <li style={{ color: hueOf(theme, true) }}>{t('mic.gates.legend.one')}</li>
      <li style={{ color: hueOf(theme, false) }}>{t('mic.gates.legend.zero')}</li>
      {of && <li>{t(`mic.gates.legend.${of}`)}</li>}
    </MicLegend>
  );
}
