import type { RunView } from '../../runs/runViews.ts';
import type { LabState } from '../../state/types.ts';
import type { Point2 } from '../../../../src/surfaces/types.ts';
import type { Words } from '../../../../src/ui/useText.ts';
import type { Mutable3 } from '../../../../src/view/display.ts';
import type { Palette } from '../../../../src/view/palette.ts';
import type { FrameState } from '../frameState.ts';
import type { SceneModel } from '../model.ts';

/** World → CSS pixels; the result is kept by nobody. */
export type Projector = (world: Mutable3) => { readonly x: number; readonly y: number };

export interface LabelInputs {
  readonly state: LabState;
  readonly runs: readonly RunView[];
  readonly model: SceneModel;
  readonly frame: FrameState;
  readonly palette: Palette;
  readonly words: Words;
  readonly project: Projector;
  /** Where the eye stands, in world units: ticks stand along the sides of the plan next to it. */
  readonly eye: Mutable3;
  /** The visitor's mark. */
  readonly guess: Point2 | null;
  readonly swarm: { readonly count: number; readonly name: string } | null;
  /** Minima of the map on top that are named. */
  readonly basins: readonly { readonly letter: string; readonly at: Point2 }[];
  /** The optimizer that is lit up. */
  readonly lit: string | null;
}
