import type { ReactNode } from 'react';
import { FoldedLegend, useNarrow } from '../../src/scene/parts/FoldedLegend.tsx';
import { useText } from '../../src/ui/useText.ts';

/** Entries below the panes; on a phone they unfold. */
export function MicLegend({ of = '', children }: { readonly of?: string; readonly children: ReactNode }) {
  const t = useText();
  const list = <ul className={`mic-legend ${of}`}>{children}</ul>;
  return useNarrow() ? <FoldedLegend name={t('mic.legend')}>{list}</FoldedLegend> : list;
}
