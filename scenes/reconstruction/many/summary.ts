import type { Words } from '../../../src/ui/useText.ts';
import type { SceneSession } from '../model.ts';
import { shownOf } from '../../../src/scene/model.ts';

/** The view `many` in words, for those who do not see it. */
export function manySummary(t: Words, session: SceneSession): string {
  const many = shownOf(session.results.many).value;
  if (!many) return t('rec.many.waiting');
  return t('rec.many.summary', { count: many.samples.length });
}
