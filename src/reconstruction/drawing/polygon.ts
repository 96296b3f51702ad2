import type { Mask } from '../cutout/types.ts';

/** The mask with all pixels filled whose middles a polygon winds around, whichever way and how often (x, y one after another). The mask itself stays as it is. */
export function filledPolygon(mask: Mask, points: readonly number[]): Mask {
  const { width, height } = mask;
  const alpha = mask.alpha.slice();
  for (let row = 0; row < height; row++) {
    const crossings = crossingsOf(points, row + 0.5);
    let winding = 0;
    crossings.forEach(({ x, turn }, k) => {
      winding += turn;
      const next = crossings[k + 1];
      if (winding === 0 || !next) return;
      const [from, to] = [Math.max(0, Math.ceil(x - 0.5)), Math.min(width, Math.ceil(next.x - 0.5))];
      if (to > from) alpha.fill(255, row * width + from, row * width + to);
    });
  }
  return { ...mask, alpha };
}

interface Crossing {
  readonly x: number;
  /** Down 1, up −1. */
  readonly turn: number;
}

function crossingsOf(points: readonly number[], y: number): readonly Crossing[] {
  const out: Crossing[] = [];
  for (let k = 0; k < points.length; k += 2) {
    const next = (k + 2) % points.length;
    const [ay, by] = [points[k + 1]!, points[next + 1]!];
    if (ay <= y === by <= y) continue;
    out.push({
      x: points[k]! + ((y - ay) / (by - ay)) * (points[next]! - points[k]!),
      turn: ay <= y ? 1 : -1,
    });
  }
  return out.sort((a, b) => a.x - b.x);
}
