import { PRODUCT_COLUMNS, productLoop, type Product } from '../../math/productLoop.ts';
import { assemble } from '../../math/wasm.ts';

/** Rows of a product are computed in blocks of so many: of maps four at a time, of one picture's code or two pictures' all. */
export const heights = [1, 2, 4] as const;
export type Height = (typeof heights)[number];

/** What the module exports: products by blocks of so many rows. Offsets in bytes. */
export type ProductFunctions = Record<`product${Height}`, Product>;

/** The bytes of the module; it imports `reconstruction.memory`. */
export const productModule = (): Uint8Array<ArrayBuffer> =>
  assemble(
    ['reconstruction', 'memory'],
    heights.map((height) => productLoop(`product${height}`, height)),
  );

/** A product of what lies in the same memory: `rows` × `depth` in C order at `a`, times panels of eight columns at `b`, into rows of eight times `panels` numbers at `c`. */
export interface Operands {
  readonly a: number;
  /** A multiple of `height`. */
  readonly rows: number;
  readonly height: Height;
  readonly depth: number;
  readonly b: number;
  readonly panels: number;
  readonly c: number;
}

/**
 * c = a b in float32: an entry is summed in the order of depth, every product and every sum rounded. Where there is no SIMD these loops give the module's own bits, many times
 * later.
 */
export function plainProduct(memory: Float32Array, { a, rows, depth, b, panels, c }: Operands): void {
  const round = Math.fround;
  for (let panel = 0; panel < panels; panel++) {
    for (let column = 0; column < PRODUCT_COLUMNS; column += 4) {
      for (let row = 0; row < rows; row++) {
        let [s0, s1, s2, s3] = [0, 0, 0, 0];
        let q = b + panel * depth * PRODUCT_COLUMNS + column;
        for (let p = a + row * depth; p < a + (row + 1) * depth; p++, q += PRODUCT_COLUMNS) {
          const x = memory[p]!;
          s0 = round(s0 + round(x * memory[q]!));
          s1 = round(s1 + round(x * memory[q + 1]!));
          s2 = round(s2 + round(x * memory[q + 2]!));
          s3 = round(s3 + round(x * memory[q + 3]!));
        }
        const at = c + (row * panels + panel) * PRODUCT_COLUMNS + column;
        memory[at] = s0;
        memory[at + 1] = s1;
        memory[at + 2] = s2;
        memory[at + 3] = s3;
      }
    }
  }
}
