import { manyOf } from '../runs/many.ts';
import type { ReconstructionSession } from '../runs/session.tsx';
import type { Words } from '../../../src/ui/useText.ts';

/** The view `many` in words, for those who do not see it. */
export function manySummary(t: Words, session: ReconstructionSession): string {
  const many = manyOf(session);
  if (!many) return t('rec.many.waiting');
  return t('rec.many.summary', { count: many.samples.length });
}
