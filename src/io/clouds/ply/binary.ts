import { fillColumn, readValue, sizeOf } from '../columns.ts';
import { CloudError } from '../errors.ts';
import type { Faces } from '../faces.ts';
import type { Field } from '../types.ts';
import { cornersOf, isVertex, promisedBy } from './elements.ts';
import type { PlyElement, PlyHeader } from './header.ts';

const SLICE = 1 << 16;

/** The bytes that a row takes at least: lists may be empty. */
const leastBytes = ({ properties }: PlyElement): number =>
  properties.reduce((sum, { type, lengthType }) => sum + sizeOf(lengthType ?? type), 0);

/** `makeColumns` is called only when the file can hold what its header promises. */
export function* readBinaryBody(
  bytes: Uint8Array,
  { elements, body, format }: PlyHeader,
  makeColumns: () => readonly (Field | null)[],
  faces: Faces,
): Generator<number, readonly (Field | null)[], void> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = format === 'binary_little_endian';
  const promised = promisedBy(elements);
  const needed = elements.reduce((sum, element) => sum + element.count * leastBytes(element), 0);
  const tooShort = () => new CloudError('too-short', { byte: bytes.length }, { promised });
  if (needed > bytes.length - body) throw tooShort();
  const columns = makeColumns();
  let at = body;
  for (const element of elements) {
    const { count, properties } = element;
    if (properties.every(({ lengthType }) => lengthType === null)) {
      const stride = leastBytes(element);
      if (at + count * stride > bytes.length) throw tooShort();
      for (let from = 0; isVertex(element) && from < count; from += SLICE) {
        const to = Math.min(count, from + SLICE);
        let offset = at;
        properties.forEach(({ type }, i) => {
          fillColumn(columns[i]!.values, view, { type, offset, stride, little }, from, to);
          offset += sizeOf(type);
        });
        yield (at + to * stride) / bytes.length;
      }
      at += count * stride;
      continue;
    }
    const cornerProperty = cornersOf(element);
    const corners: number[] = [];
    for (let row = 0; row < count; row++) {
      if (row % SLICE === SLICE - 1) yield at / bytes.length;
      for (let i = 0; i < properties.length; i++) {
        const { type, lengthType } = properties[i]!;
        const size = sizeOf(type);
        if (at + sizeOf(lengthType ?? type) > bytes.length) throw tooShort();
        if (lengthType === null) {
          if (isVertex(element)) columns[i]!.values[row] = readValue(view, at, type, little);
          at += size;
          continue;
        }
        const start = at;
        const length = readValue(view, at, lengthType, little);
        at += sizeOf(lengthType);
        if (length < 0 || at + length * size > bytes.length) throw tooShort();
        if (i === cornerProperty) {
          corners.length = 0;
          for (let k = 0; k < length; k++) corners.push(readValue(view, at + k * size, type, little));
          faces.add(corners, { byte: start });
        }
        at += length * size;
      }
    }
  }
  // Some writers end with a newline; anything more means that the header lies about the types or counts.
  const rest = bytes.subarray(at);
  if (rest.length > 2 || rest.some((byte) => byte !== 10 && byte !== 13)) {
    throw new CloudError('surplus', { byte: at }, { promised });
  }
  return columns;
}
