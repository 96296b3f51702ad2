import type { DeviceReport } from '../gpu/types.ts';
import type { BasinTilesResult, BasinTilesSpec, GridResult, GridSpec, SwarmResult, SwarmSpec } from './specs.ts';

/** What computes jobs, wherever it lives. A job whose signal aborts may go on to its end; nobody listens any more. */
export interface Runner {
  grid(spec: GridSpec, signal: AbortSignal): Promise<GridResult>;
  swarm(spec: SwarmSpec, signal: AbortSignal): Promise<SwarmResult>;
  basin(spec: BasinTilesSpec, signal: AbortSignal): Promise<BasinTilesResult>;
  report(): Promise<DeviceReport>;
  /** For tests: takes the GL context away, as a driver may. */
  loseContext(): Promise<void>;
  close(): void;
}

/** The worker's side of it: no signals, for a running kernel cannot be stopped. */
export interface WorkerApi {
  /** Opens and tests the device; the other calls wait for it. */
  open(override: string | undefined): Promise<void>;
  grid(spec: GridSpec): Promise<GridResult>;
  swarm(spec: SwarmSpec): Promise<SwarmResult>;
  basin(spec: BasinTilesSpec): Promise<BasinTilesResult>;
  report(): Promise<DeviceReport>;
  loseContext(): Promise<void>;
}
