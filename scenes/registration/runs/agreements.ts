import type { StoreApi } from 'zustand/vanilla';
import type { Shown } from '../../../src/scene/results/results.ts';
import type { PaneRun } from './paneRuns.ts';
import { agreementOf, type Agreement } from './truth.ts';

/** Remembers of every run that is shown with its verdict what that was worth; the same run counts once. Answers how to end it. */
export function keepAgreements(
  shown: StoreApi<Shown<PaneRun>>,
  agreements: StoreApi<ReadonlyMap<string, Agreement>>,
): () => void {
  return shown.subscribe((places) => {
    const known = agreements.getState();
    const news = Object.values(places).flatMap(({ value: run }) => {
      const agreement = run && !known.has(run.key) ? agreementOf(run) : null;
      return run && agreement ? [[run.key, agreement] as const] : [];
    });
    if (news.length > 0) agreements.setState(new Map([...known, ...news]), true);
  });
}
