import { useEffect, useSyncExternalStore } from 'react';
import { createStore } from 'zustand/vanilla';
import { Unfetched } from './Unfetched.tsx';

type Retry = () => Promise<void>;

/** Parts that could not be fetched and have no place to say so. */
const missing = createStore<readonly Retry[]>(() => []);

/** Stands for such a part. */
export function Missing({ retry }: { readonly retry: Retry }) {
  useEffect(() => {
    missing.setState((before) => [...before, retry], true);
    return () => missing.setState((before) => before.filter((one) => one !== retry), true);
  }, [retry]);
  return null;
}

/** Says so for all of them, once. */
export function MissingParts() {
  const parts = useSyncExternalStore(missing.subscribe, missing.getState);
  if (parts.length === 0) return null;
  const retry = async () => {
    for (const one of parts) await one();
  };
  return (
    <div className="interruption">
      <Unfetched onRetry={retry} />
    </div>
  );
}
