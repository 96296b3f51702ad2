import { useState } from 'react';
import { useMedia } from './preferences.ts';

/** Folded away, as the window has room for it, or over most of it. */
export type ChartSize = 'folded' | 'usual' | 'large';

/** Where the picture needs the room, the chart begins folded: on a low window, and on a phone that is not a tall one. phone.css holds the same numbers. */
const LOW = '(max-height: 559.98px), (max-width: 719.98px) and (max-height: 739.98px)';

/** How large the chart is, and how it becomes another size: as the window has it until somebody chooses. */
export function useChartSize(): readonly [ChartSize, (size: ChartSize) => void] {
  const low = useMedia(LOW);
  const [chosen, setChosen] = useState<ChartSize | null>(null);
  return [chosen ?? (low ? 'folded' : 'usual'), setChosen];
}
