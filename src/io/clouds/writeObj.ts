import { digits } from '../digits.ts';

/** Triangles, given as the nine coordinates of their corners one after another, as Wavefront OBJ; equal corners become one vertex. */
export function writeObj(triangles: Float64Array): string {
  const places = new Map<string, number>();
  const faces: string[] = [];
  for (let o = 0; o < triangles.length; o += 9) {
    const corners = [0, 3, 6].map((k) => {
      const vertex = [0, 1, 2].map((c) => digits(triangles[o + k + c]!)).join(' ');
      const place = places.get(vertex) ?? places.size + 1;
      places.set(vertex, place);
      return place;
    });
    // What has collapsed to a line or a point is no face.
    if (new Set(corners).size === 3) faces.push(`f ${corners.join(' ')}`);
  }
  return [...Array.from(places.keys(), (vertex) => `v ${vertex}`), ...faces, ''].join('\n');
}
