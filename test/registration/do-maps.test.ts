import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createRng } from '../../src/math/rng.ts';
import { crc32 } from '../../src/math/crc32.ts';
import { decodeMaps, DoMapsError, encodeMaps } from '../../src/registration/do/maps.ts';
import { defaultTraining, isComplete, type DoMaps } from '../../src/registration/do/types.ts';

/* The map file: what goes in comes out, and nothing else is ever taken for one. */

const SEED = 4;
const rng = createRng(SEED, 'maps');
const floats = (count: number) => Float32Array.from({ length: count }, () => rng.between(-1, 1));
const maps: DoMaps = {
  model: { name: '牛 “spot”.obj', checksum: 'ab'.repeat(32) },
  centre: [500_000.123456789, -4_500_000.5, 0.1],
  halfExtent: 0.7071067811865476,
  points: floats(15),
  normals: floats(15),
  training: { ...defaultTraining, maps: 4 },
  maps: [floats(60), floats(60), floats(60)],
  errors: [0.8, 0.7, 1 / 3, 0.1],
};

test(`written and read (seed ${SEED}): equal to the last bit, names in any script, from within a larger buffer too`, () => {
  const bytes = encodeMaps(maps);
  expect(decodeMaps(bytes)).toEqual(maps);
  const larger = new Uint8Array(bytes.length + 7);
  larger.set(bytes, 3);
  expect(decodeMaps(larger.subarray(3, 3 + bytes.length))).toEqual(maps);
  expect(isComplete(maps)).toBe(false);
  const direct: DoMaps = { ...maps, training: { ...maps.training, feature: { kind: 'direct' } } };
  expect(decodeMaps(encodeMaps(direct)).training.feature).toEqual({ kind: 'direct' });
});

test('CRC-32 of "123456789" is CBF43926 (the check value of its catalogue entry)', () => {
  expect(crc32(new TextEncoder().encode('123456789')).toString(16)).toBe('cbf43926');
});

test('every single changed byte, and every shorter or longer file, is refused with a DoMapsError', () => {
  const bytes = encodeMaps(maps);
  for (let at = 0; at < bytes.length; at++) {
    const damaged = bytes.slice();
    damaged[at]! ^= 1 << (at % 8);
    expect(() => decodeMaps(damaged), `byte ${at}`).toThrow(DoMapsError);
  }
  for (let length = 0; length < bytes.length; length += 11) {
    expect(() => decodeMaps(bytes.subarray(0, length)), `${length} bytes`).toThrow(DoMapsError);
  }
  expect(() => decodeMaps(Uint8Array.of(...bytes, 0, 0, 0, 0))).toThrow(DoMapsError);
});

/** A file whose checksum is right, but whose header says something else. */
function withHeader(change: (header: Record<string, unknown>) => void): Uint8Array {
  const bytes = encodeMaps(maps);
  const view = new DataView(bytes.buffer);
  const length = view.getUint32(16, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(20, 20 + length))) as Record<string, unknown>;
  change(header);
  const text = JSON.stringify(header)
    .replace(/[^ -~]/g, '?')
    .padEnd(length + 64);
  const out = new Uint8Array(20 + text.length + bytes.length - 20 - length);
  out.set(bytes.subarray(0, 16));
  out.set(new TextEncoder().encode(text), 20);
  out.set(bytes.subarray(20 + length), 20 + text.length);
  const outView = new DataView(out.buffer);
  outView.setUint32(16, text.length, true);
  outView.setUint32(12, crc32(out.subarray(16)), true);
  return out;
}

test('a feature that this program does not compute, another version, a header that contradicts the numbers: each says so', () => {
  expect(() => decodeMaps(withHeader(() => undefined))).not.toThrow();
  const training = (feature: unknown) => (header: Record<string, unknown>) => {
    header.training = { ...maps.training, feature };
  };
  for (const feature of [undefined, { kind: 'histogram' }, { kind: 'grid' }, { kind: 'grid', step: 0 }]) {
    expect(() => decodeMaps(withHeader(training(feature)))).toThrow(/trained with a feature .* does not compute/);
  }
  expect(() => decodeMaps(withHeader((header) => (header.modelPoints = 6)))).toThrow(/contradicts itself/);
  for (const [key, value] of Object.entries({
    modelPoints: -5,
    halfExtent: 0,
    centre: [0, 0],
    errors: [],
    model: null,
    training: {},
  })) {
    expect(() => decodeMaps(withHeader((header) => (header[key] = value))), key).toThrow(/incomplete header/);
  }
  const version2 = encodeMaps(maps);
  version2[8] = 2;
  expect(() => decodeMaps(version2)).toThrow(/of version 2, this program reads version 1/);
});

test('the shipped maps are whole, and are those of the shipped model and of the default training', () => {
  const shipped = decodeMaps(readFileSync('assets/maps/spot-do.bin'));
  const model = createHash('sha256').update(readFileSync('assets/clouds/spot.obj')).digest('hex');
  expect(shipped.model).toEqual({ name: 'spot.obj', checksum: model });
  expect(shipped.training).toEqual(defaultTraining);
  expect(isComplete(shipped)).toBe(true);
  expect(shipped.errors.at(-1)!).toBeLessThan(0.6 * shipped.errors[0]!);
});
