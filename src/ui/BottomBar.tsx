import { useEffect, useEffectEvent, useId, type ReactNode } from 'react';
import type { ChartSize } from './chartSize.ts';
import { IconButton } from './controls/IconButton.tsx';
import { SlimActions } from './present/SlimActions.tsx';
import { Transport } from './Transport.tsx';
import { useText } from './useText.ts';

interface Props {
  readonly chart: ReactNode | null;
  /** What the chart is called. */
  readonly chartIs?: 'chart' | 'table' | undefined;
  readonly size: ChartSize;
  readonly onSize: (size: ChartSize) => void;
  readonly embed: boolean;
  /** The scene's own, beside the transport while presenting. */
  readonly actions: ReactNode;
}

/** One card: the chart over the transport, both on the same time. The chart folds and grows; without a chart, the transport alone. */
export function BottomBar({ chart, chartIs = 'chart', size, onSize, embed, actions }: Props) {
  const t = useText();
  const chartId = useId();
  const open = chart !== null && size !== 'folded';
  // A table has its dialog.
  const grows = chartIs === 'chart';
  const large = open && grows && size === 'large';
  const fold = useEffectEvent((event: KeyboardEvent) => {
    const taken = event.defaultPrevented || document.querySelector('dialog[open]') !== null;
    if (event.key !== 'Escape' || taken) return;
    event.preventDefault();
    onSize('usual');
  });
  useEffect(() => {
    if (!large) return;
    const onKeyDown = (event: KeyboardEvent) => fold(event);
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [large]);
  const names = {
    fold: t(`transport.${chartIs}.${open ? 'hide' : 'show'}`),
    grow: t(large ? 'transport.chart.smaller' : 'transport.chart.larger'),
  };
  return (
    <section
      className={large ? 'card bottom-bar large' : 'card bottom-bar'}
      data-panel="transport"
      aria-label={t('transport.label')}
    >
      <div id={chartId} className="chart-slot" hidden={!open}>
        {open && chart}
      </div>
      <div className="bottom-row">
        <Transport />
        <SlimActions embed={embed}>{actions}</SlimActions>
        {chart !== null && (
          <>
            <IconButton
              className="chart-button"
              icon="chart"
              name={names.fold}
              aria-expanded={open}
              aria-controls={chartId}
              onClick={() => onSize(open ? 'folded' : 'usual')}
            />
            {grows && (
              <IconButton
                className="chart-grow"
                icon={large ? 'shrink' : 'grow'}
                name={names.grow}
                shortcut="G"
                aria-keyshortcuts="G"
                onClick={() => onSize(large ? 'usual' : 'large')}
              />
            )}
          </>
        )}
      </div>
    </section>
  );
}
