/* Furnished rooms: what is at right angles everywhere and yet has one pose, or none. */
import type { Rng } from '../../../src/math/rng.ts';
import { hidden, kindOf, type Kind } from './kind.ts';
import { turnAbout } from './symmetric.ts';
import { box, bumpyBall, mantle, scan, type Thing } from './patches.ts';

const POINTS = 3000;

/** Boxes and lumps along the walls and about the floor. */
function furniture([w, d]: readonly [number, number], pieces: number, rng: Rng): Thing {
  return Array.from({ length: pieces }, () => {
    const [x, y] = [rng.between(0.1, w - 1.2), rng.between(0.1, d - 1)];
    const kind = rng.integer(3);
    if (kind === 0) return [bumpyBall([x + 0.4, y + 0.4, 0.5], rng.between(0.25, 0.45), rng)];
    if (kind === 1) return [mantle([x + 0.4, y + 0.4, 0], rng.between(0.15, 0.35), rng.between(0.6, 1.8))];
    return box([x, y, 0], [rng.between(0.4, 1.1), rng.between(0.3, 0.9), rng.between(0.4, 1.9)]);
  }).flat();
}

/** One room from its two ends, half of it in both. */
function twoEnds(rng: Rng) {
  const [w, d, h] = [rng.between(6, 8), rng.between(3.5, 4.5), 2.6];
  const all = [...box([0, 0, 0], [w, d, h]), ...furniture([w, d], 9 + rng.integer(5), rng)];
  const share = rng.between(0.5, 0.7);
  const reach = w / (2 - share);
  const source = scan(all, POINTS, 0.01, rng, (p) => p[0] < reach);
  const target = scan(all, POINTS, 0.01, rng, (p) => p[0] > w - reach);
  const half = turnAbout([0, 0, 1], Math.PI, [w / 2, d / 2, 0]);
  return hidden(source, target, rng, 'unique', [], [half]);
}

function corner(rng: Rng): Thing {
  const size = [rng.between(3, 4), rng.between(3, 4), rng.between(2.2, 2.8)] as const;
  return [
    ...box([0, 0, 0], size, ['left', 'front', 'bottom']),
    ...furniture([size[0], size[1]], 5 + rng.integer(4), rng),
  ];
}

/** Corners of two rooms that have nothing in common but being corners. */
function otherCorner(rng: Rng) {
  const [one, other] = [corner(rng), corner(rng)];
  return hidden(scan(one, POINTS, 0.01, rng), scan(other, POINTS, 0.01, rng), rng, 'none');
}

function sameCorner(rng: Rng) {
  const one = corner(rng);
  const [from, to] = [rng.between(0.2, 0.6), rng.between(2.6, 3)];
  const source = scan(one, POINTS, 0.01, rng, (p) => p[0] < to);
  return hidden(
    source,
    scan(one, POINTS, 0.01, rng, (p) => p[1] > from - 0.5),
    rng,
    'unique',
  );
}

export const roomKinds: readonly Kind[] = [
  kindOf('room from two ends', 'unique', [twoEnds]),
  kindOf('room corner', 'unique', [sameCorner]),
  kindOf('other corner', 'none', [otherCorner]),
];
