import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { NetFileError } from '../../../src/io/networks/errors.ts';
import { limits } from '../../../src/io/networks/limits.ts';
import { readNpy, writeNpy } from '../../../src/io/networks/npy.ts';
import { readNpz, writeNpz } from '../../../src/io/networks/npz.ts';
import { isSafetensors, readSafetensors } from '../../../src/io/networks/safetensors.ts';
import { pythonHas, runPython } from './python.ts';
import { numberTypes, type NumberType } from '../../../src/io/numberTypes.ts';
import { tensorOf, textOf, type Tensor } from '../../../src/io/networks/tensor.ts';

const folder = 'test/fixtures/networks/tensors';
const file = (name: string) => new Uint8Array(readFileSync(`${folder}/${name}`));
interface Expected {
  readonly shape: number[];
  readonly values: (number | string)[];
}
const expected = JSON.parse(readFileSync(`${folder}/expected.json`, 'utf8')) as Record<string, Expected>;
const named = (safe: boolean) => Object.entries(expected).filter(([name]) => name.startsWith('safe:') === safe);

function expectTensor(found: Tensor | undefined, { shape, values }: Expected): void {
  expect(found?.shape).toEqual(shape);
  if (found?.kind === 'texts') expect(found.texts).toEqual(values);
  else {
    const words: Readonly<Record<string, number>> = { nan: NaN, inf: Infinity, '-inf': -Infinity };
    expect([...(found?.values ?? [])]).toEqual(
      values.map((value) => (typeof value === 'string' ? words[value] : value)),
    );
  }
}

test.each(['stored.npz', 'deflated.npz'])('%s of NumPy: every type, order and shape, bit for bit', (name) => {
  const tensors = readNpz(file(name));
  expect([...tensors.keys()]).toEqual(named(false).map(([key]) => key));
  for (const [key, want] of named(false)) expectTensor(tensors.get(key), want);
  // In the type of the file, where memory has it.
  expect(tensors.get('f4')).toMatchObject({ values: expect.any(Float32Array) });
});

test('.npy of versions 1 and 2, also out of a larger buffer', () => {
  expectTensor(readNpy(file('f8.npy')), expected['f8']!);
  expectTensor(readNpy(file('version2.npy')), expected['f8']!);
  const bytes = file('f8.npy');
  const shifted = new Uint8Array(bytes.length + 3);
  shifted.set(bytes, 3);
  expectTensor(readNpy(shifted.subarray(3)), expected['f8']!);
});

test('safetensors by its published layout, metadata as texts', () => {
  expect(isSafetensors(file('tensors.safetensors'))).toBe(true);
  expect(isSafetensors(file('f8.npy')) || isSafetensors(file('stored.npz'))).toBe(false);
  const tensors = readSafetensors(file('tensors.safetensors'));
  for (const [key, want] of named(true)) expectTensor(tensors.get(key.slice('safe:'.length)), want);
  expect(tensors.get('名')).toEqual({ kind: 'texts', shape: [], texts: ['勾配'] });
});

const shape = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 3 });
const numbers = fc
  .tuple(fc.constantFrom(...(Object.keys(numberTypes) as NumberType[])), shape)
  .chain(([type, dims]) => {
    const size = dims.reduce((a, b) => a * b, 1);
    return fc
      .array(fc.double(), { minLength: size, maxLength: size })
      .map((values): Tensor => tensorOf(numberTypes[type].from(values), dims));
  });
const texts = fc
  .array(
    fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\0', '')),
    { maxLength: 4 },
  )
  .map((all): Tensor => ({ kind: 'texts', shape: [all.length], texts: all }));
const tensor = fc.oneof(numbers, texts);

test('what is written is read again, whatever the type, shape and values (seed 11)', () => {
  fc.assert(
    fc.property(tensor, (one) => {
      expect(readNpy(writeNpy(one))).toEqual(one);
    }),
    { seed: 11 },
  );
  const name = fc.string({ minLength: 1 });
  fc.assert(
    fc.property(fc.dictionary(name, tensor), (all) => {
      const map = new Map(Object.entries(all));
      expect(readNpz(writeNpz(map))).toEqual(map);
    }),
    { seed: 11, numRuns: 40 },
  );
});

test('the same arrays are the same bytes; values begin at a multiple of 64', () => {
  const one = new Map<string, Tensor>([
    ['w', tensorOf(Float64Array.of(1, 2))],
    ['spec', textOf('{}')],
  ]);
  expect(writeNpz(one)).toEqual(writeNpz(one));
  expect(writeNpy(tensorOf(Float64Array.of(1, 2))).length % 64).toBe(16);
});

test.each<[string, Uint8Array, RegExp]>([
  ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13), /This is no \.npy array/],
  ['objects, which are pickled code', file('object.npy'), /type \|O are not read/],
  ['a record', file('structured.npy'), /type structured are not read/],
  ['complex numbers', file('complex.npy'), /type <c16 are not read/],
  ['an array cut off', file('f8.npy').subarray(0, 300), /480 bytes of data were expected and 172 are there/],
  ['a header cut off', file('f8.npy').subarray(0, 60), /128 bytes of data were expected and 60/],
  ['bytes left over', Uint8Array.from([...file('f8.npy'), 0]), /480 bytes .* 481/],
  ['an unknown version', file('f8.npy').fill(9, 6, 7), /has version 9/],
  ['a header of blanks', file('f8.npy').fill(32, 10, 127), /does not say type, order and shape/],
  ['a huge promise', promise('(1000000, 1000000)'), /The array would take 8000000000000 bytes: at most/],
  ['an endless one', promise('(99999999999999999999, 9)'), /would take/],
])('.npy: %s is refused', (_, bytes, message) => {
  expect(() => readNpy(bytes, null)).toThrow(NetFileError);
  expect(() => readNpy(bytes, null)).toThrow(message);
});

function promise(tuple: string): Uint8Array {
  const text = `{'descr': '<f8', 'fortran_order': False, 'shape': ${tuple}, }`.padEnd(117) + '\n';
  return Uint8Array.from([...file('f8.npy').subarray(0, 10), ...Array.from(text, (c) => c.charCodeAt(0))]);
}

/** With the bytes at `at` changed. */
const changed = (bytes: Uint8Array, at: number, ...values: number[]) => {
  const other = bytes.slice();
  other.set(values, at);
  return other;
};
const small = writeNpz(new Map([['w', tensorOf(Float64Array.of(1, 2, 3))]]));
const directory = small.length - 22 - 46 - 'w.npy'.length;

test.each<[string, Uint8Array, RegExp]>([
  ['an empty one', Uint8Array.of(), /This is no \.npz/],
  ['cut off', file('stored.npz').subarray(0, 5000), /directory of a zip archive is missing/],
  ['another method', file('bzip2.npz'), /packed by method 12 \(f8\.npy\): write it with numpy\.savez/],
  ['encrypted', changed(small, directory + 8, 1), /is encrypted \(w\.npy\)/],
  [
    'one bit of an array turned',
    changed(file('stored.npz'), 300, file('stored.npz')[300]! ^ 1),
    /checksum .* \(f8\.npy\)/,
  ],
  ['a damaged stream', changed(small, 45, 255, 255, 255), /(damaged|checksum).*\(w\.npy\)/],
  ['a bomb', changed(small, directory + 24, 0, 0, 0, 0x70), /What is packed there would take 1879048192 bytes/],
  ['a lie about the length', changed(small, directory + 24, 8, 0, 0, 0), /checksum/],
  ['a place beyond the end', changed(small, directory + 42, 0, 0, 0, 0x10), /damaged/],
  ['a broken directory', changed(small, directory, 0), /This is no \.npz/],
])('.npz: %s is refused with the array’s name', (_, bytes, message) => {
  expect(() => readNpz(bytes)).toThrow(NetFileError);
  expect(() => readNpz(bytes)).toThrow(message);
});

const safe = (header: unknown, data: number[] = []) => {
  const text = new TextEncoder().encode(typeof header === 'string' ? header : JSON.stringify(header));
  const length = Uint8Array.from([text.length & 255, text.length >> 8, 0, 0, 0, 0, 0, 0]);
  return Uint8Array.from([...length, ...text, ...data]);
};

test.each<[string, Uint8Array, RegExp]>([
  ['cut off', file('tensors.safetensors').subarray(0, 700), /bytes of data were expected and/],
  ['a header cut off', file('tensors.safetensors').subarray(0, 100), /expected and 100 are there/],
  ['no JSON', safe('{"w": '), /The header is no JSON/],
  ['no entry', safe({ w: 3 }), /does not say type, shape and place \(w\)/],
  ['a negative place', safe({ w: { dtype: 'U8', shape: [1], data_offsets: [-1, 0] } }, [1]), /type, shape and place/],
  [
    'another type',
    safe({ w: { dtype: 'F8_E4M3', shape: [1], data_offsets: [0, 1] } }, [1]),
    /F8_E4M3 are not read here \(w\)/,
  ],
  [
    'a shape that lies',
    safe({ w: { dtype: 'F32', shape: [2], data_offsets: [0, 4] } }, [1, 2, 3, 4]),
    /8 bytes .* 4 are there/,
  ],
  ['a huge header', Uint8Array.of(0, 0, 0, 255, 0, 0, 0, 0, 0x7b), /The header would take/],
])('safetensors: %s is refused', (_, bytes, message) => {
  expect(() => readSafetensors(bytes)).toThrow(NetFileError);
  expect(() => readSafetensors(bytes)).toThrow(message);
});

test('random damage gives a NetFileError or other numbers, never another error (seed 3)', () => {
  const files = [small, file('deflated.npz'), file('tensors.safetensors'), file('f8.npy')];
  const read = [readNpz, readNpz, readSafetensors, readNpy];
  fc.assert(
    fc.property(fc.nat(3), fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 6 }), (which, at, noise) => {
      const bytes = files[which]!;
      try {
        read[which]!(changed(bytes, at % (bytes.length - noise.length), ...noise));
      } catch (error) {
        expect(error).toBeInstanceOf(NetFileError);
      }
    }),
    { seed: 3, numRuns: 400 },
  );
  expect(limits.bytes).toBeLessThan(2 ** 31);
});

// Where Debian's NumPy is there, it reads what is written here; the registered name says which of the two was seen.
const numpyThere = pythonHas('numpy');
const say = `
import sys, io, json, numpy
z = numpy.load(io.BytesIO(sys.stdin.buffer.read()))
print(json.dumps({k: [z[k].dtype.str, list(z[k].shape), z[k].tolist()] for k in z.files}))`;
const written = new Map<string, Tensor>([
  ['0.weight', tensorOf(Float64Array.of(0.1, -2, 3, 4, 5, 6), [3, 2])],
  ['step', tensorOf(Int32Array.of(0, 50))],
  ['f', tensorOf(Float32Array.of(0.5), [])],
  ['名', textOf('勾配')],
]);

test(
  numpyThere
    ? 'NumPy reads what is written'
    : 'without NumPy: what is written has the bytes NumPy read when this was made',
  async () => {
    const bytes = writeNpz(written);
    const { createHash } = await import('node:crypto');
    const sums = [...written.values()].map((one) =>
      createHash('sha256').update(writeNpy(one)).digest('hex').slice(0, 12),
    );
    expect(sums).toMatchInlineSnapshot(`
    [
      "4288d7edd87c",
      "06ecd4eea0c9",
      "f6f19fc81a72",
      "be54afb33c4a",
    ]
  `);
    if (!numpyThere) return;
    const { stdout } = runPython(['-c', say], bytes);
    expect(JSON.parse(stdout)).toEqual({
      '0.weight': [
        '<f8',
        [3, 2],
        [
          [0.1, -2],
          [3, 4],
          [5, 6],
        ],
      ],
      step: ['<i4', [2], [0, 50]],
      f: ['<f4', [], 0.5],
      名: ['<U2', [], '勾配'],
    });
  },
);
