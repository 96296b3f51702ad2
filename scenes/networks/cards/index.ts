import { losses, plane, wall, wide } from './landscape.ts';
import { accuracy, backprop, edge, newton, noise } from './training.ts';
import type { NetCard } from './types.ts';

/** The tour of the scene, in its order. */
export const cards: readonly NetCard[] = [plane, accuracy, backprop, noise, losses, edge, wide, wall, newton];
