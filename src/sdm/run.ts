import { createRng } from '../math/rng.ts';
import { answerOf } from './answer.ts';
import { scalarFunctionOf } from './functions.ts';
import { learnMaps } from './learn.ts';
import { checkedSdmSpec } from './params.ts';
import { pathsOf } from './paths.ts';
import type { SdmRecord, SdmSpec } from './types.ts';

/**
 * The Supervised Descent Method on one equation h(x) = y: K maps are learned from starts drawn uniformly from [low, high), then move as many other
 * starts, beside Newton's method x − (h(x) − y) / h′(x), which on (h(x) − y)² is Gauss–Newton's.
 *
 * y is one number throughout and the starts are many, as where the paper derives its maps (section 3: the answer is known, starts are drawn at
 * random about it): that is what a cloud of starts on one curve shows. Its own table 1 (section 4.1) turns this round, many y from one start; the
 * regression is the same.
 *
 * This is the job too: it is cheap (200 starts through 10 maps take some milliseconds), so nobody needs a worker for it.
 *
 * Throws FormulaError for `h`, SdmError for a parameter, a range without an answer, and an h that is not finite where it is needed.
 */
export function runSdm(spec: SdmSpec): SdmRecord {
  const { low, high, target, reach, lambda, maps } = checkedSdmSpec(spec);
  const h = scalarFunctionOf(spec.h);
  const answer = answerOf(h, target, low, high);
  const starts = drawStarts(spec, 'train', low, high);
  const learned = learnMaps({ h, target, answer, starts, lambda, maps });
  const byMap = (x: number, k: number) => x + (learned[2 * k]! * (h.value(x) - target) + learned[2 * k + 1]!);
  const byNewton = (x: number) => x - (h.value(x) - target) / h.slope(x);

  const [middle, half] = [(low + high) / 2, (reach * (high - low)) / 2];
  const unseen =
    reach === 1 ? drawStarts(spec, 'test', low, high) : drawStarts(spec, 'test', middle - half, middle + half);
  return {
    answer,
    maps: learned,
    train: pathsOf(starts, maps, answer, byMap),
    test: pathsOf(unseen, maps, answer, byMap),
    newton: pathsOf(unseen, maps, answer, byNewton),
  };
}

/** Uniform in [low, high). Fewer samples are the first of more. */
function drawStarts({ seed, samples }: SdmSpec, stream: string, low: number, high: number): Float64Array {
  const rng = createRng(seed, 'sdm', stream);
  return Float64Array.from({ length: samples }, () => rng.between(low, high));
}
