import type { Points } from '../../../src/clouds/types.ts';
import { pictured, type Pictured } from '../../../src/reconstruction/pictured.ts';
import { surfelsOf, type Surfels } from '../../../src/reconstruction/visible.ts';
import type { Shown } from '../picture/shown.ts';

/* What a cloud's points tell of its surface; worked out once a cloud, for whoever draws, counts or writes it: 10 to 20 ms. */

const surfels = new WeakMap<Points, Surfels>();
const seen = new WeakMap<Points, Pictured>();

export function solidOf(points: Points): Surfels {
  const known = surfels.get(points) ?? surfelsOf(points);
  surfels.set(points, known);
  return known;
}

/** Of a cloud that answers (or made) the picture: each picture has clouds of its own. */
export function picturedOf(points: Points, { picture, colours }: Pick<Shown, 'picture' | 'colours'>): Pictured {
  const known = seen.get(points) ?? pictured(solidOf(points), picture, colours ?? null);
  seen.set(points, known);
  return known;
}

/** The part of a cloud's points that its picture shows, 0 … 1. */
export function seenShare({ seen }: Pictured): number {
  return seen.reduce((sum, each) => sum + each, 0) / Math.max(seen.length, 1);
}
