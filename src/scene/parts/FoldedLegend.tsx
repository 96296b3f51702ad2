import type { ReactNode } from 'react';
import { useMedia } from '../../ui/preferences.ts';

interface Props {
  readonly name: string;
  readonly children: ReactNode;
}

/** Where panes have their titles alone: `narrow.css` holds the same numbers. */
const NARROW = '(max-width: 719.98px), (max-height: 479.98px)';

export const useNarrow = (): boolean => useMedia(NARROW);

/** What pictures mean, behind its name over the panes' foot, where they have no room for it. */
export function FoldedLegend({ name, children }: Props) {
  return (
    <details className="fold-legend">
      <summary>{name}</summary>
      <div className="card">{children}</div>
    </details>
  );
}
