/** Components of a mixture, and numbers a component: mean (3), whitening (6), constant. */
export const COMPONENTS = 5;
const SIZE = 10;

/** A mixture of Gaussians in colour; `SIZE` numbers a component, so that its cost at z is c + |W (z − mean)|², W upper triangular. */
export interface Mixture {
  readonly parts: Float64Array;
  /** Parts that hold pixels; the others are left out. */
  readonly count: number;
}

/** Added to each variance, in levels²: a plain background has none, and JPEG's blocks hide theirs. */
const LEAST_VARIANCE = 4;

/** −log of the likeliest part's weighted density, but for a constant: the data term of Rother, Kolmogorov and Blake (2004). */
export function costOf(mixture: Mixture, r: number, g: number, b: number): number {
  return nearest(mixture, r, g, b).cost;
}

/** The likeliest part at a colour. */
export function partOf(mixture: Mixture, r: number, g: number, b: number): number {
  return nearest(mixture, r, g, b).part;
}

/** One object for all: millions of pixels ask. */
const found = { part: 0, cost: 0 };

function nearest({ parts, count }: Mixture, r: number, g: number, b: number): typeof found {
  let [part, cost] = [0, Infinity];
  for (let k = 0, i = 0; k < count; k++, i += SIZE) {
    const x = r - parts[i]!;
    const y = g - parts[i + 1]!;
    const z = b - parts[i + 2]!;
    const u = parts[i + 3]! * x + parts[i + 4]! * y + parts[i + 5]! * z;
    const v = parts[i + 6]! * y + parts[i + 7]! * z;
    const w = parts[i + 8]! * z;
    const here = parts[i + 9]! + u * u + v * v + w * w;
    if (here < cost) [part, cost] = [k, here];
  }
  found.part = part;
  found.cost = cost;
  return found;
}

/** Sums of colours and of their products, of pixels that are of one kind. */
export class Sums {
  /** n; Σ of r g b; Σ of rr rg rb gg gb bb. */
  readonly values = new Float64Array(10);

  add(r: number, g: number, b: number): void {
    const s = this.values;
    s[0]!++;
    s[1]! += r;
    s[2]! += g;
    s[3]! += b;
    s[4]! += r * r;
    s[5]! += r * g;
    s[6]! += r * b;
    s[7]! += g * g;
    s[8]! += g * b;
    s[9]! += b * b;
  }

  get count(): number {
    return this.values[0]!;
  }

  get mean(): readonly [number, number, number] {
    const [n = 1, r = 0, g = 0, b = 0] = this.values;
    return [r / n, g / n, b / n];
  }

  /** Variances and covariances: rr rg rb gg gb bb. */
  get covariance(): readonly [number, number, number, number, number, number] {
    const [n = 1, r = 0, g = 0, b = 0, rr = 0, rg = 0, rb = 0, gg = 0, gb = 0, bb = 0] = this.values;
    const of = (sum: number, a: number, c: number) => sum / n - (a / n) * (c / n);
    return [of(rr, r, r), of(rg, r, g), of(rb, r, b), of(gg, g, g), of(gb, g, b), of(bb, b, b)];
  }
}

/** The likeliest mixture with the given pixels in each part. */
export function mixtureOf(sums: readonly Sums[]): Mixture {
  const held = sums.filter(({ count }) => count > 0);
  const all = held.reduce((sum, { count }) => sum + count, 0);
  const parts = new Float64Array(SIZE * held.length);
  held.forEach((part, k) => {
    const [rr, rg, rb, gg, gb, bb] = part.covariance;
    // Cholesky from the last row up, of the inverse: Σ = U Uᵀ with U upper triangular, W = U⁻¹.
    const c = Math.sqrt(bb + LEAST_VARIANCE);
    const [u02, u12] = [rb / c, gb / c];
    const b = Math.sqrt(gg + LEAST_VARIANCE - u12 * u12);
    const u01 = (rg - u02 * u12) / b;
    const a = Math.sqrt(rr + LEAST_VARIANCE - u01 * u01 - u02 * u02);
    const half = Math.SQRT1_2;
    const constant = -Math.log(part.count / all) + Math.log(a * b * c);
    parts.set(part.mean, SIZE * k);
    parts.set(
      [half / a, (-half * u01) / (a * b), (half * (u01 * u12 - u02 * b)) / (a * b * c), half / b, (-half * u12) / (b * c), half / c, constant], // prettier-ignore
      SIZE * k + 3,
    );
  });
  return { parts, count: held.length };
}
