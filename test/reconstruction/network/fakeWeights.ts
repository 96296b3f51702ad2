import { createRng } from '../../../src/math/rng.ts';
import type { Weights } from '../../../src/reconstruction/network/weights.ts';

/** Tensors of these shapes, of numbers that follow from their names: small enough that a layer's results stay near 1. */
export const fakeWeights = (shapes: Readonly<Record<string, readonly number[]>>): Weights => ({
  kind: 'network',
  crc32: 0,
  shape(name) {
    const shape = shapes[name];
    if (!shape) throw new Error(`no ${name}`);
    return shape;
  },
  tensor(name, shape) {
    const rng = createRng(1, 'fake', name);
    const fanIn = shape.slice(1).reduce((product, side) => product * side, 1);
    const size = fanIn * (shape[0] ?? 0);
    return Float32Array.from({ length: size }, () => rng.gaussian() / Math.sqrt(fanIn));
  },
});

export interface FakeWidths {
  readonly encoder: readonly number[];
  readonly code: number;
  readonly decoder: number;
  readonly noise?: number;
}

/** A network of other widths than the shipped one's. */
export function fakeNetwork({ encoder, code, decoder, noise = 0 }: FakeWidths): Weights {
  const layers: [string, ...number[]][] = [
    ...encoder.map((to, i): [string, ...number[]] => [`enc${i}`, to, encoder[i - 1] ?? 2, 3, 3]),
    ['f1', code, 4 * encoder.at(-1)!],
    ['f2', code, code + noise],
    ['f3', 1536, code],
    ['up0', 16 * decoder, code],
    ...[4, 3, 2].map((i): [string, ...number[]] => [`c${i}`, decoder, encoder[i - 1]!, 1, 1]),
    ...[1, 2, 3].map((i): [string, ...number[]] => [`u${i}`, decoder, decoder, 3, 3]),
    ['out', 6, decoder, 3, 3],
  ];
  const shapes = layers.flatMap(
    ([name, ...shape]) =>
      [
        [`${name}.weight`, shape],
        [`${name}.bias`, [shape[0]!]],
      ] as const,
  );
  return fakeWeights(Object.fromEntries(shapes));
}

export function randomInput(length: number, name = 'input'): Float32Array<ArrayBuffer> {
  const rng = createRng(2, name);
  return Float32Array.from({ length }, () => Math.max(0, rng.gaussian()));
}
