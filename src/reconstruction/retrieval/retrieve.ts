import { cropOf } from '../cutout/toPicture.ts';
import { resampled } from '../cutout/resample.ts';
import { everyOther } from '../everyOther.ts';
import { makeSample } from '../sample.ts';
import { bankName } from '../seeds.ts';
import { ANSWER_POINTS, PICTURE_SIZE } from '../types.ts';
import { bankMask } from './bank.ts';
import { averagedMask, packMask } from './pack.ts';
import { shortlist } from './shortlist.ts';
import type { Points } from '../../clouds/types.ts';
import type { SampleName } from '../seeds.ts';
import type { Picture } from '../types.ts';
import type { Bank } from './bank.ts';

/** The training shape whose mask on its tight crop is most like a picture's. */
export interface Neighbour extends SampleName {
  /** It is the shape's mirror image that is alike. */
  readonly mirrored: boolean;
  /** Root of the mean squared difference of the masks, 0 … 1, over 32 × 32 squares. */
  readonly distance: number;
}

/** Entries that the packed masks propose, to be compared at full depth. */
const CANDIDATES = 50;

/** Edge of the masks that the candidates are ranked by. */
const RANKING_EDGE = 32;

/**
 * A look-up instead of a reconstruction: of all bank entries and their mirror images the one whose mask is nearest to the picture's, brought to
 * its tight crop.
 * @param onCandidate called before each candidate is made again, about 0.3 ms apart; what it throws ends the search
 * @throws CutoutError where the mask is empty, faint or tiny; never for a picture that `toPicture` gives
 */
export function retrieve(bank: Bank, picture: Picture, onCandidate?: (done: number, of: number) => void): Neighbour {
  const mask = tightMask(picture.mask);
  const candidates = shortlist(bank, packMask(mask), packMask(mask, true), CANDIDATES);
  const targets = [averagedMask(mask, RANKING_EDGE), averagedMask(mask, RANKING_EDGE, true)] as const;
  let best = { index: 0, mirrored: false, sum: Infinity };
  candidates.forEach(({ index, mirrored }, done) => {
    onCandidate?.(done, candidates.length);
    const sum = squaredDistance(averagedMask(bankMask(index), RANKING_EDGE), targets[mirrored ? 1 : 0]);
    if (sum < best.sum) best = { index, mirrored, sum };
  });
  const distance = Math.sqrt(best.sum) / (RANKING_EDGE * 255);
  return { ...bankName(best.index), mirrored: best.mirrored, distance };
}

/** The 1,024 points that the look-up answers: the even-numbered ones of the shape's 2,048, in the viewer's frame. */
export function neighbourPoints({ category, seed, mirrored }: Omit<Neighbour, 'distance'>): Points {
  const { points } = makeSample(category, seed, { points: 2 * ANSWER_POINTS, size: 8 });
  const even = everyOther(points, 0);
  if (mirrored) for (let i = 0; i < even.length; i += 3) even[i] = -even[i]!;
  return even;
}

/** On its tight crop by its own box; as it is where it lies there already. */
function tightMask(mask: Uint8Array): ArrayLike<number> {
  const crop = cropOf({ alpha: mask, width: PICTURE_SIZE, height: PICTURE_SIZE });
  if (crop.scale === 1 && crop.x === 0 && crop.y === 0) return mask;
  return resampled((place) => mask[place]!, PICTURE_SIZE, PICTURE_SIZE, PICTURE_SIZE, crop);
}

function squaredDistance(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i]! - b[i]!) ** 2;
  return sum;
}
