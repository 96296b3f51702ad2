import { useDeferredValue, useMemo } from 'react';
import { lossFloorOf } from '../runs/lossFloor.ts';
import type { RunView } from '../runs/runViews.ts';
import type { LabState } from '../state/types.ts';
import type { ContourLine, ContourSpec } from './contourLines.ts';
import { cachedContours, contourSpecOf } from './contourSpec.ts';

/**
 * The level lines below the paths of a plan. Dragging a parameter of the surface moves the paths at once; the contours follow when there is time. (As text, the spec is the same
 * value while nothing in it changes.)
 */
export function usePlanContours(state: LabState, runs: readonly RunView[]): readonly ContourLine[] {
  const spec = useDeferredValue(JSON.stringify(contourSpecOf(state, lossFloorOf(state, runs).value)));
  return useMemo(() => cachedContours(JSON.parse(spec) as ContourSpec), [spec]);
}
