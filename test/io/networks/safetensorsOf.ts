import type { Tensor } from '../../../src/io/networks/tensor.ts';

const dtypes: Readonly<Record<string, string>> = { Float32Array: 'F32', Float64Array: 'F64', Int32Array: 'I32' };

/** Arrays as safetensors' own library writes them: sorted by type and name, texts as metadata. */
export function safetensorsOf(tensors: ReadonlyMap<string, Tensor>): Uint8Array {
  const header: Record<string, unknown> = {};
  const metadata: Record<string, string> = {};
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const [name, tensor] of [...tensors].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (tensor.kind === 'texts') {
      metadata[name] = tensor.texts[0]!;
      continue;
    }
    const { values, shape } = tensor;
    parts.push(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
    header[name] = { dtype: dtypes[values.constructor.name], shape, data_offsets: [at, at + values.byteLength] };
    at += values.byteLength;
  }
  const text = new TextEncoder().encode(JSON.stringify({ __metadata__: metadata, ...header }));
  const length = new Uint8Array(new BigUint64Array([BigInt(text.length)]).buffer);
  return Uint8Array.from([length, text, ...parts].flatMap((part) => [...part]));
}
