import { addGram } from '../registration/do/gram.ts';
import { gramModule } from '../registration/do/gramModule.ts';
import type { GramRoom } from '../registration/do/train.ts';

const PAGE = 65536;

/**
 * Room in a WebAssembly memory with the SIMD kernel; where the engine has no SIMD (or no such memory) plain arrays with the
 * TypeScript one, whose results are the same bits some thirty times later.
 */
export function openGramRoom(floats: number, tiles: number): GramRoom {
  try {
    return simdRoom(floats, tiles);
  } catch (error) {
    if (!(error instanceof WebAssembly.CompileError || error instanceof RangeError)) throw error;
    return plainRoom(floats, tiles);
  }
}

function simdRoom(floats: number, count: number): GramRoom {
  // Synchronously: engines allow that for a module of less than 4 KiB even on the page's own thread.
  const compiled = new WebAssembly.Module(gramModule());
  const memory = new WebAssembly.Memory({ initial: Math.ceil((8 * count + 4 * floats) / PAGE) });
  const { exports } = new WebAssembly.Instance(compiled, { gram: { memory } });
  const add = exports.add as (h: number, panels: number, samples: number, tiles: number, rounding: number) => void;
  return {
    tiles: new Float64Array(memory.buffer, 0, count),
    features: new Float32Array(memory.buffer, 8 * count, floats),
    add: (offset, panels, samples, rounding) => add(8 * count + 4 * offset, panels, samples, 0, rounding),
  };
}

function plainRoom(floats: number, count: number): GramRoom {
  const tiles = new Float64Array(count);
  const features = new Float32Array(floats);
  return {
    tiles,
    features,
    add: (offset, panels, samples, rounding) => addGram(features.subarray(offset), panels, samples, tiles, rounding),
  };
}
