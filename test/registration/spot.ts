import { readFileSync } from 'node:fs';
import type { Mesh } from '../../src/clouds/types.ts';

/** The sample model, read by the few lines that its file needs, so that no importer stands between a registration test and its points. */
export function readSpot(): Mesh {
  const vertices: number[] = [];
  const triangles: number[] = [];
  for (const line of readFileSync('assets/clouds/spot.obj', 'utf8').split('\n')) {
    const [kind, ...words] = line.trim().split(/\s+/);
    if (kind === 'v') vertices.push(...words.map(Number));
    if (kind === 'f') triangles.push(...words.map((word) => parseInt(word, 10) - 1));
  }
  return { vertices: Float64Array.from(vertices), triangles: Uint32Array.from(triangles) };
}
