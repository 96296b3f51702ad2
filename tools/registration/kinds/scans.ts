/* The scans that the project ships, each against itself: points drawn apart, a part cut off, moved by a known motion. */
import type { Points } from '../../../src/clouds/types.ts';
import { bounds } from '../../../src/clouds/spacing.ts';
import type { Rng } from '../../../src/math/rng.ts';
import { hidden, kindOf, type Kind } from './kind.ts';

const POINTS = 4000;

/** About so many points of the cloud, without those beyond a cut. */
function drawn(points: Points, rng: Rng, keeps: (x: number) => boolean, along: 0 | 1): Points {
  const part = Math.min(1, POINTS / (points.length / 3));
  const out: number[] = [];
  for (let i = 0; i < points.length; i += 3) {
    if (rng.uniform() < part && keeps(points[i + along]!)) out.push(points[i]!, points[i + 1]!, points[i + 2]!);
  }
  return Float64Array.from(out);
}

/** Two draws of one scan, of which half to four fifths is in both. */
function halves(points: Points) {
  return (rng: Rng) => {
    const along = rng.integer(2) as 0 | 1;
    const { min, max } = bounds(points);
    const reach = (max[along] - min[along]) / (2 - rng.between(0.5, 0.8));
    const source = drawn(points, rng, (x) => x <= min[along] + reach, along);
    const target = drawn(points, rng, (x) => x >= max[along] - reach, along);
    return hidden(source, target, rng, 'unique');
  };
}

function mirroredHalves(points: Points) {
  return (rng: Rng) => {
    const source = drawn(points, rng, () => true, 0);
    const target = drawn(points, rng, () => true, 0);
    const pair = hidden(source, target, rng, 'none');
    return { ...pair, source: { points: pair.source.points.map((c, i) => (i % 3 === 0 ? -c : c)) } };
  };
}

function otherScans(scans: readonly Points[]) {
  return (rng: Rng) => {
    const first = rng.integer(scans.length);
    const second = (first + 1 + rng.integer(scans.length - 1)) % scans.length;
    const target = drawn(scans[second]!, rng, () => true, 0);
    const other = drawn(scans[first]!, rng, () => true, 0);
    const scale = bounds(target).diagonal / bounds(other).diagonal;
    return hidden(
      other.map((c) => c * scale),
      target,
      rng,
      'none',
    );
  };
}

/** `scans`: one cloud of each place. */
export function scanKinds(scans: readonly Points[]): readonly Kind[] {
  return [
    kindOf('shipped scans, halves', 'unique', scans.map(halves)),
    kindOf('shipped scans, mirrored', 'none', scans.map(mirroredHalves)),
    kindOf('shipped scans, unrelated', 'none', [otherScans(scans)]),
  ];
}
