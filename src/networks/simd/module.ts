import { PRODUCT_COLUMNS, productLoop, type Product } from '../../math/productLoop.ts';
import { assemble } from '../../math/wasm.ts';
import { activationLoop } from '../landscape/simd/vectorMaths.ts';

/** Rows of a, and columns of b, that stay in registers together. */
export const [ROWS, COLUMNS] = [4, PRODUCT_COLUMNS];

/** The activations that cost more than their copy into the module's memory. */
export const vectorized = ['sigmoid', 'tanh', 'gelu'] as const;

/** What the module exports. All arguments are bytes but `blocks`, which counts. */
export interface NetworkFunctions extends Record<(typeof vectorized)[number], (at: number, end: number) => void> {
  /** By blocks of 4 rows. */
  readonly product: Product;
}

/** The bytes of the module; it imports `network.memory`. */
export const networkModule = (): Uint8Array<ArrayBuffer> =>
  assemble(['network', 'memory'], [productLoop('product', ROWS), ...vectorized.map((id) => activationLoop(id, id))]);
