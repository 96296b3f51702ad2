import { useEffect, useState } from 'react';

/** Milliseconds of a replay, at most; a step takes no longer than STEP. */
const LONGEST = 1500;
const STEP = 90;

/** The row of a record that a replay shows: from its start on, anew whenever `key` changes; null: none runs. `still`: it shows the end at once. */
export function useReplay(key: string | null, rows: number, still: boolean): number {
  const [shown, setShown] = useState<{ readonly key: string | null; readonly row: number }>({ key: null, row: 0 });
  const last = Math.max(rows - 1, 0);
  useEffect(() => {
    if (key === null || still) return;
    const began = performance.now();
    const lasts = Math.min(LONGEST, STEP * last);
    let frame = 0;
    const tick = (now: number) => {
      const part = lasts === 0 ? 1 : Math.min(Math.max(now - began, 0) / lasts, 1);
      setShown({ key, row: Math.floor(part * last) });
      if (part < 1) frame = requestAnimationFrame(tick);
    };
    frame = requestAnimationFrame(tick);
    return () => cancelAnimationFrame(frame);
  }, [key, last, still]);
  if (still) return last;
  return shown.key === key ? Math.min(shown.row, last) : 0;
}
