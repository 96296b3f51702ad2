/** Farther from the picture nothing is drawn, px. */
const FAR = 1e5;

/** A curve by its points, px from the top left, as the `d` of a path: broken where it has no value, goes far, or leaps over all of `height` at once, as at a pole. */
export function curvePath(points: readonly (readonly [x: number, y: number])[], height: number): string {
  let before = NaN;
  return points
    .map(([x, y]) => {
      const isDrawn = Math.abs(y) < FAR;
      const leaps = Math.min(before, y) < 0 && Math.max(before, y) > height;
      const command = Number.isNaN(before) || leaps ? 'M' : 'L';
      before = isDrawn ? y : NaN;
      return isDrawn ? `${command}${x.toFixed(1)},${y.toFixed(1)}` : '';
    })
    .join('');
}
