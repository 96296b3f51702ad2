import { hasText } from '../../../src/i18n/index.ts';
import type { Words } from '../../../src/ui/useText.ts';
import type { LookUp } from '../jobs/api.ts';
import { seenIn, type SceneSession } from '../model.ts';

/** What people call a category; one that has no word yet is called by its id. */
export function categoryName(t: Words, id: string): string {
  const key = `rec.category.${id}`;
  return hasText(key) ? t(key) : id;
}

/** What the look-up found: its number is for the few who want it. */
export function neighbourName(t: Words, { category, mirrored }: Pick<LookUp, 'category' | 'mirrored'>): string {
  // In English amid a phrase; Japanese knows no capitals.
  const shape = { category: categoryName(t, category).toLowerCase() };
  return t(mirrored ? 'rec.shape.training.mirrored' : 'rec.shape.training', shape);
}

/** What files of the scene are called: `chair-7`, or what the picture is. */
export function clearName(session: SceneSession): string {
  const { shown } = seenIn(session);
  if (!shown) return 'reconstruction';
  return shown.sample
    ? `${shown.sample.category}-${shown.sample.seed}`
    : shown.from === 'own'
      ? 'own'
      : shown.from === 'drawing'
        ? 'drawing'
        : shown.key.replace(/^item /, '');
}
