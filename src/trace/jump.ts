/**
 * Iterates are the thing: a head crosses to the next iterate in the first third of a step and rests there.
 * Returns how far (0…1) it is between rows floor(t) and floor(t) + 1; smoothstep eased.
 */
export function jumpFraction(t: number): number {
  const u = Math.min((t - Math.floor(t)) * 3, 1);
  return u * u * (3 - 2 * u);
}

/** Where the drawn path ends, in rows: floor(t) + jumpFraction(t). Integer t gives exactly t. */
export function drawnRow(t: number): number {
  return Math.floor(t) + jumpFraction(t);
}

/** The row that the heads rest on or leave from: the next one as soon as they have arrived there. */
export function stepShown(t: number): number {
  return Math.floor(drawnRow(t));
}
