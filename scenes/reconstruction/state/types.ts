import type { CommonOverrides, CommonState } from '../../../src/state/common.ts';
import type { MoreOverrides, MoreState } from './more.ts';

/** What the page shows: the answer beside truth and look-up, the two losses, the map of kin, or many samples. */
export const viewIds = ['answer', 'losses', 'kin', 'many'] as const;
export type ViewId = (typeof viewIds)[number];

/** Clouds that stand side by side. */
export const paneIds = ['network', 'truth', 'lookup'] as const;
export type PaneId = (typeof paneIds)[number];

/** Lines between a pane's cloud and the truth: each point to its nearest, both ways, or to its partner in the optimal bijection. */
export const threadIds = ['none', 'chamfer', 'emd'] as const;
export type ThreadId = (typeof threadIds)[number];

/** Where the picture comes from: `shape`: drawn from (category, seed); `own`: the visitor's, on this machine; else a gallery item. */
export type PictureId = string;

export interface ReconstructionOverrides extends CommonOverrides, MoreOverrides {
  readonly picture?: PictureId | undefined;
  readonly category?: string | undefined;
  readonly seed?: number | undefined;
  readonly view?: ViewId | undefined;
  /** In the order of `paneIds`; never empty. */
  readonly panes?: readonly PaneId[] | undefined;
  /** Points coloured by their distance to the truth. */
  readonly errors?: boolean | undefined;
  readonly threads?: ThreadId | undefined;
  /** Factor on the dots' diameter. */
  readonly size?: number | undefined;
}

export interface ReconstructionState extends CommonState, MoreState {
  readonly picture: PictureId;
  readonly category: string;
  readonly seed: number;
  readonly view: ViewId;
  readonly panes: readonly PaneId[];
  readonly errors: boolean;
  readonly threads: ThreadId;
  readonly size: number;
}
