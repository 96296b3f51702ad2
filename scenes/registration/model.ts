import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useJobsOf } from '../../src/scene/computing.tsx';
import { sceneModel } from '../../src/scene/model.ts';
import type { RegistrationJobs } from './jobs/client.ts';
import { ownBelongings } from './runs/own.ts';
import { viewsOf, type PaneView } from './runs/paneRuns.ts';
import { startRunner } from './runs/runner.ts';
import { openStores, type Stores, type Subject } from './runs/session.ts';
import { table } from './state/table.ts';

export const model = sceneModel<typeof table.entries, RegistrationJobs, Readonly<Record<string, never>>, Stores>({
  table,
  jobs: async () => (await import('./jobs/client.ts')).createRegistrationJobs,
  own: openStores,
  belongings: ({ clouds }) => ownBelongings(clouds),
  // A run is a function of the data too, which no link holds; and its verdict comes later.
  keep: startRunner,
});

export const { useSession: useRegistrationSession, useState: useRegistrationState } = model;

/** null until their code is there. */
export const useJobs = (): RegistrationJobs | null => useJobsOf(model);

/** Of what is registered, as far as it is there. Re-renders like `useRegistrationState`. */
export function useSubject<T>(select: (subject: Subject) => T): T {
  return useStore(useRegistrationSession().own.subject, select);
}

/** What each pane shows. */
export function usePanes(): readonly PaneView[] {
  const shown = useStore(useRegistrationSession().own.shown);
  const data = useRegistrationState((state) => state.data);
  const panes = useRegistrationState((state) => state.panes);
  const pair = useSubject((subject) => subject.pair);
  return useMemo(() => viewsOf({ data, panes }, pair, shown), [data, panes, pair, shown]);
}
