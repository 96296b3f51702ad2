import { useStep } from '../../../../src/runs/session.tsx';
import { useTheme } from '../../../../src/ui/preferences.ts';
import { useText } from '../../../../src/ui/useText.ts';
import { MicLegend } from '../../MicLegend.tsx';
import { gradientHue, measuredInWords, rowAt } from '../read.ts';
import type { LayersRun } from '../run/types.ts';

interface Props {
  readonly run: LayersRun | null;
  readonly gradients: boolean;
}

/** Below the panes: what a ridge, a dot and a thread are, by what all was computed, and what is not of all samples. */
export function Legend({ run, gradients }: Props) {
  const t = useText();
  const theme = useTheme();
  const step = useStep();
  const measured = run && measuredInWords(t, run);
  const twins = run?.nets.some((net) => rowAt(net, step).layers.some((layer) => layer.twins.length > 0));
  return (
    <MicLegend>
      <li>{t('mic.legend.ridge')}</li>
      {gradients && <li style={{ color: gradientHue(theme) }}>{t('mic.legend.gradients')}</li>}
      <li>{t(twins ? 'mic.legend.dots.twins' : 'mic.legend.dots')}</li>
      {run && <li title={t('mic.legend.arithmetic.what')}>{t(`mic.legend.${run.nets[0]!.rows[0]!.arithmetic}`)}</li>}
      {measured !== null && <li>{measured}</li>}
    </MicLegend>
  );
}
