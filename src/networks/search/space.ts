import { exp, log } from '../../math/portable.ts';

/** What is searched: each on a logarithmic scale. */
export interface Point {
  /** λ of weight decay. */
  readonly decay: number;
  readonly lr: number;
}

export type Gene = keyof Point;
export const genes = ['decay', 'lr'] as const satisfies readonly Gene[];

/** By gene: exponents of ten, from … to. */
export type Space = Readonly<Record<Gene, readonly [low: number, high: number]>>;

/** hyperparameter_optimization.py: 10^U(−8, −4) and 10^U(−6, −2). */
export const bookSpace: Space = { decay: [-8, -4], lr: [-6, -2] };

/** 10^exponent, the same on every engine. */
export const powerOfTen = (exponent: number): number =>
  exponent > 0 ? 1 / powerOfTen(-exponent) : exp(exponent * Math.LN10);

export const exponentOf = (value: number): number => log(value) / Math.LN10;

/** The point at shares 0 … 1 of the space's sides. */
export const pointAt = (space: Space, share: (gene: Gene) => number): Point => {
  const value = (gene: Gene) => {
    const [low, high] = space[gene];
    return powerOfTen(low + (high - low) * share(gene));
  };
  return { decay: value('decay'), lr: value('lr') };
};
