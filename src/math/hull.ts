/** Convex hull of flat x, y points, counter-clockwise for y upwards, as flat x, y (Andrew's monotone chain). */
export function convexHull(points: ArrayLike<number>): number[] {
  const x = (i: number) => points[2 * i] as number;
  const y = (i: number) => points[2 * i + 1] as number;
  const order = Array.from({ length: points.length / 2 }, (_, i) => i).sort((a, b) => x(a) - x(b) || y(a) - y(b));
  const half = (indices: readonly number[]) => {
    const chain: number[] = [];
    for (const i of indices) {
      while (chain.length >= 2) {
        const [a, b] = chain.slice(-2) as [number, number];
        if ((x(b) - x(a)) * (y(i) - y(a)) - (y(b) - y(a)) * (x(i) - x(a)) > 0) break;
        chain.pop();
      }
      chain.push(i);
    }
    chain.pop();
    return chain;
  };
  const ring = [...half(order), ...half(order.reverse())];
  return (ring.length > 0 ? ring : order.slice(0, 1)).flatMap((i) => [x(i), y(i)]);
}

/** Points along the closed line through `ring` (flat x, y), at most `spacing` apart. */
export function alongRing(ring: readonly number[], spacing: number): number[] {
  const out: number[] = [];
  for (let i = 0; i < ring.length; i += 2) {
    const [ax, ay] = [ring[i] as number, ring[i + 1] as number];
    const j = (i + 2) % ring.length;
    const [bx, by] = [ring[j] as number, ring[j + 1] as number];
    const pieces = Math.max(1, Math.ceil(Math.hypot(bx - ax, by - ay) / spacing));
    for (let k = 0; k < pieces; k++) out.push(ax + ((bx - ax) * k) / pieces, ay + ((by - ay) * k) / pieces);
  }
  return out;
}
