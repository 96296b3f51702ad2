import type { Perturbation } from '../clouds/params.ts';
import type { Mesh, PointCloud } from '../clouds/types.ts';
import { wilson } from '../math/wilson.ts';
import type { Stop } from '../registration/types.ts';
import { spread, type Crew } from './crew/crew.ts';
import type { MethodId } from '../registration/methods/index.ts';
import type { SweepAnswer } from './sweepDuty.ts';
import { SUCCESS } from '../registration/trial.ts';

/** What may be varied, one at a time. */
export const sweepFactors = ['rotation', 'noise', 'outliers', 'missing', 'points'] as const;
export type SweepFactor = (typeof sweepFactors)[number] & keyof Perturbation;

/** `trials` scenes for each value; the same scenes but for the factor that is varied. */
export interface SweepSpec {
  readonly over: SweepFactor;
  readonly values: readonly number[];
  readonly methods: readonly MethodId[];
  readonly trials: number;
  readonly seed: number;
}

/** One method at one value. */
export interface SweepCell {
  /** Share of the trials whose error is below `SUCCESS`, and its 95 % interval (Wilson). */
  readonly success: number;
  readonly low: number;
  readonly high: number;
  /** Mean ℓ2 error over the model's largest dimension, the median of all trials. */
  readonly medianError: number;
  /** The only numbers that differ from run to run. */
  readonly medianMilliseconds: number;
}

export interface SweepResult {
  readonly over: SweepFactor;
  readonly values: readonly number[];
  readonly methods: Readonly<Partial<Record<MethodId, readonly SweepCell[]>>>;
}

/** The trials over all members of the crew; the same result for any number of them. */
export async function sweep(
  spec: SweepSpec,
  model: { readonly shape: Mesh | PointCloud; readonly maps: Uint8Array<ArrayBuffer> | null },
  crew: Crew,
  { onProgress, stop }: { readonly onProgress?: (part: number) => void; readonly stop?: Stop } = {},
): Promise<SweepResult> {
  const { over, values, methods, trials, seed } = spec;
  const posts = await crew.engage('sweep', { ...model, methods, seed });
  try {
    const questions = values.flatMap((value) =>
      Array.from({ length: trials }, (_, index) => ({ index, factors: { [over]: value } })),
    );
    let done = 0;
    const answers = await spread(posts, questions, {
      ...(stop && { stop }),
      onAnswer: () => onProgress?.(++done / questions.length),
    });
    const cells = (place: number) =>
      values.map((_, v) => cellOf(answers.slice(v * trials, (v + 1) * trials).map((answer) => answer[place]!)));
    return { over, values, methods: Object.fromEntries(methods.map((method, place) => [method, cells(place)])) };
  } finally {
    await Promise.all(posts.map((post) => post.leave()));
  }
}

/** What the answers of one method at one value amount to. */
export function cellOf(answers: readonly SweepAnswer[]): SweepCell {
  const succeeded = answers.filter(({ error }) => error < SUCCESS).length;
  return {
    success: succeeded / answers.length,
    ...wilson(succeeded, answers.length),
    // A pose that is not finite is as wrong as can be.
    medianError: median(answers.map(({ error }) => (Number.isFinite(error) ? error : Infinity))),
    medianMilliseconds: median(answers.map(({ milliseconds }) => milliseconds)),
  };
}

function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
