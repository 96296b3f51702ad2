import type { GridSpec, SwarmSpec } from '../../src/jobs/specs.ts';
import type { SurfaceId } from '../../src/surfaces/index.ts';
import { surfaceSpec, swarmSpec } from '../gpu/specs.ts';
import {
  adamOnBowl,
  adamOnRosenbrock,
  bowlGrid,
  lionOnBowl,
  rastriginGrid,
  rosenbrockGrid,
  sgdOnBowl,
  type PlainGrid,
  type PlainSwarm,
} from './plain.ts';

export interface GridCase {
  readonly name: string;
  readonly spec: GridSpec;
  readonly plain: PlainGrid;
  /** Largest deviation allowed, relative to the grid's largest value; see test/gpu and test/browser/gpu.test.ts. */
  readonly allowed: number;
}

export interface SwarmCase {
  readonly name: string;
  readonly spec: SwarmSpec;
  readonly plain: PlainSwarm;
  /** Deviation allowed to nine in ten values, relative to the domain's half side. */
  readonly allowed: number;
}

const grid = (id: SurfaceId, plain: PlainGrid, allowed: number): GridCase => ({
  name: `${id} grid 512²`,
  spec: { surface: surfaceSpec(id), size: 512 },
  plain,
  allowed,
});

export const gridCases: readonly GridCase[] = [
  grid('bowl', bowlGrid, 3e-6),
  grid('rosenbrock', rosenbrockGrid, 3e-6),
  grid('rastrigin', rastriginGrid, 4e-4),
];

const STEPS = 100;
const swarm = (
  id: SurfaceId,
  rule: readonly [string, 'torch' | 'paper'],
  lr: number,
  count: number,
  plain: PlainSwarm,
) => ({
  name: `${id} swarm, ${rule[0]}, ${count} × ${STEPS}`,
  // Results hold the states after `step` and `step + 1` updates, so this makes 100.
  spec: swarmSpec(id, rule[0], rule[1], { lr }, { count, step: STEPS - 1 }),
  plain,
  // 100 roundings of 6e-8. Rosenbrock's slopes part some neighbours, so its tail is left out.
  allowed: 5e-6,
});

export const swarmCases: readonly SwarmCase[] = [
  swarm('bowl', ['adam', 'torch'], 0.01, 65_536, adamOnBowl(0.01)),
  swarm('rosenbrock', ['adam', 'torch'], 0.01, 65_536, adamOnRosenbrock(0.01)),
  swarm('bowl', ['adam', 'torch'], 0.01, 4096, adamOnBowl(0.01)),
  swarm('bowl', ['sgd', 'torch'], 0.1, 65_536, sgdOnBowl(0.1)),
  swarm('bowl', ['lion', 'paper'], 0.005, 65_536, lionOnBowl(0.005)),
];
