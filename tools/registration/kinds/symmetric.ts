/* What lies on itself in several ways: geometry cannot tell them apart. */
import { expSe3 } from '../../../src/math/se3.ts';
import { multiply, type Matrix4 } from '../../../src/math/matrix4.ts';
import type { Rng } from '../../../src/math/rng.ts';
import { hidden, kindOf, translation, type Kind, type Pair } from './kind.ts';
import {
  ball,
  box,
  disc,
  faces,
  handle,
  mantle,
  moved,
  repeated,
  scan,
  sheet,
  type Face,
  type Thing,
} from './patches.ts';

const POINTS = 2500;
type Vec = readonly [number, number, number];

/** A turn about an axis through a place. */
export function turnAbout(axis: Vec, angle: number, [x, y, z]: Vec): Matrix4 {
  const turn = expSe3(
    axis.map((c) => c * angle),
    [0, 0, 0],
  );
  return multiply(translation(x, y, z), multiply(turn, translation(-x, -y, -z)));
}

const axes: readonly Vec[] = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];

function scansOf(thing: Thing, rng: Rng, alike: readonly Matrix4[], noise = 0.004) {
  return hidden(scan(thing, POINTS, noise, rng), scan(thing, POINTS, noise, rng), rng, 'ambiguous', alike);
}

function cuboid(rng: Rng) {
  const size: Vec = [rng.between(1.6, 2), rng.between(1, 1.3), rng.between(0.5, 0.8)];
  const centre: Vec = [size[0] / 2, size[1] / 2, size[2] / 2];
  return scansOf(
    box([0, 0, 0], size),
    rng,
    axes.map((axis) => turnAbout(axis, Math.PI, centre)),
  );
}

function cube(rng: Rng) {
  const quarters = axes.flatMap((axis) => [1, 2, 3].map((k) => turnAbout(axis, (k * Math.PI) / 2, [0.5, 0.5, 0.5])));
  return scansOf(box([0, 0, 0], [1, 1, 1]), rng, quarters);
}

function cylinder(rng: Rng) {
  const [radius, height] = [rng.between(0.3, 0.6), rng.between(1, 2)];
  return scansOf([mantle([0, 0, 0], radius, height), disc([0, 0, 0], radius), disc([0, 0, height], radius)], rng, []);
}

function prism(rng: Rng) {
  const sides = 3 + rng.integer(4);
  const height = rng.between(1.3, 2);
  const corner = (k: number): Vec => [Math.cos((2 * Math.PI * k) / sides), Math.sin((2 * Math.PI * k) / sides), 0];
  const walls = Array.from({ length: sides }, (_, k) => {
    const [a, b] = [corner(k), corner(k + 1)];
    return sheet(a, [b[0] - a[0], b[1] - a[1], 0], [0, 0, height]);
  });
  // A cone-less roof would let it be turned over; a ball on top keeps the turns alone.
  const turns = Array.from({ length: sides - 1 }, (_, k) =>
    turnAbout([0, 0, 1], (2 * Math.PI * (k + 1)) / sides, [0, 0, 0]),
  );
  return scansOf([...walls, ball([0, 0, height], 0.4)], rng, turns);
}

/** A windowed wall scanned in two windows along it, or a bare plane: shifts fit, turned or not. */
function facade(rng: Rng) {
  const [wide, high] = [rng.between(1.8, 2.4), rng.between(2.8, 3.2)];
  const bay: Thing = [
    sheet([0, 0, 0], [0.3 * wide, 0, 0], [0, 0, high]),
    sheet([0.7 * wide, 0, 0], [0.3 * wide, 0, 0], [0, 0, high]),
    sheet([0.3 * wide, 0, 0], [0.4 * wide, 0, 0], [0, 0, 0.35 * high]),
    sheet([0.3 * wide, 0, 0.8 * high], [0.4 * wide, 0, 0], [0, 0, 0.2 * high]),
    sheet([0.3 * wide, 0.25, 0.35 * high], [0.4 * wide, 0, 0], [0, 0, 0.45 * high]),
    sheet([0.3 * wide, 0, 0.35 * high], [0.4 * wide, 0, 0], [0, 0.25, 0]),
  ];
  const all = repeated(repeated(bay, 8, [wide, 0, 0]), 3, [0, 0, high]);
  const target = scan(all, POINTS, 0.01, rng, (p) => p[0] > 2 * wide);
  return hidden(
    scan(all, POINTS, 0.01, rng, (p) => p[0] < 6 * wide),
    target,
    rng,
    'ambiguous',
  );
}

function corridor(rng: Rng) {
  const [wide, high, long] = [rng.between(1.6, 2.4), rng.between(2.3, 2.9), 14];
  const all = box([0, 0, 0], [long, wide, high], ['front', 'back', 'bottom', 'top']);
  const target = scan(all, POINTS, 0.01, rng, (p) => p[0] > 4);
  return hidden(
    scan(all, POINTS, 0.01, rng, (p) => p[0] < 10),
    target,
    rng,
    'ambiguous',
  );
}

/** The faces seen from two opposite corners: only the top is in both, and half a turn lays all three on each other. */
function twoSidesOfBox(rng: Rng) {
  const size: Vec = [rng.between(1.7, 2), rng.between(1.1, 1.4), rng.between(0.6, 0.9)];
  const seen = (of: readonly Face[]) => scan(box([0, 0, 0], size, of), POINTS, 0.004, rng);
  const half = turnAbout([0, 0, 1], Math.PI, [size[0] / 2, size[1] / 2, 0]);
  return hidden(seen(['front', 'right', 'top']), seen(['back', 'left', 'top']), rng, 'ambiguous', [half]);
}

/** Handle in both, the mantle from two sides with a strip in common: half a turn about the handle's own axis fits better than the truth. */
function twoSidesOfMug(rng: Rng) {
  const [radius, height] = [rng.between(0.38, 0.45), rng.between(0.9, 1.1)];
  const grip: Thing = [handle([radius, 0, height / 2], 0.28, 0.05)];
  const seen = (from: number, to: number) =>
    scan([mantle([0, 0, 0], radius, height, from, to), ...grip], POINTS, 0.003, rng);
  const half = turnAbout([1, 0, 0], Math.PI, [0, 0, height / 2]);
  return hidden(seen(-0.5, Math.PI), seen(-Math.PI, 0.5), rng, 'ambiguous', [half]);
}

/**
 * A building with windows and a saddle roof, alike on all sides, from two opposite corners. From above, both see the whole roof; from the street each sees its own slope, and
 * half a turn lays the two scans wholly on each other: no clouds can tell that from two scans of one side.
 */
function twoSidesOfHouse(fromAbove: boolean) {
  return (rng: Rng): Pair => {
    const [w, d, h] = [rng.between(9, 12), rng.between(6, 8), rng.between(4, 6)];
    const half = turnAbout([0, 0, 1], Math.PI, [w / 2, d / 2, 0]);
    const window = (x: number, y: number, across: boolean): Thing =>
      across ? box([x - 0.15, y, 1.5], [0.3, 1, 1.4]) : box([x, y - 0.15, 1.5], [1, 0.3, 1.4]);
    const slopes = [sheet([0, 0, h], [w, 0, 0], [0, d / 2, 2]), sheet([0, d, h], [w, 0, 0], [0, -d / 2, 2])] as const;
    const long = (y: number) => [0.2, 0.5, 0.8].flatMap((x) => window(x * w - 0.5, y, false));
    const short = (x: number) => [0.3, 0.7].flatMap((y) => window(x, y * d - 0.5, true));
    const sides = [
      [...box([0, 0, 0], [w, d, h], ['front', 'right']), ...long(0), ...short(w), slopes[0]],
      [...box([0, 0, 0], [w, d, h], ['back', 'left']), ...long(d), ...short(0), slopes[1]],
    ] as const;
    const seen = (k: 0 | 1) => scan(fromAbove ? [...sides[k], slopes[1 - k]!] : sides[k], POINTS, 0.02, rng);
    return fromAbove
      ? hidden(seen(0), seen(1), rng, 'ambiguous', [half])
      : hidden(seen(0), seen(1), rng, 'hidden', [], [half]);
  };
}

function plane(rng: Rng) {
  return scansOf([sheet([0, 0, 0], [3, 0, 0], [0, 2, 0])], rng, [], 0.01);
}

/** Mirror-symmetric and otherwise alike in front and behind: half a turn about the upright fits. */
function table(rng: Rng) {
  const [w, d, h] = [rng.between(1.4, 1.8), rng.between(0.7, 0.9), rng.between(0.7, 0.8)];
  const leg = box([0, 0, 0], [0.08, 0.08, h]);
  const legs = [0, 1].flatMap((i) => [0, 1].flatMap((k) => moved(leg, [i * (w - 0.08), k * (d - 0.08), 0])));
  const half = turnAbout([0, 0, 1], Math.PI, [w / 2, d / 2, 0]);
  return scansOf([...legs, ...box([0, 0, h], [w, d, 0.05], faces)], rng, [half]);
}

export const symmetricKinds: readonly Kind[] = [
  kindOf('cuboid', 'ambiguous', [cuboid]),
  kindOf('cube, prism', 'ambiguous', [cube, prism]),
  kindOf('cylinder', 'ambiguous', [cylinder]),
  kindOf('table', 'ambiguous', [table]),
  kindOf('corridor', 'ambiguous', [corridor]),
  kindOf('plane', 'ambiguous', [plane]),
  kindOf('facade', 'ambiguous', [facade]),
  kindOf('two sides', 'ambiguous', [twoSidesOfBox, twoSidesOfMug, twoSidesOfHouse(true)]),
  kindOf('two sides, none in both', 'hidden', [twoSidesOfHouse(false)]),
];
