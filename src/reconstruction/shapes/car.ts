import { chance, CORNERS } from './kit.ts';
import type { Corner, Mesh } from './mesh.ts';
import type { Rng } from '../../math/rng.ts';

/** Body with a falling bonnet (front to +z), a tapered cabin anywhere from saloon to van, four wheels. */
export function car(mesh: Mesh, rng: Rng): void {
  const length = rng.between(0.85, 1.25);
  const width = rng.between(0.36, 0.54);
  const clearance = rng.between(0.05, 0.12);
  const waist = clearance + rng.between(0.12, 0.28);
  const roof = waist + rng.between(0.1, 0.3);
  const wheel = rng.between(0.075, 0.115);
  const bonnet = length * rng.between(0.15, 0.35);
  const boot = length * rng.between(-0.02, 0.3);
  const windscreen = rng.between(0.03, 0.18);
  const nose = waist * rng.between(0.8, 1);
  const [front, rear, half] = [length / 2, -length / 2, width / 2];
  const level = (w: number, from: number, to: number, atRear: number, atFront: number): Corner[] => [
    [-w, atRear, from],
    [w, atRear, from],
    [w, atFront, to],
    [-w, atFront, to],
  ];
  mesh.hexa([...level(half, rear, front, clearance, clearance), ...level(half, rear, front, waist, nose)]);

  const narrow = half * rng.between(0.75, 0.95);
  const upright = chance(rng, 0.3);
  const rearSlope = upright ? 0.01 : windscreen * rng.between(0.4, 1.3);
  const [from, to] = [rear + boot, front - bonnet];
  // The cabin's foot stands a little inside the body, so that no gap opens over the falling bonnet.
  const foot = Math.min(0.97 * waist, nose);
  mesh.hexa([...level(half, from, to, foot, foot), ...level(narrow, from + rearSlope, to - windscreen, roof, roof)]);

  const axle = length * rng.between(0.27, 0.34);
  for (const [sx, sz] of CORNERS) {
    mesh.tube([sx * (half - 0.06), wheel, sz * axle], [sx * (half + 0.01), wheel, sz * axle], wheel, 14);
  }
}
