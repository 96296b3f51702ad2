import { expect, test } from 'vitest';
import { crc32 } from '../../../src/math/crc32.ts';
import { writeHalves } from '../../../src/reconstruction/network/half.ts';
import { AssetError, readWeights } from '../../../src/reconstruction/network/weights.ts';

const bytes = writeHalves([1, 2, 3, 4, 5, 6, 0.5]);
const good = {
  format: 'koubai-network',
  version: 1,
  kind: 'network',
  halves: 7,
  crc32: crc32(bytes),
  tensors: [
    { name: 'a', shape: [2, 3, 1, 1], offset: 0 },
    { name: 'b', shape: [1], offset: 6 },
  ],
  training: 'anything else is for people',
};

test('gives the tensors by name; a 1 × 1 convolution is a matrix', () => {
  const weights = readWeights(good, bytes, 'network');
  expect([...weights.tensor('a', [2, 3])]).toEqual([1, 2, 3, 4, 5, 6]);
  expect([...weights.tensor('b', [1])]).toEqual([0.5]);
  expect(weights.crc32).toBe(crc32(bytes));
  expect(weights.shape('a')).toEqual([2, 3, 1, 1]);
  expect(() => weights.shape('c')).toThrow('network.json names no tensor c');
});

test('reads where the bytes do not begin at the buffer', () => {
  const within = new Uint8Array([9, 9, 9, ...bytes]).subarray(3);
  expect([...readWeights(good, within, 'network').tensor('b', [1])]).toEqual([0.5]);
});

test.each<[string, unknown, Uint8Array, RegExp]>([
  ['no manifest', null, bytes, /no manifest/],
  ['a page instead of a manifest', '<!doctype html>', bytes, /no manifest/],
  ['another format', { ...good, format: 'onnx' }, bytes, /no manifest/],
  ['a later version', { ...good, version: 2 }, bytes, /version 2/],
  ['another kind', { ...good, kind: 'many' }, bytes, /another file: many/],
  ['no tensors', { ...good, tensors: undefined }, bytes, /incomplete/],
  ['a nameless tensor', { ...good, tensors: [{ shape: [1], offset: 0 }] }, bytes, /without name/],
  ['a negative offset', { ...good, tensors: [{ name: 'a', shape: [1], offset: -1 }] }, bytes, /without name/],
  ['a tensor beyond the end', { ...good, tensors: [{ name: 'a', shape: [4], offset: 4 }] }, bytes, /beyond/],
  ['a truncated file', good, bytes.subarray(0, 12), /cut short/],
  ['a changed byte', good, bytes.map((byte, i) => (i === 5 ? byte ^ 1 : byte)), /checksum/],
])('refuses %s', (_, manifest, data, message) => {
  const read = () => readWeights(manifest, data, 'network');
  expect(read).toThrow(AssetError);
  expect(read).toThrow(message);
});

test.each<[string, number[], RegExp]>([
  ['c', [1], /no tensor c/],
  ['a', [3, 2], /a of network.bin is 2 × 3 × 1 × 1, not 3 × 2/],
  ['a', [6], /not 6/],
])('refuses the tensor %s %j', (name, shape, message) => {
  expect(() => readWeights(good, bytes, 'network').tensor(name, shape)).toThrow(message);
});
