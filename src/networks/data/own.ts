import { createRng } from '../../math/rng.ts';
import { shuffle } from '../../math/shuffle.ts';
import type { DataSet, Samples } from '../types.ts';
import { pickSamples } from './samples.ts';

/** A reader's own samples as a set to train on. */
export interface OwnData {
  readonly data: DataSet;
  /** By input: what the network sees is (x − shift) / scale. Zeros and ones where the samples are of a size of about 1 as they are. */
  readonly shift: readonly number[];
  readonly scale: readonly number[];
}

/** Every fifth sample of a class is held out. */
const HELD = 5;
/** Largest |x| of samples that are left as they are. */
const [SMALL, LARGE] = [0.3, 3];
/** Of the samples' extent, around them on a picture. */
const MARGIN = 0.15;

/**
 * Samples to train on and a fifth held out, drawn by the seed class by class; of fewer than five, all are both. Inputs that are not of a size of about 1 are moved
 * and scaled to −1 … 1, each for itself, for one learning rate and one init are to suit all data.
 */
export function ownData(all: Samples, seed: number): OwnData {
  const { inputs, count } = all;
  const extents = Array.from({ length: inputs }, (_, input) => extentOf(all.x, input, inputs));
  const largest = Math.max(...extents.flat().map(Math.abs));
  const asIs = largest >= SMALL && largest <= LARGE;
  const shift = extents.map(([low, high]) => (asIs ? 0 : (low + high) / 2));
  const scale = extents.map(([low, high]) => (asIs || low === high ? 1 : (high - low) / 2));
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  shuffle(order, createRng(seed, 'data', 'own'));
  if (all.labels) order.sort((a, b) => all.labels![a]! - all.labels![b]!);
  const held = order.filter((_, i) => i % HELD === HELD - 1);
  const kept = order.filter((_, i) => i % HELD !== HELD - 1);
  const scaled = scaledBy(all, shift, scale);
  const train = pickSamples(scaled, kept);
  const test = held.length > 0 ? pickSamples(scaled, held) : train;
  return { data: { task: all.labels ? 'classes' : 'values', train, test, domain: domainOf(scaled) }, shift, scale };
}

/** Each input moved, then scaled: what the network of `OwnData` sees. */
export function scaledBy(all: Samples, shift: readonly number[], scale: readonly number[]): Samples {
  const { inputs } = all;
  return { ...all, x: all.x.map((value, i) => (value - shift[i % inputs]!) / scale[i % inputs]!) };
}

/** All of them, for a network that was trained elsewhere. */
export const asTheyAre = (all: Samples): DataSet => ({
  ...{ task: all.labels ? 'classes' : 'values', train: all, test: all },
  domain: domainOf(all),
});

/** What a picture of one or two inputs shows: the samples with a margin. */
export function domainOf({ x, inputs }: Pick<Samples, 'x' | 'inputs'>): DataSet['domain'] {
  if (inputs > 2) return [];
  return Array.from({ length: inputs }, (_, input) => widened(extentOf(x, input, inputs)));
}

function extentOf(x: Float64Array, input: number, inputs: number): readonly [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (let i = input; i < x.length; i += inputs) {
    low = Math.min(low, x[i]!);
    high = Math.max(high, x[i]!);
  }
  return [low, high];
}

function widened([low, high]: readonly [number, number]): readonly [number, number] {
  const margin = low === high ? 1 : MARGIN * (high - low);
  return [low - margin, high + margin];
}
