import type { ReconstructionSession } from '../runs/session.tsx';
import { categoryName } from '../read/names.ts';
import type { Words } from '../../../src/ui/useText.ts';
import { kinReading } from './reading.ts';

/** The view `kin` in words, for those who do not see it. */
export function kinSummary(t: Words, { more, results }: ReconstructionSession): string {
  const all = more.getState();
  if (!all.kin) return t('rec.kin.waiting');
  const scene = t('rec.kin.summary', { count: all.kin.shapes.length });
  const reading = kinReading(all, results.getState());
  if (!reading) return scene;
  const { category, seed } = reading.nearest;
  const nearest = t('rec.kin.shape', { category: categoryName(t, category), seed });
  return scene + t('sentence.gap') + t('rec.kin.summary.near', { nearest });
}
