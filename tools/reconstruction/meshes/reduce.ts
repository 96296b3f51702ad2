/** A sample is to cost about a millisecond. */
const ENOUGH = 6_000;

/** Cells along the longest edge: as fine as brings a mesh down to ENOUGH triangles; at the coarsest it is left at that, so that thin legs stay. */
const GRIDS = [256, 192, 128, 96];

/** A normalised mesh of more than ENOUGH triangles with its vertices drawn together until it has no more, or until the grid's cells are 1/96 of an edge. */
export function reduced(triangles: Float64Array): Float64Array {
  let out = triangles;
  for (const cells of GRIDS) if (out.length / 9 > ENOUGH) out = clustered(triangles, cells);
  return out;
}

/**
 * Each vertex goes to the mean of those in its cell of a grid; what has no area left goes, and what is there twice (Rossignac and Borrel, "Multi-resolution 3D
 * approximations for rendering complex scenes", 1993).
 */
function clustered(triangles: Float64Array, cells: number): Float64Array {
  const across = cells + 1;
  const numbers = new Map<number, number>();
  const sums: number[] = [];
  const cellOf = Array.from({ length: triangles.length / 3 }, (_, corner) => {
    const [x, y, z] = [0, 1, 2].map((c) => Math.floor((triangles[3 * corner + c]! + 0.5) * cells));
    const place = (x! * across + y!) * across + z!;
    const number = numbers.get(place) ?? numbers.size;
    numbers.set(place, number);
    for (let c = 0; c < 3; c++) sums[4 * number + c] = (sums[4 * number + c] ?? 0) + triangles[3 * corner + c]!;
    sums[4 * number + 3] = (sums[4 * number + 3] ?? 0) + 1;
    return number;
  });
  const seen = new Set<number>();
  const out: number[] = [];
  for (let corner = 0; corner < cellOf.length; corner += 3) {
    const [a, b, c] = cellOf.slice(corner, corner + 3) as [number, number, number];
    const [low, , high] = [a, b, c].toSorted((p, q) => p - q) as [number, number, number];
    const name = (low * numbers.size + (a + b + c - low - high)) * numbers.size + high;
    if (a === b || b === c || a === c || seen.has(name)) continue;
    seen.add(name);
    for (const cell of [a, b, c]) for (let k = 0; k < 3; k++) out.push(sums[4 * cell + k]! / sums[4 * cell + 3]!);
  }
  return Float64Array.from(out);
}
