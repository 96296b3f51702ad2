import { useStep } from '../../../../src/runs/session.tsx';
import { useTheme } from '../../../../src/ui/preferences.ts';
import { useText } from '../../../../src/ui/useText.ts';
import { MicLegend } from '../../MicLegend.tsx';
import { gradientHue, rowAt } from '../read.ts';
import type { LayersRun } from '../run/types.ts';

/** Below the panes: what a ridge, a dot and a thread are. */
export function Legend({ run, gradients }: { readonly run: LayersRun | null; readonly gradients: boolean }) {
  const t = useText();
  const theme = useTheme();
  const step = useStep();
  const twins = run?.nets.some((net) => rowAt(net, step).layers.some((layer) => layer.twins.length > 0));
  return (
    <MicLegend>
      <li>{t('mic.legend.ridge')}</li>
      {gradients && <li style={{ color: gradientHue(theme) }}>{t('mic.legend.gradients')}</li>}
      <li>{t(twins ? 'mic.legend.dots.twins' : 'mic.legend.dots')}</li>
    </MicLegend>
  );
}
