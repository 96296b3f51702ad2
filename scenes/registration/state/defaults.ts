import { perturbationParams, type Perturbation } from '../../../src/clouds/params.ts';
import { defaultsOf } from '../../../src/params/spec.ts';
import type { DataId, PaneMethodId, PaneSettings } from './types.ts';

export const MAX_PANES = 4;

export function paneOf(method: PaneMethodId): PaneSettings {
  return { method, search: null, kernel: null, maxDistance: null };
}

/** What each kind of data opens with: its methods, and the voxel edge that its scans are averaged in (null: as they are). */
export const dataDefaults: Readonly<
  Record<DataId, { readonly methods: readonly PaneMethodId[]; readonly voxel: number | null }>
> = {
  spot: { methods: ['icp-point', 'icp-robust', 'do'], voxel: null },
  lidar: { methods: ['icp-point', 'gicp', 'auto'], voxel: 0.5 },
  car: { methods: ['icp-point', 'gicp', 'auto'], voxel: 0.05 },
  room: { methods: ['icp-plane', 'gicp', 'auto'], voxel: 0.05 },
  own: { methods: ['auto'], voxel: null },
};

/** The opening scene: a case in which plain ICP fails and the other two succeed (a test holds it to that). */
export const openingFactors: Perturbation = {
  ...(defaultsOf(perturbationParams) as Perturbation),
};
export const openingSeed = 14;

export const registrationDefaults = {
  data: 'spot',
  selected: 0,
  overlay: false,
  threads: true,
  residuals: false,
  curve: 'error',
} as const;
