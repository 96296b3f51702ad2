import type { Network } from '../network.ts';
import type { Numbers } from '../types.ts';

/** Batch sizes of the notes' questions: from one digit at a time to a thousand. */
export const batchSizes = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000] as const;

export interface BatchSpeed {
  /** Samples a batch. */
  readonly size: number;
  /** The median of the repeats. */
  readonly secondsPerSample: number;
}

export interface Measuring {
  /** A clock in milliseconds. It may be coarse: a repeat lasts as long as asked. */
  readonly now: () => number;
  readonly repeats?: number;
  /** Of one repeat, at least. */
  readonly milliseconds?: number;
}

/** Milliseconds after which a slow device is asked no more: what there is of repeats is the answer. */
const LONG = 1500;

/**
 * What one forward pass (inference) takes a sample, in batches of that size: measured here and now, passes made over and over; the first repeat warms up and does not count. `x` holds at
 * least `size` samples.
 */
export function batchSpeed(
  network: Network,
  weights: Numbers,
  x: Numbers,
  size: number,
  { now, repeats = 7, milliseconds = 8 }: Measuring,
): BatchSpeed {
  const batch = { count: size, x: x.subarray(0, size * network.spec.inputs) };
  const once = () => {
    const began = now();
    for (let passes = 1; ; passes++) {
      network.forward(weights, batch);
      const spent = now() - began;
      if (spent >= milliseconds) return spent / 1000 / (passes * size);
    }
  };
  once();
  return { size, secondsPerSample: median(Array.from({ length: repeats }, once)) };
}

/** The same of a pass whose answer comes later, as a device's does; of a slow one with fewer repeats. */
export async function batchSpeedOf(
  pass: () => Promise<unknown>,
  size: number,
  { now, repeats = 7, milliseconds = 8 }: Measuring,
): Promise<BatchSpeed> {
  const once = async () => {
    const began = now();
    for (let passes = 1; ; passes++) {
      await pass();
      const spent = now() - began;
      if (spent >= milliseconds) return spent / 1000 / (passes * size);
    }
  };
  await once();
  const times: number[] = [];
  const began = now();
  do times.push(await once());
  while (times.length < repeats && now() - began < LONG);
  return { size, secondsPerSample: median(times) };
}

const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[times.length >> 1]!;
