/** Types of numbers as NumPy calls them, as they are held in memory, and as files of points and of arrays know them. 64-bit integers are held as float64. */
export const numberTypes = {
  int8: Int8Array,
  uint8: Uint8Array,
  int16: Int16Array,
  uint16: Uint16Array,
  int32: Int32Array,
  uint32: Uint32Array,
  float32: Float32Array,
  float64: Float64Array,
} as const;

export type NumberType = keyof typeof numberTypes;
export type NumberValues =
  Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array | Float32Array | Float64Array;
