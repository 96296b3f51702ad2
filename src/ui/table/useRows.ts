import { useStep, useVeiled } from '../../runs/session.tsx';

/** How many of a table's rows, one a step from 0 on, are shown: while a question is open, none after the step on view. */
export function useRows(count: number): { readonly rows: number; readonly veiled: boolean } {
  const veiled = useVeiled();
  const step = useStep();
  return { rows: veiled ? Math.min(count, step + 1) : count, veiled };
}
