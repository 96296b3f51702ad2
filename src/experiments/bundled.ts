import type { SurfaceId } from '../surfaces/index.ts';
import type { ExperimentDef } from './types.ts';

/** On which surface what is done. A surface that is not named gets the start and the steps of a formula that nobody has looked at yet. */
export const experiments: Readonly<Partial<Record<SurfaceId, ExperimentDef>>> = {
  bowl: { start: [-7, 2], steps: 30, semantics: 'book' },
  sphere: { start: [-4, 2], steps: 40 },
  booth: { start: [-7, 6], steps: 60 },
  matyas: { start: [-8, 2], steps: 60 },
  rosenbrock: { start: [-1.2, 1], steps: 200 },
  beale: { start: [1, 1], steps: 100 },
  'goldstein-price': { start: [1.4, 0.5], steps: 100 },
  himmelblau: { start: [0, 0], steps: 60 },
  rastrigin: { start: [-2, 3.5], steps: 100 },
  ackley: { start: [-2.4, 3.4], steps: 100 },
  'levy-13': { start: [-2.6, 3.4], steps: 100 },
  griewank: { start: [-6, 4], steps: 100 },
  schwefel: { start: [250, 320], steps: 100 },
  eggholder: { start: [-300, 200], steps: 100 },
  easom: { start: [2, 4.4], steps: 100 },
  'bukin-6': { start: [-13, 1.2], steps: 100 },
  'styblinski-tang': { start: [-0.3, 4.3], steps: 60 },
  'six-hump-camel': { start: [2, 0.3], steps: 60 },
  'three-hump-camel': { start: [-2, 1.6], steps: 60 },
  mccormick: { start: [3, 3.4], steps: 60 },
  'two-gaussians': { start: [0.75, 1.8], steps: 60 },
  saddle: { start: [1.5, 1e-3], steps: 60 },
  'monkey-saddle': { start: [1.5, 1e-3], steps: 60 },
};
