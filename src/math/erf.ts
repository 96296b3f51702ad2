/** From here on erf is 1 in float64. */
const ONE_FROM = 6;

const TWO_OVER_SQRT_PI = 2 / Math.sqrt(Math.PI);

/**
 * The error function, to 5e-15 of its value: 2/√π e^(−x²) Σ 2ⁿ x^(2n+1) / (2n+1)!! (Abramowitz & Stegun 7.1.6), whose terms all
 * have one sign, so that nothing cancels (7.1.5, the power series, loses ten digits at x = 4).
 */
export function erf(x: number): number {
  if (Math.abs(x) >= ONE_FROM) return Math.sign(x);
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > (Number.EPSILON * Math.abs(sum)) / 4; n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return erfSlope(x) * sum;
}

/** erf′ = 2/√π e^(−x²). */
export function erfSlope(x: number): number {
  return TWO_OVER_SQRT_PI * Math.exp(-x * x);
}
