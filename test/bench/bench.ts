/** Prints one line of figures. Times are compared inside one run: give ratios, and what was compared. */
export type Report = (subject: string, figures?: Readonly<Record<string, number | string>>) => void;

export interface BenchContext {
  /** Builds and serves the minified app under the policy; its address, with a slash at its end. */
  readonly serveApp: () => Promise<string>;
}

/** What every test/bench/*.bench.ts exports as its default. */
export type Bench = (report: Report, context: BenchContext) => Promise<void>;

/**
 * How long `candidate` takes relative to `reference`: the median ratio of `pairs` runs of both, one after the other,
 * after one unmeasured run of each. Milliseconds are the medians.
 */
export async function medianRatio(
  candidate: () => unknown,
  reference: () => unknown,
  pairs = 7,
): Promise<{ ratio: number; candidateMs: number; referenceMs: number }> {
  await candidate();
  await reference();
  const times: (readonly [number, number])[] = [];
  for (let pair = 0; pair < pairs; pair++) times.push([await timeMs(candidate), await timeMs(reference)]);
  return {
    ratio: median(times.map(([a, b]) => a / b)),
    candidateMs: median(times.map(([a]) => a)),
    referenceMs: median(times.map(([, b]) => b)),
  };
}

async function timeMs(work: () => unknown): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
}
