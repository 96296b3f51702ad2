import { useCallback, useState } from 'react';
import type { WorkerFate } from '../jobs/client.ts';
import { isUnfetched } from './fetching.ts';

interface Failure {
  readonly error: unknown;
  /** Another try, where one may help. */
  readonly retry: (() => Promise<void>) | undefined;
}

/** What may break under a page of clouds, and what then still goes on. */
export function usePageFates() {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [alive, setAlive] = useState(true);
  const [worker, setWorker] = useState<WorkerFate | null>(null);
  // The picture alone is gone: numbers, chart and table go on.
  const [pictureLost, setPictureLost] = useState(false);
  const onRestart = useCallback((fate: WorkerFate = 'restarted') => setWorker(fate), []);
  const onError = useCallback((error: unknown, retry?: () => Promise<void>) => {
    if (!isUnfetched(error)) reportError(error);
    const again = retry && (() => retry().then(() => setFailure(null)));
    setFailure({ error, retry: again });
  }, []);
  const onPictureError = useCallback((error: unknown) => {
    reportError(error);
    setPictureLost(true);
  }, []);
  return {
    /** Why nothing can be computed; null: nothing is wrong. */
    failure,
    pictureLost,
    onRestart,
    onError,
    /** Hears whether the drawing context is there. */
    onContext: setAlive,
    onPictureError,
    /** For `Interruptions`. */
    interruptions: { drawing: alive || pictureLost, worker, onDismiss: () => setWorker(null) },
  };
}
