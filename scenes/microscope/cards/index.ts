import { ensemble, nudge } from './digit.ts';
import { batches, gradient, init, twins } from './layers.ts';
import type { MicroscopeCard } from './types.ts';

/** The tour of the scene, in its order. */
export const cards: readonly MicroscopeCard[] = [init, gradient, twins, batches, nudge, ensemble];
