import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { buildKdTree } from '../../src/clouds/kdTree.ts';
import { estimateNormals } from '../../src/clouds/normals.ts';
import { sampleMesh } from '../../src/clouds/sampleMesh.ts';
import { readCloud } from '../../src/io/clouds/read.ts';

const spot = await readCloud('spot.obj', readFileSync(new URL('../../assets/clouds/spot.obj', import.meta.url)));
const mesh = spot?.mesh;
if (!mesh) throw new Error('spot.obj has no faces');

for (const seed of [1, 2, 3]) {
  test(`outward on the shipped model, 5,000 points, 10 neighbours: the sides of its faces, but for 1 in 1,000 (seed ${seed})`, () => {
    const { points, normals } = sampleMesh(mesh, 5000, seed);
    const ours = estimateNormals(points, buildKdTree(points), 10, 'outward');
    let wrong = 0;
    for (let i = 0; i < ours.length; i += 3) {
      const cosine = ours[i]! * normals![i]! + ours[i + 1]! * normals![i + 1]! + ours[i + 2]! * normals![i + 2]!;
      if (cosine < 0) wrong++;
    }
    // Where ears and horns meet the head a plane through ten neighbours is neither side's.
    expect(wrong).toBeLessThanOrEqual(5);
  });
}
