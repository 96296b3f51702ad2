import { useId, useState, type ReactNode } from 'react';
import { IconButton } from './controls/IconButton.tsx';
import { useMedia } from './preferences.ts';
import { SlimActions } from './present/SlimActions.tsx';
import { Transport } from './Transport.tsx';
import { useText } from './useText.ts';

interface Props {
  readonly chart: ReactNode | null;
  /** What the chart is called. */
  readonly chartIs?: 'chart' | 'table' | undefined;
  readonly embed: boolean;
  /** The scene's own, beside the transport while presenting. */
  readonly actions: ReactNode;
}

/** One card: the chart over the transport, both on the same time. The chart folds; on a low window it starts folded. Without a chart, the transport alone. */
export function BottomBar({ chart, chartIs = 'chart', embed, actions }: Props) {
  const t = useText();
  const chartId = useId();
  const low = useMedia('(max-height: 559.98px)');
  const [chosen, setChosen] = useState<boolean | null>(null);
  const open = chart !== null && (chosen ?? !low);
  const name = t(`transport.${chartIs}.${open ? 'hide' : 'show'}`);
  return (
    <section className="card bottom-bar" data-panel="transport" aria-label={t('transport.label')}>
      <div id={chartId} className="chart-slot" hidden={!open}>
        {open && chart}
      </div>
      <div className="bottom-row">
        <Transport />
        <SlimActions embed={embed}>{actions}</SlimActions>
        {chart !== null && (
          <IconButton
            className="chart-button"
            icon="chart"
            name={name}
            aria-expanded={open}
            aria-controls={chartId}
            onClick={() => setChosen(!open)}
          />
        )}
      </div>
    </section>
  );
}
