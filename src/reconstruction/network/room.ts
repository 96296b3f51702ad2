import { PRODUCT_COLUMNS } from '../../math/productLoop.ts';
import type { Instantiate } from '../../math/wasm.ts';
import { plainProduct, productModule, type Operands, type ProductFunctions } from './product.ts';

/** How to put the products' module to work; null, or a failure: plain loops, whose results are the same bits. */
export type Simd = Instantiate<ProductFunctions> | null;

/** One memory for the weights and maps of some layers, laid out before it is made. Places are in numbers (float32), multiples of eight. */
export interface Room {
  /** Space for `length` numbers, which `fill` writes once there is a memory. Everything else is 0 at first. */
  reserve(length: number, fill?: (to: Float32Array) => void): number;
  /** The memory, made when it is first asked for: from then on nothing can be reserved. */
  open(): Opened;
}

export interface Opened {
  readonly simd: boolean;
  readonly memory: Float32Array<ArrayBuffer>;
  product(operands: Operands): void;
}

export const panelsOf = (columns: number): number => Math.ceil(columns / PRODUCT_COLUMNS);

export function createRoom(simd: Simd): Room {
  let length = 0;
  let fills: (() => void)[] = [];
  let opened: Opened | null = null;
  return {
    reserve(count, fill) {
      if (opened) throw new Error('the room is open');
      const at = length;
      length += PRODUCT_COLUMNS * panelsOf(count);
      if (fill) fills.push(() => fill(opened!.memory.subarray(at, at + count)));
      return at;
    },
    open() {
      if (opened) return opened;
      opened = openFor(length, simd);
      for (const fill of fills) fill();
      fills = [];
      return opened;
    },
  };
}

function openFor(length: number, simd: Simd): Opened {
  const instance = simd?.(productModule(), 4 * length);
  if (!instance) {
    const memory = new Float32Array(length);
    return { simd: false, memory, product: (operands) => plainProduct(memory, operands) };
  }
  const { buffer, functions } = instance;
  return {
    simd: true,
    memory: new Float32Array(buffer, 0, length),
    product({ a, rows, height, depth, b, panels, c }) {
      const run = functions[`product${height}`];
      run(4 * a, 4 * depth, 4, rows / height, 4 * b, 4 * PRODUCT_COLUMNS * depth, 4 * c, 4 * PRODUCT_COLUMNS * panels);
    },
  };
}
