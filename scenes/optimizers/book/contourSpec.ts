import { createCache } from '../runs/cache.ts';
import type { LabState } from '../state/types.ts';
import { contourLines, type ContourLine, type ContourSpec } from './contourLines.ts';
import { screenX, screenY, type Plane } from './plane.ts';

/** The book sets Z = 0 where Z > 7, so that its contours keep to the middle. */
const BOOK_TOP = 7;
const SIZE = 161;

/** What the plans of a state show below their paths. */
export function contourSpecOf(state: LabState, floor: number): ContourSpec {
  const { surface, cut, height, near } = state;
  const { formula, params, domain } = surface;
  return {
    formula,
    params,
    domain,
    top: surface.id === 'bowl' && !near ? BOOK_TOP : cut,
    size: SIZE,
    log: height === 'log' ? floor : null,
  };
}

export const cachedContours = createCache<ContourSpec, readonly ContourLine[]>(contourLines, 8);

/** SVG path data of one level, to a tenth of a pixel. */
export function contourData({ pieces }: ContourLine, plane: Plane): string {
  const px = (value: number) => Math.round(value * 10) / 10;
  let data = '';
  for (const piece of pieces) {
    for (let k = 0; k < piece.length; k += 2) {
      const x = px(screenX(plane, piece[k] as number));
      const y = px(screenY(plane, piece[k + 1] as number));
      data += `${k === 0 ? 'M' : 'L'}${x} ${y}`;
    }
  }
  return data;
}

/** `1, 2, …, 7`: the levels in words, `show` formats one. */
export function levelsInWords(levels: readonly number[], show: (level: number) => string): string {
  const [first, second] = levels;
  const last = levels.at(-1);
  if (levels.length <= 3 || first === undefined || second === undefined || last === undefined)
    return levels.map((level) => show(level)).join(', ');
  return `${show(first)}, ${show(second)}, …, ${show(last)}`;
}
