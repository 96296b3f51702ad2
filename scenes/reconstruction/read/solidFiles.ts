import { buildKdTree } from '../../../src/clouds/kdTree.ts';
import { orientOutward } from '../../../src/clouds/orient.ts';
import type { Points } from '../../../src/clouds/types.ts';
import { meshGlb } from '../../../src/io/clouds/glb.ts';
import { pointsPly } from '../../../src/io/clouds/pointsPly.ts';
import { ballsOf, GUESSED_RGB } from '../../../src/reconstruction/balls.ts';
import { NEIGHBOURS } from '../../../src/reconstruction/visible.ts';
import { picturedOf, solidOf } from '../answer/solid.ts';
import type { Shown } from '../picture/shown.ts';

/** The answer's points with normals that point out, the picture's colours where it shows them, grey elsewhere, and which is which; in the viewer's axes. */
export function answerPly(points: Points, shown: Shown): Uint8Array {
  const { colours, seen } = picturedOf(points, shown);
  const normals = Float64Array.from(solidOf(points).normals);
  orientOutward(points, normals, buildKdTree(points), NEIGHBOURS);
  const tones = colours.map((value, k) => (seen[Math.floor(k / 3)] ? value : GUESSED_RGB[k % 3]!));
  return pointsPly(points, 'float', [
    { names: ['nx', 'ny', 'nz'], type: 'float', values: normals },
    { names: ['red', 'green', 'blue'], type: 'uchar', values: tones },
    { names: ['seen'], type: 'uchar', values: seen },
  ]);
}

/** The answer as little balls, upright. */
export function answerGlb(points: Points, shown: Shown, elevationRad: number): Uint8Array {
  return meshGlb({ name: 'Koubai', ...ballsOf(solidOf(points), picturedOf(points, shown), elevationRad) });
}
