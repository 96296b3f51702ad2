/* Things without a symmetry: right pairs of them, and pairs that have no right pose, being mirrored, of another size or of another thing. */
import type { Points } from '../../../src/clouds/types.ts';
import { bounds } from '../../../src/clouds/spacing.ts';
import type { Rng } from '../../../src/math/rng.ts';
import { multiply } from '../../../src/math/matrix4.ts';
import { terrainCase } from '../startCases.ts';
import { hidden, kindOf, type Kind, type Pair } from './kind.ts';
import { box, bumpyBall, hills, mantle, scan, type Thing } from './patches.ts';

const POINTS = 2500;

function lump(rng: Rng): Thing {
  return [bumpyBall([0, 0, 0], 1, rng, 12)];
}

function terrain(rng: Rng): Thing {
  return [hills([0, 0, 0], [10, 8], 1.6, rng)];
}

function yard(rng: Rng): Thing {
  const pieces = Array.from({ length: 12 }, () => {
    const [x, y] = [rng.between(0.5, 8.5), rng.between(0.5, 6.5)];
    return rng.uniform() < 0.5
      ? box([x, y, 0], [rng.between(0.4, 1.5), rng.between(0.4, 1.2), rng.between(0.5, 3)])
      : [mantle([x, y, 0], rng.between(0.15, 0.5), rng.between(0.8, 3))];
  });
  return [hills([0, 0, 0], [10, 8], 0.3, rng), ...pieces.flat()];
}

/** Joined boxes and mantles: a machine part. */
function part(rng: Rng): Thing {
  return Array.from({ length: 6 }, () => {
    const at = [rng.between(-1, 0.6), rng.between(-0.7, 0.4), rng.between(-0.5, 0.3)] as const;
    return rng.uniform() < 0.6
      ? box(at, [rng.between(0.3, 1.1), rng.between(0.2, 0.8), rng.between(0.2, 0.7)])
      : [mantle(at, rng.between(0.1, 0.35), rng.between(0.4, 1.1))];
  }).flat();
}

export const things = { lump, terrain, yard, part };
const all = Object.values(things);

/** Two scans of one thing, cut across x so that `share` of each is in the other; 1: both see all. */
function scans(thing: Thing, share: number, noise: number, rng: Rng): readonly [source: Points, target: Points] {
  const whole = scan(thing, POINTS, noise, rng);
  const { min, max } = bounds(whole);
  const reach = (max[0] - min[0]) / (2 - share);
  return [
    scan(thing, POINTS, noise, rng, (p) => p[0] <= min[0] + reach),
    scan(thing, POINTS, noise, rng, (p) => p[0] >= max[0] - reach),
  ];
}

const NOISE = 0.004;

function right(make: (rng: Rng) => Thing, from: number, to: number) {
  return (rng: Rng): Pair => {
    const [source, target] = scans(make(rng), rng.between(from, to), NOISE, rng);
    return hidden(source, target, rng, 'unique');
  };
}

/** Tiles of 200 m of a terrain hardly rougher than the noise of its heights: much lies on much at many a pose. */
function flatTerrain(rng: Rng): Pair {
  const tiles = terrainCase(rng.integer(1e6), rng.between(0.4, 0.6), POINTS, 1 / rng.between(60, 150));
  return {
    tells: 'unique',
    source: { points: tiles.source },
    target: { points: tiles.target },
    truths: [tiles.truth],
    given: [],
  };
}

function changed(pair: Pair, source: Points): Pair {
  return { ...pair, tells: 'none', truths: [], source: { points: source } };
}

function mirrored(make: (rng: Rng) => Thing, from: number) {
  return (rng: Rng): Pair => {
    const [source, target] = scans(make(rng), rng.between(from, 1), NOISE, rng);
    const pair = hidden(source, target, rng, 'unique');
    return changed(
      pair,
      pair.source.points.map((c, i) => (i % 3 === 0 ? -c : c)),
    );
  };
}

/** Mirror-symmetric across y: its mirror image is itself, turned, and has a right pose. */
function mirroredTwin(rng: Rng): Pair {
  const half = part(rng);
  const twin = [
    ...half,
    ...half.map(({ area, at }) => ({
      area,
      at: (u: number, v: number) => {
        const [x, y, z] = at(u, v);
        return [x, -y, z] as const;
      },
    })),
  ];
  const [source, target] = scans(twin, 1, NOISE, rng);
  const pair = hidden(source, target, rng, 'unique');
  // Mirrored across y in the thing's own frame, it lies on itself there.
  const across = pair.truths.map((truth) => multiply(truth, mirrorX()));
  return {
    ...pair,
    source: { points: pair.source.points.map((c, i) => (i % 3 === 0 ? -c : c)) },
    truths: across.map((m) => multiply(mirrorY(), m)),
  };
}

const mirrorX = () => Float64Array.of(-1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1);
const mirrorY = () => Float64Array.of(1, 0, 0, 0, 0, -1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1);

function scaled(make: (rng: Rng) => Thing) {
  return (rng: Rng): Pair => {
    const [source, target] = scans(make(rng), rng.between(0.6, 1), NOISE, rng);
    const factors = [1.02, 1.05, 1.1, 1.3, 0.98, 0.95, 0.9, 0.8];
    const factor = factors[rng.integer(factors.length)]!;
    const pair = hidden(source, target, rng, 'unique');
    return {
      ...changed(
        pair,
        pair.source.points.map((c) => c * factor),
      ),
      given: pair.truths,
      factor,
    };
  };
}

function unrelated(one: (rng: Rng) => Thing, other: (rng: Rng) => Thing) {
  return (rng: Rng): Pair => {
    const [source] = scans(one(rng), 1, NOISE, rng);
    const [, target] = scans(other(rng), 1, NOISE, rng);
    const scale = bounds(target).diagonal / bounds(source).diagonal;
    return hidden(
      source.map((c) => c * scale),
      target,
      rng,
      'none',
    );
  };
}

function noise(rng: Rng): Pair {
  const gaussian = () => Float64Array.from({ length: 3 * 1500 }, () => rng.gaussian());
  const uniform = () => Float64Array.from({ length: 3 * 1500 }, () => rng.between(-1, 1));
  return rng.uniform() < 0.5 ? hidden(gaussian(), gaussian(), rng, 'none') : hidden(uniform(), uniform(), rng, 'none');
}

export const distinctKinds: readonly Kind[] = [
  kindOf(
    'right, whole',
    'unique',
    all.map((make) => right(make, 1, 1)),
  ),
  kindOf(
    'right, partial',
    'unique',
    all.map((make) => right(make, 0.5, 0.8)),
  ),
  kindOf('flat terrain', 'unique', [flatTerrain]),
  kindOf(
    'mirrored',
    'none',
    all.flatMap((make) => [mirrored(make, 1), mirrored(make, 0.6)]),
  ),
  kindOf('mirrored twin', 'unique', [mirroredTwin]),
  kindOf('scaled', 'none', all.map(scaled)),
  kindOf(
    'unrelated',
    'none',
    all.flatMap((one, i) => all.slice(i).map((other) => unrelated(one, other))),
  ),
  kindOf('noise', 'none', [noise]),
];
