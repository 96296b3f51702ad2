import { bed } from './bed.ts';
import { bench } from './bench.ts';
import { car } from './car.ts';
import { chair } from './chair.ts';
import { lamp } from './lamp.ts';
import { mug } from './mug.ts';
import { plane } from './plane.ts';
import { shelf } from './shelf.ts';
import { sofa } from './sofa.ts';
import { table } from './table.ts';

/** What the network is trained on. The order is part of every seed: append, never insert. */
export const categories = { chair, table, lamp, plane, car, mug, bench, sofa, shelf, bed } as const;

export type CategoryId = keyof typeof categories;

export const categoryIds = Object.keys(categories) as readonly CategoryId[];

/** The five that the figures are stated on. */
export const FIVE: readonly CategoryId[] = categoryIds.slice(0, 5);

export const isCategory = (name: string): name is CategoryId => Object.hasOwn(categories, name);
