import type { Arithmetic } from './arithmetic.ts';
import type { KeptNorm } from './batchNorm.ts';
import type { Layout } from './layout.ts';
import type { Numbers } from './types.ts';

/** What one hidden layer leaves behind in a forward pass, n × width each unless said otherwise. */
export interface HiddenRoom {
  /** Before the activation: affine, or normalized with γ and β. */
  readonly z: Numbers;
  /** φ(z), with dropout applied. */
  readonly a: Numbers;
  /** φ(z) before dropout: the slopes are of these. Same array as `a` where nothing is dropped. */
  readonly phi: Numbers;
  /** 0 or what those kept are multiplied by. */
  readonly mask: Numbers | null;
  /** Of batch normalization. */
  readonly norm: KeptNorm | null;
}

/** Arrays for n samples, made once and used by every pass. */
export interface Room {
  readonly capacity: number;
  readonly hidden: readonly HiddenRoom[];
  /** n × outputs. */
  readonly output: Numbers;
  /** ∂loss/∂ of the layer at hand and of the one below: n × the widest. */
  readonly above: Numbers;
  readonly below: Numbers;
}

export function makeRoom(
  { widths }: Layout,
  { alloc }: Arithmetic,
  capacity: number,
  drops: boolean,
  norms: boolean,
): Room {
  const widest = Math.max(...widths.slice(1)) * capacity;
  return {
    capacity,
    hidden: widths.slice(1, -1).map((width): HiddenRoom => {
      const a = alloc(capacity * width);
      return {
        z: alloc(capacity * width),
        a,
        phi: drops ? alloc(capacity * width) : a,
        mask: drops ? alloc(capacity * width) : null,
        norm: norms ? { normed: alloc(capacity * width), inverseDeviation: alloc(width) } : null,
      };
    }),
    output: alloc(capacity * widths.at(-1)!),
    above: alloc(widest),
    below: alloc(widest),
  };
}
