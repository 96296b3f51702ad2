import { float32, type Arithmetic } from '../networks/arithmetic.ts';
import { simdArithmetic, type Instantiate } from '../networks/simd/arithmetic.ts';
import type { ProductFunctions } from '../networks/simd/productModule.ts';

const PAGE = 65536;

const instantiate: Instantiate = (module, bytes) => {
  try {
    const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(module), { network: { memory } });
    return { buffer: memory.buffer, functions: exports as unknown as ProductFunctions };
  } catch (error) {
    if (error instanceof WebAssembly.CompileError || error instanceof RangeError) return null;
    throw error;
  }
};

/** The fastest float32 that this engine has. One for all networks of a thread: it keeps one memory. */
export function fastArithmetic(): Arithmetic {
  fast ??= (typeof WebAssembly === 'undefined' ? null : simdArithmetic(instantiate)) ?? float32;
  return fast;
}

let fast: Arithmetic | null = null;
