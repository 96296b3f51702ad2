import { shapeIds, type ShapeId } from './layout.ts';

const KEY = 'koubai.clip.shape';

const isShape = (text: string | null): text is ShapeId => shapeIds.some((id) => id === text);

/** The shape chosen last in this browser; where it keeps nothing, square. */
export function rememberedShape(): ShapeId {
  try {
    const kept = localStorage.getItem(KEY);
    return isShape(kept) ? kept : 'square';
  } catch {
    return 'square';
  }
}

export function rememberShape(shape: ShapeId): void {
  try {
    localStorage.setItem(KEY, shape);
  } catch {
    // A browser that keeps nothing: it is asked for anew.
  }
}
