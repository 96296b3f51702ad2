import type { Mesh, Points } from '../../clouds/types.ts';
import type { NumberType, NumberValues } from '../numberTypes.ts';

/** What can be read: formats.ts has a reader for each. */
export type FormatId = 'ply' | 'pcd' | 'obj' | 'stl' | 'stl-binary' | 'text';

/** One column of the file: a value a row. */
export interface Field {
  readonly name: string;
  readonly type: NumberType;
  readonly values: NumberValues;
}

/** What a reader is told besides the points; the words stand in `noticeInWords` and the dictionaries. */
export type NoticeId =
  | 'not-finite' // dropped, rows
  | 'mostly-not-finite' // dropped, rows
  | 'recentred' // x, y, z
  | 'coarse' // step: float32 coordinates so large that they lie on a coarse grid
  | 'extension' // said, is
  | 'fields-skipped' // names
  | 'comments' // lines: comment lines amid the points
  | 'wide-integers' // name: 64-bit integers beyond 2^53 are rounded
  | 'normals-unusable' // bad, rows
  | 'faces-dropped'; // faces

export interface Notice {
  readonly id: NoticeId;
  readonly values: Readonly<Record<string, string | number>>;
}

/** What a format's reader gives: columns of `rows` values, and triangles over the rows where the file has faces. */
export interface RawCloud {
  readonly fields: readonly Field[];
  readonly rows: number;
  readonly triangles: Uint32Array | null;
  readonly notices: readonly Notice[];
}

/** A reader under way: yields the part done (0 … 1) now and then, so that it can be drawn and stopped. */
export type Reading = Generator<number, RawCloud, void>;

export type Origin = readonly [x: number, y: number, z: number];

/** A cloud as it was read. Rows whose coordinates are not finite stand in `fields` alone. */
export interface CloudFile {
  readonly name: string;
  readonly format: FormatId;
  /** Points in the file, those without finite coordinates included. */
  readonly rows: number;
  /** Points with finite coordinates. */
  readonly count: number;
  /** 3 count, float64, the file's unit: the file's coordinates minus `origin`. */
  readonly positions: Points;
  /** What was subtracted (see recentre.ts); zeros where coordinates are small. */
  readonly origin: Origin;
  /** 3 count, unit length; only where the file has them for every finite point. */
  readonly normals?: Float64Array;
  /** Every field of the file in its order, x, y and z included, for all rows. */
  readonly fields: readonly Field[];
  /** The row of each position; null where they are the same. */
  readonly rowOf: Uint32Array | null;
  /** Present where the file has faces: to be sampled by area. Its vertices are `positions`. */
  readonly mesh?: Mesh;
  readonly notices: readonly Notice[];
}
