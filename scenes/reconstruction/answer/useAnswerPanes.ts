import { useCallback, useMemo, useState } from 'react';
import { useMedia } from '../../../src/ui/preferences.ts';
import { panesOf } from './panes.ts';
import { model, useSeen } from '../model.ts';
import type { PaneId } from '../state.ts';

export interface Picking {
  readonly all: readonly PaneId[];
  readonly shown: readonly PaneId[];
  readonly pick: (id: PaneId) => void;
}

/** So many stand together on a narrow page. */
const FEW = 2;

/** Which panes have a place. On a narrow page two: choosing one sends the longer shown of them away. */
export function useAnswerPanes(): { readonly shown: readonly PaneId[]; readonly picking: Picking | null } {
  const state = model.useState((s) => s);
  const seen = useSeen();
  const narrow = useMedia('(max-width: 719.98px)');
  /** The newest choice last. */
  const [chosen, setChosen] = useState<readonly PaneId[]>([]);
  const pick = useCallback((id: PaneId) => {
    setChosen((before) => [...before.filter((k) => k !== id), id].slice(-FEW));
  }, []);
  const all = panesOf(state, seen).join(' ');
  return useMemo(() => {
    const ids = all.split(' ') as PaneId[];
    if (!narrow || ids.length <= FEW) return { shown: ids, picking: null };
    const wished = [...chosen.toReversed(), ...ids.filter((id) => !chosen.includes(id))].slice(0, FEW);
    const shown = ids.filter((id) => wished.includes(id));
    return { shown, picking: { all: ids, shown, pick } };
  }, [all, narrow, chosen, pick]);
}
