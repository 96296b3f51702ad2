import type { Words } from '../../../src/ui/useText.ts';
import { seenIn, type SceneSession } from '../model.ts';
import { categoryName } from '../read/names.ts';
import { kinIn } from './kinNow.ts';
import { kinReading } from './reading.ts';

/** The view `kin` in words, for those who do not see it. */
export function kinSummary(t: Words, session: SceneSession): string {
  const kin = kinIn(session);
  if (!kin.map) return t('rec.kin.waiting');
  const scene = t('rec.kin.summary', { count: kin.map.shapes.length });
  const reading = kinReading(kin, seenIn(session).shown);
  if (!reading) return scene;
  const { category, seed } = reading.nearest;
  const nearest = t('rec.kin.shape', { category: categoryName(t, category), seed });
  return scene + t('sentence.gap') + t('rec.kin.summary.near', { nearest });
}
