import { useMemo, useState } from 'react';
import { createPacer } from './pace.ts';
import { heldLevel, qualityAt, qualityFor } from './quality.ts';

/** How much is drawn here, followed to what this machine keeps up with unless the address holds a level. `renderer`: null: nothing is drawn. */
export function useQuality(renderer: string | null, asked: string | null) {
  const [best] = useState(() => qualityFor(renderer ?? '', window.innerWidth));
  const held = heldLevel(asked);
  const [level, setLevel] = useState(held ?? 0);
  const quality = useMemo(() => qualityAt(best, level), [best, level]);
  const pacer = useMemo(() => (held === null ? createPacer(setLevel) : null), [held]);
  return { quality, pacer };
}
