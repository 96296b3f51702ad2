import type { Points } from '../../../src/clouds/types.ts';
import type { LossId } from '../../../src/toys/ids.ts';
import type { Means } from '../../../src/toys/means.ts';
import { emdExact } from '../../../src/reconstruction/metrics/emdExact.ts';
import { allPairs } from '../../../src/reconstruction/metrics/nearest.ts';
import type { Matches } from '../../../src/view/clouds/threads.ts';

/** The answer's points after step `row`. */
export function placesAt({ runs, count }: Means, loss: LossId, row: number): Points {
  return runs[loss].places.subarray(3 * count * row, 3 * count * (row + 1));
}

/** One of the shapes that the update after `row` sees. */
export const sampleAt = ({ samples }: Means, row: number): Points => samples[row]!;

/** What a loss ties together: each point with its nearest, both ways, or each with its own partner. `from`: of the answer, `to`: of the sample. */
export function tiesAt(means: Means, loss: LossId, row: number): Matches {
  const [answer, sample] = [placesAt(means, loss, row), sampleAt(means, row)];
  if (loss === 'emd') return { from: upTo(means.count), to: emdExact(answer, sample).assignment };
  const [there, back] = allPairs(answer, sample);
  const others = upTo(sample.length / 3);
  return { from: [...upTo(means.count), ...back.indices], to: [...there.indices, ...others] };
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
