import { dropout, overfit, race, relu, scales, search, sizes, speed } from './book.ts';
import { ensemble, nudge } from './digit.ts';
import { alike, begun, decay, heart, normed, optimizers, random, saturated, xavier } from './figures.ts';
import { linear, oneNeuron } from './gates.ts';
import { batches, gradient, init, twins } from './layers.ts';
import type { MicroscopeCard } from './types.ts';

/** The tour of the scene, in its order; the experiments in that of their menu. */
export const cards: readonly MicroscopeCard[] = [
  ...[init, gradient, twins, batches],
  ...[nudge, ensemble],
  ...[oneNeuron, linear],
  ...[optimizers, saturated, alike, xavier, relu, begun, normed, scales, heart, decay, dropout, random],
  ...[speed, sizes, race, overfit, search],
];
