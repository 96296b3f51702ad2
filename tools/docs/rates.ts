import { ruleOf, type OptimizerId } from '../../src/optimizers/index.ts';
import { surfaces, type SurfaceId } from '../../src/surfaces/index.ts';
import type { SurfaceDef } from '../../src/surfaces/types.ts';

/** The one place where the documentation asks for the learning rate with which an optimizer starts on a surface. */
export function rateOf(surface: SurfaceId, optimizer: OptimizerId): number {
  const { learningRates }: SurfaceDef = surfaces[surface];
  return learningRates[optimizer] ?? ruleOf(optimizer).params['lr']!.default;
}
