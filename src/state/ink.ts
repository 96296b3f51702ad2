import { isOptimizerId, optimizerOf } from '../optimizers/index.ts';

/** How a path is told apart: hue, dash of its line in flat drawings, shape of its head. Indices into the tables of the drawing layers. */
export interface Ink {
  /** 0…HUES−1 */
  readonly hue: number;
  /** 0…SHAPES−1: disc, square, triangle, diamond, ring, cross. */
  readonly shape: number;
}

export const HUES = 6;

/**
 * Blue, green, plum, ochre, teal and umber; on dark sky, mint, pink, yellow, pale cyan and sand. Never vermilion, which marks what is
 * selected. Searched such that any two differ by ΔE00 ≥ 12 also under deuteranopia and protanopia, and names in them read on the page
 * (4.5 : 1): test/state/ink.test.ts. Okabe–Ito's own hues are too pale for text and came within 5 of one another.
 */
export const inkColours = {
  light: ['#0053c0', '#007e5c', '#7f0f52', '#825d00', '#237586', '#463126'],
  dark: ['#4ccdff', '#50e0af', '#f474b8', '#ffdb61', '#abf4fa', '#a5946d'],
} as const;

/** Hues of clouds that move, side by side: blue, ochre, teal, plum are told from a target's ink by every eye; to the colour-blind green is a grey like it. */
export const sourceHues = [0, 3, 4, 2] as const;

export const headShapes = ['disc', 'square', 'triangle', 'diamond', 'ring', 'cross'] as const;

/**
 * Inks of the enabled optimizers. Each asks for the hue of its own file, else of its place in the registry, so that it keeps its
 * colour whatever else is switched on; when two ask for the same, the later takes the next free one. Shapes follow the hue: two never agree in either.
 */
export function assignInks(registry: readonly string[], enabled: readonly string[]): ReadonlyMap<string, Ink> {
  const inks = new Map<string, Ink>();
  const taken = new Set<number>();
  const inOrder = [...enabled].sort((a, b) => registry.indexOf(a) - registry.indexOf(b));
  const own = (id: string) => (isOptimizerId(id) ? optimizerOf(id).hue : undefined);
  // The six of the book first: theirs are fixed.
  for (const id of inOrder.sort((a, b) => Number(own(b) !== undefined) - Number(own(a) !== undefined))) {
    let hue = own(id) ?? registry.indexOf(id) % HUES;
    for (let tries = 0; taken.has(hue) && tries < HUES; tries++) hue = (hue + 1) % HUES;
    taken.add(hue);
    inks.set(id, { hue, shape: hue });
  }
  return inks;
}
