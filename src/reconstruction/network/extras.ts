import type { Picture } from '../types.ts';
import { mirrored, mirroredBack } from './mirror.ts';
import { pullOnto } from './pull.ts';
import { unite } from './unite.ts';

/** What is done for an answer beyond the network's layers, each because it measures better on shapes that it never saw (figures: src/jobs/extras.json); on furniture of others the mirror helps by EMD alone. */
export interface Extras {
  /** The mirror image is asked about, too, and the two answers united. */
  readonly mirror: boolean;
  /** Points that would be seen beside the object are pulled to where the picture shows it. */
  readonly pull: boolean;
}

/** The layers alone: what the fixture of torch has, and kin and doubt are measured by. */
export const bare: Extras = { mirror: false, pull: false };
/** As page and command line answer unless told otherwise. */
export const full: Extras = { mirror: true, pull: true };

/** What is to be encoded for an answer. */
export const picturesFor = (picture: Picture, { mirror }: Extras): readonly [Picture] | readonly [Picture, Picture] =>
  mirror ? [picture, mirrored(picture)] : [picture];

/** One answer of 3 · 1,024 from those to `picturesFor(picture, extras)`, which it may change. */
export function finish(
  answers: readonly Float64Array<ArrayBuffer>[],
  { mask }: Picture,
  { mirror, pull }: Extras,
): Float64Array<ArrayBuffer> {
  const own = answers[0]!;
  const all = mirror ? [own, mirroredBack(answers[1]!)] : [own];
  if (pull) pullOnto(mask, all);
  return mirror ? unite(own, all[1]!) : own;
}
