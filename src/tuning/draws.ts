import { createRng } from '../math/rng.ts';
import { valueOn, type Axis } from './axis.ts';

export const searches = ['random', 'grid'] as const;
export type Search = (typeof searches)[number];

/** The span of a parameter that is searched. */
export type Span = Omit<Axis, 'count'>;

/**
 * What is tried: `budget` sets of values, by name. `random`: each drawn evenly along its span, the same draws whoever is tuned, so that luck is shared; a longer search begins with
 * the shorter one's. `grid`: even steps along each span, as many along each of several as the budget holds.
 */
export function proposals(
  spans: readonly Span[],
  { search, budget, seed }: { readonly search: Search; readonly budget: number; readonly seed: number },
): readonly Readonly<Record<string, number>>[] {
  const side = search === 'grid' ? Math.max(2, Math.floor(budget ** (1 / spans.length) + 1e-9)) : 2;
  const count = search === 'grid' ? side ** spans.length : budget;
  return Array.from({ length: count }, (_, i) => {
    const places = spans.map((_, k) =>
      search === 'grid' ? Math.floor(i / side ** k) % side : createRng(seed, 'tune', k, i).uniform(),
    );
    return Object.fromEntries(
      spans.map((span, k) => {
        const value = valueOn({ ...span, count: side }, places[k]!);
        return [span.name, span.digits === undefined ? value : Number(value.toPrecision(span.digits))];
      }),
    );
  });
}
