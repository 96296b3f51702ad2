import { back } from './back.ts';
import { lookup } from './lookup.ts';
import { loss } from './loss.ts';
import type { ReconstructionCard } from './types.ts';
import { what } from './what.ts';

/** The tour of the reconstruction scene, in its order. */
export const cards: readonly ReconstructionCard[] = [what, loss, lookup, back];
