import type { Domain } from '../../../src/surfaces/types.ts';

/** Formulas worth a look, each with the rectangle that shows it. */
export const examples = [
  // Waves on a slope: which valley it ends in hangs on the start.
  { formula: 'sin(x)*cos(y) + x^2/10', domain: [-5, 5, -5, 5] },
  // Two valleys with a saddle between them.
  { formula: '(x^2 - 1)^2 + y^2', domain: [-2, 2, -1.5, 1.5] },
  // A valley aslant: scaling each coordinate for itself helps little.
  { formula: '(x - y)^2 + 0.1*(x + y)^2', domain: [-5, 5, -5, 5] },
  // A fold: the gradient does not fade towards the minimum.
  { formula: 'abs(x) + 3*abs(y)', domain: [-4, 4, -4, 4] },
  // Steep near the bottom, ever flatter outside.
  { formula: 'log(1 + x^2 + 10*y^2)', domain: [-3, 3, -3, 3] },
] as const satisfies readonly { readonly formula: string; readonly domain: Domain }[];
