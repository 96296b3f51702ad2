import type { Simd } from '../reconstruction/network/room.ts';
import { instantiating } from './wasm.ts';

/** The network's products in WebAssembly SIMD, where this engine has it. */
export const reconstructionSimd: Simd = instantiating('reconstruction');
