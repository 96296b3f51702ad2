import type { BackendId } from '../../../src/gpu/types.ts';
import type { Words } from '../../../src/ui/useText.ts';

/** What the swarm on screen is. */
export interface SwarmReport {
  readonly count: number;
  /** The optimizer's name. */
  readonly name: string;
  /** Distance of particle 0 from the float64 path at the step shown, in the domain's units; null before it is known. */
  readonly particle0Distance: number | null;
}

const names = { webgl2: 'WebGL2', webasm: 'WebAssembly', cpu: 'CPU' } as const;

export function backendName(t: Words, id: BackendId): string {
  return id === 'float64' ? t('badge.float64') : names[id];
}
