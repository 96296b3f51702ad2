import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import { log } from './portable.ts';
import { expSe3 } from './se3.ts';
import type { Matrix4 } from './matrix4.ts';

/** One stream of random numbers. Equal on every engine to the last bit. */
export interface Rng {
  /** Uniform in [0, 1), 53 bits. */
  readonly uniform: () => number;
  /** Uniform in [a, b). */
  readonly between: (a: number, b: number) => number;
  /** Standard normal (Marsaglia's polar method). */
  readonly gaussian: () => number;
  /** Uniform among 0 … n − 1; 1 ≤ n ≤ 2³². */
  readonly integer: (n: number) => number;
  /** Uniform on the unit sphere (Marsaglia 1972), written to `out`. */
  readonly direction: (out: Float64Array) => Float64Array;
  /** A rotation about a uniform axis, by an angle uniform in [0, maxRad). */
  readonly rotation: (maxRad: number) => Matrix4;
}

/**
 * The stream named by `seed` (any number) and `stream`: different names give unrelated streams, so each use of chance takes a name of its
 * own and changes no other. xoroshiro128+, its 128 bits being four MurmurHash3s of the JSON text of [seed, …stream].
 */
export function createRng(seed: number, ...stream: readonly (number | string)[]): Rng {
  const name = JSON.stringify([seed, ...stream]);
  const source = xoroshiro128plusFromState(lanes.map((lane) => murmur3(name, lane)));
  const uniform = () => uniformFloat64(source);
  let spare = NaN;
  const direction = (out: Float64Array) => {
    let [x, y, s] = [0, 0, 1];
    while (s >= 1) {
      x = 2 * uniform() - 1;
      y = 2 * uniform() - 1;
      s = x * x + y * y;
    }
    const k = 2 * Math.sqrt(1 - s);
    out[0] = k * x;
    out[1] = k * y;
    out[2] = 1 - 2 * s;
    return out;
  };
  return {
    uniform,
    between: (a, b) => a + (b - a) * uniform(),
    gaussian: () => {
      if (!Number.isNaN(spare)) {
        const value = spare;
        spare = NaN;
        return value;
      }
      let [x, y, s] = [0, 0, 1];
      while (s >= 1 || s === 0) {
        x = 2 * uniform() - 1;
        y = 2 * uniform() - 1;
        s = x * x + y * y;
      }
      const k = Math.sqrt((-2 * log(s)) / s);
      spare = k * y;
      return k * x;
    },
    integer: (n) => uniformInt(source, 0, n - 1),
    direction,
    rotation: (maxRad) => {
      const axis = direction(new Float64Array(3));
      const angle = maxRad * uniform();
      return expSe3(
        axis.map((c) => c * angle),
        [0, 0, 0],
      );
    },
  };
}

const lanes = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 0x85ebca6b];

/** MurmurHash3_x86_32 over the UTF-16 units of `text`, each one block (a bijection of the state for a given unit). */
function murmur3(text: string, seed: number): number {
  let h = seed | 0;
  for (let i = 0; i < text.length; i++) {
    let k = Math.imul(text.charCodeAt(i), 0xcc9e2d51);
    k = Math.imul((k << 15) | (k >>> 17), 0x1b873593);
    h ^= k;
    h = (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0;
  }
  h ^= 4 * text.length;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
