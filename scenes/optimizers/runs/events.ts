import type { LabState } from '../state/types.ts';
import { noStepOf } from '../../../src/optimizers/record.ts';
import type { NoStep } from '../../../src/optimizers/secondOrder/types.ts';
import type { RunView } from './runViews.ts';
import { contains } from '../../../src/surfaces/domain.ts';

/** `rim`: above the cut though on the map. `left`: outside of the drawn domain. `diverged`: not finite, or |f| > 1e30. The others: there is no step to take. */
export interface RunEvent {
  readonly kind: 'rim' | 'left' | 'diverged' | NoStep;
  readonly runId: string;
  readonly name: string;
  /** The first step at which it is so. */
  readonly step: number;
  /** f there; NaN where it is not known (diverged). */
  readonly f: number;
}

/** What happened to a run, in the order of its steps; each kind at its first time. */
export function eventsOf(run: RunView, state: LabState): readonly RunEvent[] {
  const { record, id, name } = run;
  const events: RunEvent[] = [];
  const { domain } = state.surface;
  const rim = record.f.findIndex(
    (f, i) => f > state.cut && contains(domain, record.x[2 * i] as number, record.x[2 * i + 1] as number),
  );
  if (rim >= 0) events.push({ kind: 'rim', runId: id, name, step: rim, f: record.f[rim] as number });
  if (record.leftAt !== null)
    events.push({ kind: 'left', runId: id, name, step: record.leftAt, f: record.f[record.leftAt] as number });
  if (record.divergedAt !== null) events.push({ kind: 'diverged', runId: id, name, step: record.divergedAt, f: NaN });
  const noStep = noStepOf(record);
  const last = record.count - 1;
  if (noStep) events.push({ kind: noStep, runId: id, name, step: last, f: record.f[last] as number });
  return events.sort((a, b) => a.step - b.step);
}
