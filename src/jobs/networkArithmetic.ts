import { float32, type Arithmetic } from '../networks/arithmetic.ts';
import { simdArithmetic } from '../networks/simd/arithmetic.ts';
import { simdColumns } from '../optimizers/columnsSimd.ts';

const PAGE = 65536;

/** A module over a memory that it imports as `name.memory`; null where the engine has no SIMD or no such memory. */
const instantiating = (name: string) => (module: Uint8Array<ArrayBuffer>, bytes: number) => {
  try {
    const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(module), { [name]: { memory } });
    // What a module exports is known to whoever wrote it.
    return { buffer: memory.buffer, functions: exports as never };
  } catch (error) {
    if (error instanceof WebAssembly.CompileError || error instanceof RangeError) return null;
    throw error;
  }
};

/** The fastest float32 that this engine has. One for all networks of a thread: it keeps one memory. */
export function fastArithmetic(): Arithmetic {
  fast ??= open() ?? float32;
  return fast;
}

let fast: Arithmetic | null = null;

function open(): Arithmetic | null {
  if (typeof WebAssembly === 'undefined') return null;
  return simdArithmetic(instantiating('network'), simdColumns(instantiating('columns')));
}
