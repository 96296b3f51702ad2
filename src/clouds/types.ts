/** Points as x, y, z one after another (stride 3), float64, in the cloud's own unit. */
export type Points = Float64Array;

/** What algorithms work on. */
export interface PointCloud {
  /** 3n. */
  readonly points: Points;
  /** 3n, unit length; absent where nobody has estimated them. */
  readonly normals?: Float64Array | undefined;
}

/** An indexed triangle mesh. */
export interface Mesh {
  /** 3v. */
  readonly vertices: Points;
  /** 3f indices of vertices, counter-clockwise seen from outside. */
  readonly triangles: Uint32Array;
}
