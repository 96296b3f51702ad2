import { NetFileError } from './errors.ts';
import { checkBytes } from './limits.ts';
import { bytesPer, checkLength, decodeValues, sizeOf, type Tensor, type Tensors, type WireType } from './tensor.ts';

const wires: Readonly<Record<string, WireType>> = {
  ...{ F64: 'float64', F32: 'float32', F16: 'float16', BF16: 'bfloat16', BOOL: 'uint8' },
  ...{ I8: 'int8', U8: 'uint8', I16: 'int16', U16: 'uint16', I32: 'int32', U32: 'uint32', I64: 'int64', U64: 'uint64' },
};

const HEADER = 2 ** 20;

/** Whether it begins as one: a header's length below 1 MB, then `{`. */
export const isSafetensors = (bytes: Uint8Array): boolean =>
  bytes.length > 9 && bytes[8] === 0x7b && bytes.subarray(3, 8).every((byte) => byte === 0);

/**
 * Reads safetensors: eight bytes of the header's length, JSON `{ name: { dtype, shape, data_offsets }, __metadata__ }`, the values. Metadata
 * are texts among the arrays. The format sorts by type and name: the order says nothing.
 * @throws NetFileError
 */
export function readSafetensors(bytes: Uint8Array): Tensors {
  if (bytes.length < 8) throw new NetFileError('cut-off', null, { expected: 8, found: bytes.length });
  const length = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true));
  checkBytes('The header', length, HEADER);
  if (bytes.length < 8 + length) throw new NetFileError('cut-off', null, { expected: 8 + length, found: bytes.length });
  const data = bytes.subarray(8 + length);
  const tensors = new Map<string, Tensor>();
  for (const [name, entry] of Object.entries(headerOf(bytes.subarray(8, 8 + length)))) {
    if (name === '__metadata__') {
      for (const [key, text] of Object.entries(recordOf(entry, name))) {
        tensors.set(key, { kind: 'texts', shape: [], texts: [String(text)] });
      }
    } else tensors.set(name, tensorAt(data, name, recordOf(entry, name)));
  }
  return tensors;
}

type Json = Readonly<Record<string, unknown>>;

function headerOf(bytes: Uint8Array): Json {
  let header: unknown;
  try {
    header = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new NetFileError('header', null, { problem: 'is no JSON' });
  }
  return recordOf(header, 'header');
}

function recordOf(value: unknown, part: string): Json {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json;
  throw new NetFileError('header', { part }, { problem: 'does not say type, shape and place' });
}

const isCounts = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every((one) => Number.isSafeInteger(one) && one >= 0);

function tensorAt(data: Uint8Array, name: string, { dtype, shape, data_offsets: place }: Json): Tensor {
  const where = { part: name };
  if (typeof dtype !== 'string' || !isCounts(shape) || !isCounts(place) || place.length !== 2) {
    throw new NetFileError('header', where, { problem: 'does not say type, shape and place' });
  }
  const wire = Object.hasOwn(wires, dtype) ? wires[dtype] : undefined;
  if (!wire) throw new NetFileError('dtype', where, { type: dtype });
  const [from, to] = place as [number, number];
  if (to > data.length) throw new NetFileError('cut-off', where, { expected: to, found: data.length });
  checkLength(sizeOf(shape) * bytesPer(wire), to - from, where);
  return { kind: 'numbers', shape, values: decodeValues(data.subarray(from, to), wire, false) };
}
