/** How far (0…1) the points have come at time `t` of `steps`: they set off and arrive gently. */
export function morphPart(t: number, steps: number): number {
  const u = steps > 0 ? Math.min(t / steps, 1) : 0;
  return u * u * (3 - 2 * u);
}
