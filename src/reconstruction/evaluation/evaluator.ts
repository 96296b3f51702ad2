import type { Points } from '../../clouds/types.ts';
import { everyOther } from '../everyOther.ts';
import { chamferDistance } from '../metrics/chamfer.ts';
import { makeSample } from '../sample.ts';
import { nameOf, type SampleName } from '../seeds.ts';
import type { Picture } from '../types.ts';
import { disturbed, LARGE, movesCrop, type Disturbance } from './disturb.ts';
import { distancesBetween, type Figures } from './figures.ts';
import type { LookUp } from '../retrieval/lookUp.ts';
import { createPooledMean } from './pooledMean.ts';
import type { Extras } from '../network/extras.ts';
import type { Trained } from '../network/trained.ts';

export interface EvaluateSpec extends Disturbance {
  /** Answers of the many head; 0: it is left out. */
  readonly samples: number;
  /** For the network's answer and for those of the many head. */
  readonly extras: Extras;
}

/** A picture with its truth. */
export interface Case {
  readonly name: string;
  readonly category: string;
  readonly picture: Picture;
  /** 2,048 points in the viewer's frame; even and odd places are two samples of the surface. */
  readonly truth: Points;
}

/** What is asked about: a procedural sample is made where it is evaluated. */
export type Question = SampleName | Case;

export interface CaseFigures {
  readonly category: string;
  readonly network: Figures;
  readonly retrieval: Figures;
  readonly mean: Figures;
  readonly floor: Figures;
  /** Of each answer of the many head. */
  readonly many: readonly number[];
}

/** Measures the network's answer, the look-up's, the pooled mean and the floor on one sample after another. Each depends on the sample and the spec alone. */
export function createEvaluator(
  trained: Pick<Trained, 'network' | 'many'>,
  lookUp: LookUp,
  spec: EvaluateSpec,
): (question: Question) => CaseFigures {
  const pooledMean = createPooledMean();
  return (question) => {
    const { name, category, picture: tight, truth } = 'truth' in question ? question : caseOf(question);
    const picture = disturbed(large(question, tight, spec), name, spec);
    const even = everyOther(truth, 0);
    const against = (points: Points) => distancesBetween(points, even);
    const many = spec.samples > 0 ? trained.many().samples(picture, spec.samples, 1, spec.extras) : [];
    return {
      category,
      network: against(trained.network().answer(picture, spec.extras)),
      retrieval: against(lookUp(picture).points),
      mean: against(pooledMean.draw(category, name)),
      floor: against(everyOther(truth, 1)),
      many: many.map((points) => chamferDistance(points, even).chamfer),
    };
  };
}

function caseOf(name: SampleName): Case {
  const { picture, points } = makeSample(name.category, name.seed);
  return { name: nameOf(name), category: name.category, picture, truth: points };
}

/** A crop is moved on a picture of more pixels where there is one: what a user's own picture would show. */
function large(question: Question, tight: Picture, spec: EvaluateSpec): Picture {
  if ('truth' in question || !movesCrop(spec)) return tight;
  return makeSample(question.category, question.seed, { points: 2, size: LARGE }).picture;
}
