import type { PaneRun } from '../runs/paneRuns.ts';

/** Part of the target's largest dimension, where nothing else is known. */
const OF_SIZE = 0.05;

/** The distance at the upper end of the colour bar, in the pair's unit: where a point no longer counts as laid on the target, the same for all methods. */
export function residualLimit({ pair, answer }: Pick<PaneRun, 'pair' | 'answer'>): number {
  return answer.laid?.limit ?? OF_SIZE * pair.largestDimension;
}
