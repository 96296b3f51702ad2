/**
 * The triangles of a Wavefront OBJ, nine numbers each, by a tolerant reader: all groups together, polygons as fans, indices of either sign, everything that is
 * no vertex and no face stepped over. The page's reader refuses what is odd; an evaluation would rather have it all and say what failed.
 * @throws Error where there is nothing with an area, or an index or number is wrong
 */
export function objTriangles(text: string): Float64Array {
  const vertices: number[] = [];
  const triangles: number[] = [];
  for (const line of text.replace(/\\\r?\n/g, ' ').split('\n')) {
    const [keyword, ...cells] = line.trim().split(/\s+/);
    if (keyword === 'v') {
      const xyz = cells.slice(0, 3).map(Number);
      if (xyz.length < 3 || !xyz.every(Number.isFinite)) throw new Error(`a vertex that is none: ${line.trim()}`);
      vertices.push(...xyz);
    } else if (keyword === 'f') {
      const count = vertices.length / 3;
      const corners = cells.map((cell) => {
        const said = Number.parseInt(cell, 10);
        const index = said < 0 ? count + said : said - 1;
        if (!(index >= 0 && index < count)) throw new Error(`a face names vertex ${cell} of ${count}`);
        return vertices.slice(3 * index, 3 * index + 3);
      });
      for (let k = 1; k + 1 < corners.length; k++) triangles.push(...corners[0]!, ...corners[k]!, ...corners[k + 1]!);
    }
  }
  if (triangles.length === 0) throw new Error('it has no face');
  return Float64Array.from(triangles);
}
