/** The 97.5 % point of the normal distribution: 95 % of it lies within ± this. */
const Z = 1.959963984540054;

/** The 95 % interval of a probability of which `successes` out of `trials` ≥ 1 were seen (Wilson 1927): it stays within [0, 1] also at 0 and at all. */
export function wilson(successes: number, trials: number): { readonly low: number; readonly high: number } {
  const share = successes / trials;
  const weight = (Z * Z) / trials;
  const centre = (share + weight / 2) / (1 + weight);
  const half = (Z * Math.sqrt((share * (1 - share)) / trials + weight / (4 * trials))) / (1 + weight);
  // At 0 and at 1 rounding could leave a hair.
  return { low: successes === 0 ? 0 : centre - half, high: successes === trials ? 1 : centre + half };
}
