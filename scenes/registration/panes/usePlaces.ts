import { useCallback, useMemo, useState } from 'react';
import { useRegistrationState } from '../model.ts';
import { useCompact } from '../../../src/ui/preferences.ts';

export interface Places {
  /** For each place of the page the panes that stand there: one each, or all in one. */
  readonly places: readonly (readonly number[])[];
  /** Set where not all have room: which pane is shown, and how another is chosen. */
  readonly picking: { readonly shown: readonly number[]; readonly pick: (pane: number) => void } | null;
}

/** So many stand side by side on a narrow page. */
const FEW = 2;

/** Which panes have a place. On a narrow page two, at first the first and the last; choosing one sends the longer shown of them away. */
export function usePlaces(): Places {
  const count = useRegistrationState((state) => state.panes.length);
  const overlay = useRegistrationState((state) => state.overlay);
  const narrow = useCompact();
  /** The newest choice last. */
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const pick = useCallback((pane: number) => {
    setChosen((before) => [...before.filter((k) => k !== pane), pane].slice(-FEW));
  }, []);
  return useMemo(() => {
    const all = Array.from({ length: count }, (_, k) => k);
    if (overlay) return { places: [all], picking: null };
    if (!narrow || count <= FEW) return { places: all.map((k) => [k]), picking: null };
    const wished = [...chosen.filter((k) => k < count), ...[0, count - 1].filter((k) => !chosen.includes(k))];
    // With one choice made, the other place keeps what is farthest from it.
    const shown = (chosen.length === 1 ? [wished[0]!, wished.at(-1)!] : wished.slice(0, FEW)).sort((a, b) => a - b);
    return { places: shown.map((k) => [k]), picking: { shown, pick } };
  }, [count, overlay, narrow, chosen, pick]);
}
