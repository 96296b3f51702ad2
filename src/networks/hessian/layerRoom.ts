import type { Layout } from '../layout.ts';

/** What a layer leaves behind for Hessian–vector products: count × outputs each; what begins with r is the derivative along v. */
export interface LayerRoom {
  /** (affine − mean)/deviation; the affine values themselves where nothing is normalized. */
  readonly normed: Float64Array;
  /** Handed on: φ(y), or the outputs. */
  readonly h: Float64Array;
  /** φ′(y) and φ″(y). */
  readonly slope: Float64Array;
  readonly bend: Float64Array;
  /** ∂loss/∂ of what is handed on, of y before the activation, and of the affine values. */
  readonly byH: Float64Array;
  readonly byY: Float64Array;
  readonly byAffine: Float64Array;
  readonly rNormed: Float64Array;
  readonly rY: Float64Array;
  readonly rH: Float64Array;
  readonly rByH: Float64Array;
  readonly rByY: Float64Array;
  readonly rByAffine: Float64Array;
}

export const layerRooms = ({ widths }: Layout, count: number): readonly LayerRoom[] =>
  widths.slice(1).map((width) => {
    const room = () => new Float64Array(count * width);
    return {
      ...{ normed: room(), h: room(), slope: room(), bend: room(), byH: room(), byY: room(), byAffine: room() },
      ...{ rNormed: room(), rY: room(), rH: room(), rByH: room(), rByY: room(), rByAffine: room() },
    };
  });
