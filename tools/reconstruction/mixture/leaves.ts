import { cos, sin } from '../../../src/math/portable.ts';
import type { Rng } from '../../../src/math/rng.ts';
import { chance, usual } from '../../../src/reconstruction/shapes/kit.ts';
import type { Corner } from '../../../src/reconstruction/shapes/mesh.ts';
import { drawn, type Parts } from './parts.ts';

/** A plant: in a pot, a vase or on the ground; a rosette of bent leaves, leaves along stems, or a trunk with a crown of leaves. */
export function plant(rng: Rng): Parts {
  const pot = usual(rng, 0, 0.5);
  const parts: Float64Array[] = [];
  if (pot > 0.1) {
    const [low, high] = [usual(rng, 0.08, 0.25), usual(rng, 0.1, 0.3)];
    const square = chance(rng, 0.3);
    parts.push(
      drawn((mesh) => mesh.lathe([[0, 0], [low, 0], [high, pot], [0.85 * high, 0.95 * pot], [0, 0.9 * pot]], { sides: square ? 4 : 16 })), // prettier-ignore
    );
  }
  const trunk = chance(rng, 0.5) ? usual(rng, 0.1, 1) : 0;
  const top: Corner = [0.1 * rng.gaussian() * trunk, pot + trunk, 0.1 * rng.gaussian() * trunk];
  if (trunk > 0) parts.push(drawn((mesh) => mesh.tube([0, 0.8 * pot, 0], top, [usual(rng, 0.01, 0.06), 0.012], 6)));
  const crown = usual(rng, 0.15, 0.6);
  const count = 6 + rng.integer(50);
  const inCrown = chance(rng, 0.5);
  const width = usual(rng, 0.02, 0.12);
  parts.push(
    drawn((mesh) => {
      const out = new Float64Array(3);
      for (let i = 0; i < count; i++) {
        rng.direction(out);
        const [x, y, z] = [out[0]!, out[1]!, out[2]!];
        if (inCrown) {
          const r = crown * Math.cbrt(rng.uniform());
          const from: Corner = [top[0] + r * x, top[1] + crown * 0.6 + r * y, top[2] + r * z];
          const turn = rng.between(0, 2 * Math.PI);
          leaf(mesh.quad, from, turn, rng.between(-0.5, 1), usual(rng, 0.1, 0.35) * crown * 2, width);
        } else {
          const turn = (2 * Math.PI * i) / count + rng.between(-0.3, 0.3);
          const rise = rng.between(0, trunk > 0 ? 0.9 : 0.05);
          const from: Corner = [top[0] * rise, pot * 0.9 + rise * trunk, top[2] * rise];
          leaf(mesh.quad, from, turn, rng.between(0.1, 1.5), crown * usual(rng, 0.5, 1.3), width);
        }
      }
    }),
  );
  return parts;
}

/** Four pieces of a leaf that rises at `slope` (radians) and bends down under its own weight. */
function leaf(
  quad: (a: Corner, b: Corner, c: Corner, d: Corner) => void,
  [x, y, z]: Corner,
  turn: number,
  slope: number,
  length: number,
  width: number,
): void {
  const steps = 4;
  const [ct, st] = [cos(turn), sin(turn)];
  let [along, up, tilt] = [0, 0, slope];
  let before: readonly [Corner, Corner] | undefined;
  for (let i = 0; i <= steps; i++) {
    const half = width * sin(Math.PI * Math.min(0.95, 0.15 + (0.85 * i) / steps));
    const edge = (s: number): Corner => [x + along * ct - s * half * st, y + up, z + along * st + s * half * ct];
    const now = [edge(-1), edge(1)] as const;
    if (before) quad(before[0], before[1], now[1], now[0]);
    before = now;
    along += (length / steps) * cos(tilt);
    up += (length / steps) * sin(tilt);
    tilt -= 0.35;
  }
}
