import type { Perturbation } from '../../../src/clouds/params.ts';
import type { KernelId, Search } from '../../../src/registration/types.ts';
import type { CommonOverrides, CommonState } from '../../../src/state/common.ts';

/** What is registered: the sample model against a perturbed copy of it, a pair of real scans, or the visitor's own two clouds. */
export const dataIds = ['spot', 'lidar', 'car', 'room', 'own'] as const;
export type DataId = (typeof dataIds)[number];

/** What a pane may run; `auto` and `ransac` start by themselves. */
export const paneMethodIds = [
  'icp-point',
  'icp-plane',
  'gicp',
  'icp-robust',
  'ransac',
  'auto',
  'do',
  'do-icp',
] as const;
export type PaneMethodId = (typeof paneMethodIds)[number];

/** One method and how it is to run; null: the method's own. */
export interface PaneSettings {
  readonly method: PaneMethodId;
  readonly search: Search | null;
  readonly kernel: KernelId | null;
  /** In the clouds' unit; null: the method's own (for the plain members no limit). */
  readonly maxDistance: number | null;
}

/** Where the source starts, as an element of se(3) about the source's centre: ω in degrees, v in the clouds' unit. */
export type StartPose = readonly [rx: number, ry: number, rz: number, tx: number, ty: number, tz: number];

/** What the chart shows: the error against the truth where it is known, else not to be had. */
export const curveIds = ['error', 'rmse', 'fitness'] as const;
export type CurveId = (typeof curveIds)[number];

export interface RegistrationOverrides extends CommonOverrides {
  readonly data?: DataId | undefined;
  readonly seed?: number | undefined;
  /** Of the sample model's scene; those that differ from the defaults. */
  readonly factors?: Partial<Perturbation> | undefined;
  readonly panes?: readonly PaneSettings[] | undefined;
  readonly selected?: number | undefined;
  readonly start?: StartPose | undefined;
  /** All methods in one picture instead of side by side. */
  readonly overlay?: boolean | undefined;
  readonly threads?: boolean | undefined;
  /** Source points coloured by their residual. */
  readonly residuals?: boolean | undefined;
  readonly curve?: CurveId | undefined;
  /** Edge of the voxels that real scans are averaged in, in the clouds' unit. */
  readonly voxel?: number | undefined;
}

export interface RegistrationState extends CommonState {
  readonly data: DataId;
  readonly seed: number;
  readonly factors: Perturbation;
  /** One to four. */
  readonly panes: readonly PaneSettings[];
  /** Index of a pane: the panel's settings are its. */
  readonly selected: number;
  /** null: as the data has it. */
  readonly start: StartPose | null;
  readonly overlay: boolean;
  readonly threads: boolean;
  readonly residuals: boolean;
  readonly curve: CurveId;
  /** null: the data's own. */
  readonly voxel: number | null;
}
