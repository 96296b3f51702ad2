import type { Semantics } from '../optimizers/types.ts';
import type { SurfaceId } from '../surfaces/index.ts';
import type { Point2, SurfaceDef } from '../surfaces/types.ts';

/** What is to be done on a surface: where every optimizer begins, how far it goes, and whose rules it follows. */
export interface ExperimentDef {
  readonly start: Point2;
  /** Updates. */
  readonly steps: number;
  /** Whose rules, where an optimizer has them; else each follows its first. */
  readonly semantics?: Semantics;
}

/** An experiment with its surface. Learning rates: `rateOf`. */
export interface Experiment extends ExperimentDef {
  /** null: a formula of the reader's own. */
  readonly id: SurfaceId | null;
  readonly surface: SurfaceDef;
  /** The smallest f known on the surface: what "low" is measured from. */
  readonly lowest: number;
}
