import { headShapes } from '../../state/ink.ts';

/** SVG path data of a head around the origin, about `r` pixels in radius; shapes as in `headShapes`, of like area. */
export function glyphPath(shape: number, r: number): string {
  switch (headShapes[shape % headShapes.length]) {
    case 'square':
      return polygon(r, [-0.89, -0.89, 0.89, -0.89, 0.89, 0.89, -0.89, 0.89]);
    case 'triangle':
      return polygon(r, [0, -1.25, 1.15, 0.75, -1.15, 0.75]);
    case 'diamond':
      return polygon(r, [0, -1.25, 1.25, 0, 0, 1.25, -1.25, 0]);
    case 'cross':
      return polygon(r, crossCorners);
    default:
      return `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
  }
}

/** A ring is a disc that shows the paper. */
export function isHollow(shape: number): boolean {
  return headShapes[shape % headShapes.length] === 'ring';
}

/** Dashes of a line in charts, by the same index: told apart without colour. */
export const dashes = ['', '7 3', '2 3', '9 3 2 3', '4 2', '12 4'] as const;

/** An × rather than a +, which marks minima. */
const arm = 0.42;
const crossCorners = [
  [-arm, -1.25, arm, -1.25, arm, -arm, 1.25, -arm, 1.25, arm, arm, arm],
  [arm, 1.25, -arm, 1.25, -arm, arm, -1.25, arm, -1.25, -arm, -arm, -arm],
]
  .flat()
  .map(
    (value, k, all) => Math.SQRT1_2 * (k % 2 === 0 ? value - (all[k + 1] as number) : (all[k - 1] as number) + value),
  );

function polygon(r: number, corners: readonly number[]): string {
  let data = '';
  for (let k = 0; k < corners.length; k += 2) {
    data += `${k === 0 ? 'M' : 'L'}${(corners[k] as number) * r} ${(corners[k + 1] as number) * r}`;
  }
  return `${data}Z`;
}
