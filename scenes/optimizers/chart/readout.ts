import type { RunView } from '../runs/runViews.ts';

/** What one run has to say at a step. */
export type ReadoutValue =
  | { readonly kind: 'value'; readonly f: number; readonly off: boolean }
  | { readonly kind: 'diverged'; readonly step: number };

/** f of a run at a step; `off`: the iterate lies outside the drawn domain. */
export function readoutOf({ record, spec }: RunView, step: number): ReadoutValue {
  if (step >= record.count) return { kind: 'diverged', step: record.divergedAt ?? record.count };
  const [x, y] = [record.x[2 * step] as number, record.x[2 * step + 1] as number];
  const domain = spec.surface.domain;
  const off = domain !== null && !(x >= domain[0] && x <= domain[1] && y >= domain[2] && y <= domain[3]);
  return { kind: 'value', f: record.f[step] as number, off };
}
