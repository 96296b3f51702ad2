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
