import { float32, type Arithmetic } from '../networks/arithmetic.ts';
import { simdArithmetic } from '../networks/simd/arithmetic.ts';
import { simdColumns } from '../optimizers/columnsSimd.ts';
import { instantiating } from './wasm.ts';

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
