/* What the pictures are held against, written a second time: the surfaces, two update rules, the display transform. Nothing here runs the app's own code. */

export type Vec3 = readonly [x: number, y: number, z: number];

export interface Surface {
  value(x: number, y: number): number;
  gradient(x: number, y: number): readonly [number, number];
}

export const surfacesByHand: Readonly<Record<'bowl' | 'rosenbrock' | 'himmelblau', Surface>> = {
  bowl: {
    value: (x, y) => (x * x) / 20 + y * y,
    gradient: (x, y) => [x / 10, 2 * y],
  },
  rosenbrock: {
    value: (x, y) => (1 - x) ** 2 + 100 * (y - x * x) ** 2,
    gradient: (x, y) => [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)],
  },
  himmelblau: {
    value: (x, y) => (x * x + y - 11) ** 2 + (x + y * y - 7) ** 2,
    gradient: (x, y) => [
      4 * x * (x * x + y - 11) + 2 * (x + y * y - 7),
      2 * (x * x + y - 11) + 4 * y * (x + y * y - 7),
    ],
  },
};

export interface Plan {
  readonly rule: 'sgd' | 'adam';
  readonly lr: number;
  readonly start: readonly [number, number];
  readonly steps: number;
}

/** steps + 1 iterates: x ← x − ηg, or Adam as Kingma & Ba 2015, algorithm 1 (ε = 1e-8 beside √v̂, as PyTorch has it). */
export function iterates(surface: Surface, { rule, lr, start, steps }: Plan): (readonly [number, number])[] {
  const points: (readonly [number, number])[] = [start];
  const [m, v] = [
    [0, 0],
    [0, 0],
  ];
  let at: [number, number] = [...start];
  for (let t = 1; t <= steps; t++) {
    const g = surface.gradient(...at);
    at = at.map((x, k) => {
      const gk = g[k] as number;
      if (rule === 'sgd') return x - lr * gk;
      m[k] = 0.9 * (m[k] as number) + 0.1 * gk;
      v[k] = 0.999 * (v[k] as number) + 0.001 * gk * gk;
      return x - (lr * (m[k] / (1 - 0.9 ** t))) / (Math.sqrt(v[k] / (1 - 0.999 ** t)) + 1e-8);
    }) as [number, number];
    points.push(at);
  }
  return points;
}

/** The numbers that a surface's file states. */
export interface SurfaceData {
  readonly domain: readonly [x0: number, x1: number, y0: number, y1: number];
  readonly cut: number;
  readonly relief: number;
}

export interface Look {
  readonly exaggeration: number;
  readonly log: boolean;
}

export interface Transform {
  /** Domain → world. */
  world(x: number, y: number, f: number): Vec3;
  /** World height of f. */
  height(f: number): number;
  /** World x and z → domain. */
  domain(x: number, z: number): readonly [number, number];
}

/**
 * World: x east, y up, z south; the domain's longer side is 20. The lowest f (0 for the three surfaces) stands at 0, the cut at
 * relief × the shorter side of the drawn rectangle × exaggeration. Log: log(1 + 1e4 u) / log(1 + 1e4).
 */
export function transformOf(surface: Surface, { domain, cut, relief }: SurfaceData, look: Look): Transform {
  const [x0, x1, y0, y1] = domain;
  const scale = 20 / Math.max(x1 - x0, y1 - y0);
  const [centreX, centreY] = [(x0 + x1) / 2, (y0 + y1) / 2];
  const top = relief * shorterDrawnSide(surface, domain, cut) * scale * look.exaggeration;
  const height = (f: number) => {
    const u = f / cut;
    return top * (look.log ? Math.log(1 + 1e4 * Math.max(u, 0)) / Math.log(10001) : u);
  };
  return {
    height,
    world: (x, y, f) => [(x - centreX) * scale, height(f), -(y - centreY) * scale],
    domain: (x, z) => [x / scale + centreX, centreY - z / scale],
  };
}

/** Of the cells of a 64 × 64 grid whose corners reach below the cut, one more on each side, within the domain. */
function shorterDrawnSide(surface: Surface, [x0, x1, y0, y1]: SurfaceData['domain'], cut: number): number {
  const [columns, rows] = [new Set<number>(), new Set<number>()];
  for (let i = 0; i <= 64; i++) {
    for (let j = 0; j <= 64; j++) {
      if (surface.value(x0 + ((x1 - x0) * i) / 64, y0 + ((y1 - y0) * j) / 64) > cut) continue;
      columns.add(i);
      rows.add(j);
    }
  }
  const span = (set: Set<number>) => Math.min(Math.max(...set) + 1, 64) - Math.max(Math.min(...set) - 1, 0);
  return Math.min((span(columns) * (x1 - x0)) / 64, (span(rows) * (y1 - y0)) / 64);
}
