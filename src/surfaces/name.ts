import { isSurfaceId, surfaces } from './index.ts';
import type { SurfaceDef } from './types.ts';

/** What a surface is called; `id` null: the visitor's own, which has one name. */
export function surfaceName(
  language: 'ja' | 'en',
  { id, name }: { readonly id: string | null; readonly name: string },
) {
  const def: SurfaceDef | null = id !== null && isSurfaceId(id) ? surfaces[id] : null;
  return (language === 'ja' && def?.nameJa) || name;
}
