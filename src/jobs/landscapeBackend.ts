import type { LandscapeFunctions } from '../networks/landscape/simd/module.ts';
import { simdBackend, type Instantiate } from '../networks/landscape/simd/evaluator.ts';

const PAGE = 65536;

/** Synchronously: engines allow that for a module of less than 4 KiB even on the page's own thread. */
const instantiate: Instantiate = (module, bytes) => {
  try {
    const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(module), { landscape: { memory } });
    return { buffer: memory.buffer, functions: exports as unknown as LandscapeFunctions };
  } catch (error) {
    if (error instanceof WebAssembly.CompileError || error instanceof RangeError) return null;
    throw error;
  }
};

/** Losses over a plane, four samples at a time. */
export const simdLandscape = simdBackend(instantiate);
