/** The largest eigenvalue of the Hessian along each path: one a record, NaN between those that are computed. */
export interface Sharpness {
  readonly tracks: readonly Float64Array[];
}
