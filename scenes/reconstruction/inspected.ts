import { useMemo } from 'react';
import { model, seenIn } from './model.ts';

/** What tests and the curious may see of this scene besides what every stage shows. */
export function useInspected(): object {
  const session = model.useSession();
  return useMemo(() => ({ results: () => seenIn(session), own: () => session.own.getState().picture }), [session]);
}
