import type { Points } from '../clouds/types.ts';
import { identity, multiply, rotateVectors, transformPoints, type Matrix4 } from '../math/matrix4.ts';
import { createRng } from '../math/rng.ts';
import { expSe3 } from '../math/se3.ts';
import type { CloudSize, Prepared, PreparedCloud } from './prepare.ts';
import { contradiction, layingOf, type Laid } from './rival/laid.ts';
import { rarities, shiftsBetween, type Oriented } from './rival/shifts.ts';
import { likelyTurns } from './rival/turns.ts';
import type { AlternativeKind } from './types.ts';

const RADIAN = Math.PI / 180;

/** Starts around a pose: how many, how far they turn and, in the source's radii, how far they move. */
interface Ring {
  readonly count: number;
  readonly fromAngle: number;
  readonly toAngle: number;
  readonly shift: number;
}

/** Near enough that a right pose is found again from most of them … */
const near: Ring = { count: 4, fromAngle: 12 * RADIAN, toAngle: 20 * RADIAN, shift: 0.1 };
/** … and far, where a wrong one may turn out to be a local optimum only. */
const far: Ring = { count: 6, fromAngle: 50 * RADIAN, toAngle: Math.PI, shift: 0.1 };

/** Poses turned about where the source's centroid lies, seeded. */
export function startsAround(pose: Matrix4, size: CloudSize, seed: number): { near: Matrix4[]; far: Matrix4[] } {
  return { near: ringAround(pose, size, near, seed, 'near'), far: ringAround(pose, size, far, seed, 'far') };
}

function ringAround(pose: Matrix4, { centroid, radius }: CloudSize, ring: Ring, seed: number, name: string): Matrix4[] {
  const rng = createRng(seed, 'starts around', name);
  const direction = new Float64Array(3);
  return Array.from({ length: ring.count }, () => {
    const angle = rng.between(ring.fromAngle, ring.toAngle);
    const turn = expSe3(
      rng.direction(direction).map((c) => c * angle),
      [0, 0, 0],
    );
    rng.direction(direction);
    for (let row = 0; row < 3; row++) {
      let shift = centroid[row]! + ring.shift * radius * direction[row]!;
      for (let k = 0; k < 3; k++) shift -= turn[4 * row + k]! * centroid[k]!;
      turn[4 * row + 3] = shift;
    }
    return multiply(pose, turn);
  });
}

/** Where a refinement may find a pose that fits as well. Of `mirror` and `scale` the pose is not rigid. */
export interface RivalStart {
  readonly kind: Extract<AlternativeKind, 'shift' | 'turn' | 'mirror' | 'scale'>;
  readonly pose: Matrix4;
  /** Lengths in which it is right at best, in the clouds' unit: what its refinement begins with. */
  readonly width: number;
  /** What it promises, roughly, 0 … 1: how much it lays on the other cloud without contradiction. */
  readonly score: number;
  /** In which part of what they have in common the two clouds contradict each other there, roughly. */
  readonly contradiction: number;
}

/** Points of the source and of the target that vote for shifts, and of the source that rank them. */
const MOVING = 200;
const FIXED = 900;
const RANKED = 200;
/** Shifts that are looked at: of the pose as it is, and of each turn, mirror image and size. */
const SHIFTS = 24;
const SHIFTS_HALF = 10;
const SHIFTS_TURNED = 3;
/** The first turns are half turns about the axes of what is built. */
const HALF_TURNS = 3;
/** Two clouds that contradict each other in this part of what they have in common promise nothing. */
const CONTRADICTED = 0.4;
/** Starts that are handed out, of each kind … */
const HANDED = { shift: 8, turn: 10, mirror: 4, scale: 3 } as const;
/** … and what part of the best one's promise they make at least. */
const ENOUGH = 0.4;
const sizes = [0.7, 0.77, 0.85, 0.91, 0.95, 0.98, 1.02, 1.05, 1.1, 1.18, 1.3, 1.43];
/** Cells of the correlation a side: of the pose as it is, and of what is turned, mirrored or of another size. */
const FINE = 72;
const COARSE = 56;
/** A shift of less than this, in cells, is the pose itself. */
const ITSELF = 2;

/**
 * Where else a cloud might lie as well as at `pose`, from the clouds alone and the same at every call: moved by the peaks of their cross-correlation (the
 * periods of what repeats), turned as built and round things allow and then moved, mirrored, and at other sizes. Best first within each kind; coarse: refine from
 * `width`. `limit`: a point counts as laid on the other cloud within this.
 */
export function rivalStarts(clouds: Prepared, pose: Matrix4, limit: number): readonly RivalStart[] {
  const moving = placedAt(pose, spreadSample(clouds.source, MOVING));
  const weights = rarities(moving.normals);
  const fixed = spreadSample(clouds.target, FIXED);
  const cell = Math.max(limit, spacingOf(clouds.target, fixed.points));
  const width = 1.5 * cell;
  const ranked = { source: spreadSample(clouds.source, RANKED), target: spreadSample(clouds.target, RANKED) };
  const lay = layingOf(clouds, ranked, { source: width, target: width });
  const shifted = (motion: Matrix4, kind: RivalStart['kind'], most: number): RivalStart[] =>
    shiftsBetween(placedAt(motion, moving), weights, fixed, { cell, cells: kind === 'shift' ? FINE : COARSE, most })
      .filter(({ by }) => kind !== 'shift' || Math.hypot(...by) > ITSELF * cell)
      .map(({ by }) => {
        const at = motion.slice();
        for (let row = 0; row < 3; row++) at[4 * row + 3]! += by[row as 0 | 1 | 2];
        const start = multiply(at, pose);
        const laid = lay(start);
        return { kind, pose: start, width, score: promise(laid), contradiction: contradiction(laid) };
      });
  const turns = likelyTurns(fixed.points, fixed.normals);
  const all = {
    shift: shifted(identity(), 'shift', SHIFTS),
    turn: turns.slice(1).flatMap((turn, i) => shifted(turn, 'turn', i < HALF_TURNS ? SHIFTS_HALF : SHIFTS_TURNED)),
    mirror: turns.flatMap((turn) => shifted(multiply(through, turn), 'mirror', SHIFTS_TURNED - 1)),
    scale: sizes.flatMap((size) => shifted(atSize(size), 'scale', 1)),
  };
  return (['shift', 'turn', 'mirror', 'scale'] as const).flatMap((kind) => handed(all[kind], HANDED[kind]));
}

/** Those that promise most and, of what promises enough, those with the least contradiction: a landmark is in both scans at one shift only, and not at that of most overlap. */
function handed(starts: readonly RivalStart[], most: number): readonly RivalStart[] {
  const byScore = starts.toSorted((a, b) => b.score - a.score);
  const first = byScore.slice(0, Math.ceil(most / 2));
  const enough = ENOUGH * (first[0]?.score ?? 0);
  const quiet = byScore
    .slice(first.length)
    .filter(({ score }) => score > enough)
    .sort((a, b) => a.contradiction - b.contradiction);
  return [...first, ...quiet.slice(0, most - first.length)];
}

/** How much it lays on the target, less where the two contradict each other. */
function promise(laid: Laid): number {
  return laid.score * Math.max(0, 1 - contradiction(laid) / CONTRADICTED);
}

/** The mirror image through a point: with a half turn, that in a plane. */
const through = Float64Array.of(-1, 0, 0, 0, 0, -1, 0, 0, 0, 0, -1, 0, 0, 0, 0, 1);

function atSize(size: number): Matrix4 {
  return Float64Array.of(size, 0, 0, 0, 0, size, 0, 0, 0, 0, size, 0, 0, 0, 0, 1);
}

/** Spread over the cloud as its points are: every so many of them in the order of the tree. */
export function spreadSample(cloud: PreparedCloud, most: number): Oriented {
  const { points, axes } = cloud.ordered();
  const count = points.length / 3;
  if (count <= most) return { points, normals: axes() };
  const pick = (from: Float64Array): Points => {
    const out = new Float64Array(3 * most);
    for (let i = 0; i < most; i++) {
      const at = 3 * Math.floor(((i + 0.5) * count) / most);
      out.set(from.subarray(at, at + 3), 3 * i);
    }
    return out;
  };
  return { points: pick(points), normals: pick(axes()) };
}

function placedAt(motion: Matrix4, { points, normals }: Oriented): Oriented {
  return { points: transformPoints(motion, points), normals: rotateVectors(motion, normals) };
}

/** How far apart the points of a sample lie, if those of the cloud lie on a surface. */
function spacingOf(cloud: PreparedCloud, sample: Points): number {
  return cloud.spacing() * Math.sqrt(cloud.cloud.points.length / sample.length);
}
