import { useSyncExternalStore } from 'react';
import { editingOf, type Editing } from '../runs/editing.ts';
import { useReconstructionSession } from '../runs/session.tsx';

/** Re-renders when what `select` picks changes (Object.is). */
export function useEditing<T>(select: (editing: Editing) => T): T {
  const store = editingOf(useReconstructionSession());
  return useSyncExternalStore(store.subscribe, () => select(store.getState()));
}
