import type { Matrix4 } from '../../../src/math/matrix4.ts';
import { inFiles } from './pairFiles.ts';
import type { PaneRun } from './paneRuns.ts';

/** Target ← source as it is handed out: in the files' own coordinates where there are files. */
export function exportedMatrix({ pair, answer }: Pick<PaneRun, 'pair' | 'answer'>): Matrix4 {
  return pair.files ? inFiles(answer.targetFromSource, pair.files) : answer.targetFromSource;
}

/** How much an exported matrix enlarges: 1 but where the units differ. */
export function scaleOf(matrix: Matrix4): number {
  return Math.hypot(matrix[0]!, matrix[4]!, matrix[8]!);
}
