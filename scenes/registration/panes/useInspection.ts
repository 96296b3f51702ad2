import { useMemo } from 'react';
import type { Box } from '../../../src/math/box.ts';
import type { RegistrationSession } from '../runs/session.tsx';
import { useInspectable } from '../../../src/view/useInspectable.ts';

/** What the tests and the curious may see of this scene. */
export function useInspection({ clock, runs }: RegistrationSession, boxes: readonly Box[]): void {
  const inspected = useMemo(
    () => ({
      t: () => clock.t,
      boxes: () => boxes,
      runs: () =>
        runs.getState().panes.map(({ settings, run }) => ({
          method: settings.method,
          steps: run?.record.steps ?? null,
          errors: [...(run?.answer.errors ?? [])],
          fitness: [...(run?.record.fitness ?? [])],
          poses: [...(run?.record.poses ?? [])],
        })),
    }),
    [clock, runs, boxes],
  );
  useInspectable(inspected);
}
