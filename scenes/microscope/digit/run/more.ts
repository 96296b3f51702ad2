import { nearestSamples, type Neighbour } from '../../../../src/networks/microscope/nearest.ts';
import { nudgeSearch } from '../../../../src/networks/microscope/saliency.ts';
import type { DataSet } from '../../../../src/networks/types.ts';
import { pixelsOf, shownDigit, type Reader } from './look.ts';
import { NEAREST, type DigitMore, type MoreSpec } from './types.ts';

/** Training digits between two pauses. */
const AT_ONCE = 1000;

/** What is found of a digit besides; looks, and newer questions, are let in between. */
export async function moreOf(
  spec: MoreSpec,
  { network, weights }: Reader,
  data: DataSet,
  pause: () => Promise<void>,
): Promise<DigitMore> {
  await pause();
  const { own, unmoved, x } = shownDigit(spec, { network, weights }, data);
  const { train } = data;
  let found: readonly Neighbour[] = [];
  for (let from = 0; from < train.count; from += AT_ONCE) {
    await pause();
    found = nearestSamples(train, x, NEAREST, { from, to: from + AT_ONCE, before: found });
  }
  const nearest = found.map(({ row, distance }) => ({
    ...{ row, distance, label: train.labels![row]!, pixels: pixelsOf(train, row) },
  }));
  const search = nudgeSearch(network, weights, own, unmoved);
  for (;;) {
    await pause();
    const { done, value } = search.next();
    if (done) return { spec, nearest, smallest: value };
  }
}
