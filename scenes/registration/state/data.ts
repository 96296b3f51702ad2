import type { MethodId } from '../../../src/registration/methods/index.ts';

/** What is registered: the sample model against a perturbed copy of it, a pair of real scans, or the visitor's own two clouds. */
export const dataIds = ['spot', 'lidar', 'car', 'room', 'own'] as const;
export type DataId = (typeof dataIds)[number];

interface DataDefaults {
  readonly methods: readonly MethodId[];
  /** Edge of the voxels that its scans are averaged in; null: as they are. */
  readonly voxel: number | null;
  /** Somebody knows the pose that is to be found. */
  readonly truth: boolean;
}

/** What each kind of data opens with. */
export const dataDefaults: Readonly<Record<DataId, DataDefaults>> = {
  spot: { methods: ['icp-point', 'icp-robust', 'do'], voxel: null, truth: true },
  lidar: { methods: ['icp-point', 'gicp', 'auto'], voxel: 0.5, truth: true },
  car: { methods: ['icp-point', 'gicp', 'auto'], voxel: 0.05, truth: false },
  room: { methods: ['icp-plane', 'gicp', 'auto'], voxel: 0.05, truth: false },
  own: { methods: ['auto'], voxel: null, truth: false },
};

/** What the chart shows: the error against the truth where it is known. */
export const curveIds = ['error', 'rmse', 'fitness'] as const;
export type CurveId = (typeof curveIds)[number];

/** Where nobody knows the truth there is no error to draw: the RMSE stands for it. */
export function curvesFor(data: DataId): readonly CurveId[] {
  return curveIds.filter((id) => id !== 'error' || dataDefaults[data].truth);
}
