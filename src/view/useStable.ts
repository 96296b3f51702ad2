import { useState } from 'react';

/** The same reference for as long as the content (as JSON) stays the same, so that what depends on it is not computed anew. */
export function useStable<T>(value: T): T {
  const [kept, setKept] = useState(value);
  if (kept === value || JSON.stringify(kept) === JSON.stringify(value)) return kept;
  setKept(value);
  return value;
}
