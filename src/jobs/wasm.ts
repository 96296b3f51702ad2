import type { Instantiate } from '../math/wasm.ts';

const PAGE = 65536;

/**
 * Puts modules to work that import `name.memory`; null where the engine has no SIMD or no such memory. Synchronously: engines allow that for a module of less than
 * 4 KiB even on the page's own thread.
 */
export const instantiating =
  (name: string) =>
  <Functions>(module: Uint8Array<ArrayBuffer>, bytes: number): ReturnType<Instantiate<Functions>> => {
    if (typeof WebAssembly === 'undefined') return null;
    try {
      const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
      const { exports } = new WebAssembly.Instance(new WebAssembly.Module(module), { [name]: { memory } });
      // What a module exports is known to whoever wrote it.
      return { buffer: memory.buffer, functions: exports as Functions };
    } catch (error) {
      if (error instanceof WebAssembly.CompileError || error instanceof RangeError) return null;
      throw error;
    }
  };
