import type { ReactNode } from 'react';
import { FoldedLegend } from '../../src/scene/parts/FoldedLegend.tsx';
import { useMedia } from '../../src/ui/preferences.ts';
import { useText } from '../../src/ui/useText.ts';

/** Where sentences would take the pictures' height. */
const SMALL = '(max-width: 999.98px), (max-height: 699.98px)';

/** Entries below the panes; in a small window they unfold. */
export function MicLegend({ of = '', children }: { readonly of?: string; readonly children: ReactNode }) {
  const t = useText();
  const list = <ul className={`pane-legend mic-legend ${of}`}>{children}</ul>;
  return useMedia(SMALL) ? <FoldedLegend name={t('mic.legend')}>{list}</FoldedLegend> : list;
}
