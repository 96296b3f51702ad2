import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DeviceReport } from '../../../src/gpu/types.ts';

/** What the page's machine is doing, for the badge and for inspection. */
export interface Compute {
  readonly report: DeviceReport | null;
  readonly swarm: {
    readonly count: number;
    readonly name: string;
    /** How far the kernel's particle 0 is from the float64 path at the same step, in units of the domain; null where one of them has ended. */
    readonly particle0Distance: number | null;
  } | null;
}

export type ComputeStore = StoreApi<Compute>;

export function createComputeStore(): ComputeStore {
  return createStore<Compute>(() => ({ report: null, swarm: null }));
}
