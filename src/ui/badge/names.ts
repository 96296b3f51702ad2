import type { BackendId } from '../../gpu/types.ts';
import type { Words } from '../useText.ts';

const names = { webgl2: 'WebGL2', webasm: 'WebAssembly', cpu: 'CPU' } as const;

export function backendName(t: Words, id: BackendId): string {
  return id === 'float64' ? t('badge.float64') : names[id];
}
