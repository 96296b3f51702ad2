import type { SurfaceId } from '../surfaces/index.ts';
import type { ExperimentDef } from './types.ts';

/** On which surface what is done. A surface that is not named gets the start and the steps of a formula that nobody has looked at yet. */
export const experiments: Readonly<Partial<Record<SurfaceId, ExperimentDef>>> = {
  bowl: { start: [-7, 2], steps: 30, semantics: 'book' },
  sphere: { start: [-4, 2], steps: 40 },
  rosenbrock: { start: [-1.2, 1], steps: 200 },
  beale: { start: [1, 1], steps: 100 },
  himmelblau: { start: [0, 0], steps: 60 },
  rastrigin: { start: [-2, 3.5], steps: 100 },
  ackley: { start: [-2.4, 3.4], steps: 100 },
  'styblinski-tang': { start: [-0.3, 4.3], steps: 60 },
  'six-hump-camel': { start: [2, 0.3], steps: 60 },
  'two-gaussians': { start: [0.75, 1.8], steps: 60 },
  saddle: { start: [1.5, 1e-3], steps: 60 },
  'monkey-saddle': { start: [1.5, 1e-3], steps: 60 },
};
