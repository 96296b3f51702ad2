import type { ReactNode } from 'react';
import { freeArea } from '../view/freeArea.ts';
import { usePanels } from '../view/usePanels.ts';

const GAP = 14;

/** The part of the window that no panel covers: where flat figures stand. */
export function FreeArea({ children }: { readonly children: ReactNode }) {
  const panels = usePanels();
  if (!panels) return null;
  const { left, top, right, bottom } = freeArea({ width: innerWidth, height: innerHeight }, panels, GAP);
  return (
    <div className="free-area" style={{ left, top, width: right - left, height: bottom - top }}>
      {children}
    </div>
  );
}
