/** How a path is told apart: hue, dash of its line in flat drawings, shape of its head. Indices into the tables of the drawing layers. */
export interface Ink {
  /** 0…HUES−1 */
  readonly hue: number;
  /** 0…SHAPES−1: disc, square, triangle, diamond, ring, cross. */
  readonly shape: number;
}

export const HUES = 6;

/**
 * Okabe–Ito where it serves, one blue, green, purple, amber, sky and grey-brown a theme; never vermilion, which marks what is selected.
 * Told apart under deuteranopia and protanopia by lightness as well (see test/state/ink.test.ts).
 */
export const inkColours = {
  light: ['#0068a8', '#00855f', '#a8438f', '#9a6a00', '#2a93c9', '#5b5048'],
  dark: ['#4ba3ff', '#1fce96', '#ef7fd2', '#f0b429', '#8fdcff', '#c9bba9'],
} as const;

export const headShapes = ['disc', 'square', 'triangle', 'diamond', 'ring', 'cross'] as const;

/**
 * Inks of the enabled optimizers. Each asks for the hue of its place in the registry, so that it keeps its colour whatever else
 * is switched on; when two ask for the same, the later takes the next free one. Shapes follow the hue: two never agree in either.
 */
export function assignInks(registry: readonly string[], enabled: readonly string[]): ReadonlyMap<string, Ink> {
  const inks = new Map<string, Ink>();
  const taken = new Set<number>();
  const preferred: Readonly<Record<string, number>> = {
    sgd: 0,
    momentum: 1,
    adagrad: 2,
    adam: 3,
    rmsprop: 4,
    nesterov: 5,
  };
  const inOrder = [...enabled].sort((a, b) => registry.indexOf(a) - registry.indexOf(b));
  const wish = (id: string) => preferred[id] ?? registry.indexOf(id) % HUES;
  // The six of the book first: theirs are fixed.
  for (const id of [...inOrder].sort((a, b) => Number(b in preferred) - Number(a in preferred))) {
    let hue = wish(id);
    for (let tries = 0; taken.has(hue) && tries < HUES; tries++) hue = (hue + 1) % HUES;
    taken.add(hue);
    inks.set(id, { hue, shape: hue });
  }
  return inks;
}
