/** Heights over a rectangle, for what is made of one piece: `columns` × `rows` of them, row by row northwards, x fastest, all finite. */
export interface Heights {
  readonly columns: number;
  readonly rows: number;
  /** Between neighbours, in the unit of the heights. */
  readonly step: readonly [x: number, y: number];
  readonly height: Float64Array;
}
