import { useEffect, useRef, useState } from 'react';
import type { PaneRun } from '../runs/paneRuns.ts';

interface Made<T> {
  readonly record: PaneRun['record'];
  readonly make: Make<T>;
  readonly value: T | null;
}

type Make<T> = (run: PaneRun, step: number) => T | null;

/**
 * What `make` works out of a run at a step, after the frame that shows the step: what was made of an earlier step of the same run
 * stands until then. `make` stays the same; null: nothing is wanted.
 */
export function useAtStep<T>(run: PaneRun, step: number, make: Make<T> | null): T | null {
  const [made, setMade] = useState<Made<T> | null>(null);
  const { record } = run;
  const newest = useRef(run);
  useEffect(() => {
    newest.current = run;
  });
  useEffect(() => {
    if (!make) return;
    // A run whose verdict has come is the same run.
    const timer = setTimeout(
      () => setMade({ record: newest.current.record, make, value: make(newest.current, step) }),
      0,
    );
    return () => clearTimeout(timer);
  }, [record, step, make]);
  return make && made?.record === record && made.make === make ? made.value : null;
}
