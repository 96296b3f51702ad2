import { dropout, overfit, race, relu, scales, search, sizes, speed } from './book.ts';
import { ensemble, nudge } from './digit.ts';
import { linear, oneNeuron } from './gates.ts';
import { batches, gradient, init, twins } from './layers.ts';
import type { MicroscopeCard } from './types.ts';

/** The tour of the scene, in its order. */
export const cards: readonly MicroscopeCard[] = [
  ...[init, gradient, twins, batches],
  ...[nudge, ensemble],
  ...[oneNeuron, linear],
  ...[relu, scales, dropout, overfit, speed, sizes, race, search],
];
