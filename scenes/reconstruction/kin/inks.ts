import { HUES, inkColours, type Ink } from '../../../src/state/ink.ts';
import { categoryIds } from '../../../src/reconstruction/shapes/index.ts';
import type { Palette } from '../../../src/view/palette.ts';

/**
 * How a category is told apart: hue and form. Ten of them need more than hues: the first six have a form each in a hue each, those after take the hues anew
 * with forms that these hues do not have yet.
 */
export function inkOf(category: string): Ink {
  const place = Math.max(categoryIds.indexOf(category as (typeof categoryIds)[number]), 0);
  const hue = place % HUES;
  return { hue, shape: (hue + 3 * Math.floor(place / HUES)) % HUES };
}

/** #rrggbb */
export const kinColour = ({ theme }: Palette, category: string): string =>
  inkColours[theme][inkOf(category).hue as 0 | 1 | 2 | 3 | 4 | 5];
