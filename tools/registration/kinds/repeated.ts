/*
 * What repeats, half to three quarters of it in both scans: with nothing to tell one period from the next several poses fit, with a landmark that both have seen one.
 */
import type { Rng } from '../../../src/math/rng.ts';
import { hidden, kindOf, translation, type Kind, type Pair } from './kind.ts';
import { ball, box, bumpyBall, disc, mantle, moved, repeated, scan, sheet, type Thing } from './patches.ts';

type Step = readonly [number, number, number];

interface Row {
  /** All of it, the landmark included. */
  readonly thing: Thing;
  readonly step: Step;
  /** Periods in all; the first lies at 0 along the step. */
  readonly count: number;
  readonly landmark: boolean;
}

const POINTS = 9000;

/** Two windows of a row along its step: of `count` periods each sees about two thirds, and the landmark, in the middle, stands in both. */
function windows({ thing, step, count, landmark }: Row, rng: Rng): Pair {
  const length = Math.hypot(...step);
  const along = (p: readonly [number, number, number]) =>
    (p[0] * step[0] + p[1] * step[1] + p[2] * step[2]) / length ** 2;
  // Windows of w periods that overlap by half to three quarters of themselves.
  const share = rng.between(0.5, 0.75);
  const width = Math.floor(count / (2 - share));
  const from = count - width;
  const noise = 0.003 * length;
  const target = scan(thing, POINTS, noise, rng, (p) => along(p) >= from - 0.5 && along(p) < count - 0.5);
  const source = scan(thing, POINTS, noise, rng, (p) => along(p) >= -0.5 && along(p) < width - 0.5);
  const by = (k: number) => translation(k * step[0], k * step[1], k * step[2]);
  // Shifts that leave at least a third of a window in the other.
  const shifts = [...Array(2 * count + 1).keys()]
    .map((k) => k - count)
    .filter((k) => k !== 0 && width - Math.abs(k - from) >= width / 3);
  const turns = landmark ? [] : shifts.map(by);
  return hidden(source, target, rng, landmark ? 'unique' : 'ambiguous', turns, [by(from), by(1)]);
}

function column(rng: Rng): Thing {
  const [radius, height] = [rng.between(0.35, 0.5), rng.between(4, 6)];
  return [
    mantle([0, 0, 0], radius, height),
    ...box([-1.4 * radius, -1.4 * radius, height], [2.8 * radius, 2.8 * radius, 0.4]),
  ];
}

/** A landmark between the middle and its neighbour. */
function statue(x: number, rng: Rng): Thing {
  const size = rng.between(0.5, 0.7);
  return [
    ...box([x - 0.9, -0.3, 0], [1.1, 1, 0.9]),
    bumpyBall([x - 0.3, 0.2, 0.9 + size], size, rng),
    mantle([x + 0.2, 0.5, 0.9], 0.22, 2.4),
  ];
}

function colonnade(landmark: boolean) {
  return (rng: Rng): Pair => {
    const count = 9 + rng.integer(4);
    const step: Step = [rng.between(2.5, 3.5), 0, 0];
    const ground = sheet([-step[0], -1, 0], [(count + 1) * step[0], 0, 0], [0, 2, 0]);
    const middle = (Math.floor(count / 2) + 0.5) * step[0];
    const thing = [...repeated(column(rng), count, step), ground, ...(landmark ? statue(middle, rng) : [])];
    return windows({ thing, step, count, landmark }, rng);
  };
}

function car(length: number, height: number): Thing {
  return [
    ...box([-0.9, -length / 2, 0.3], [1.8, length, 0.5 * height], ['left', 'right', 'front', 'back', 'top']),
    ...box(
      [-0.8, -length / 4, 0.3 + 0.5 * height],
      [1.6, 0.55 * length, 0.45 * height],
      ['left', 'right', 'front', 'back', 'top'],
    ),
  ];
}

function parkedCars(landmark: boolean) {
  return (rng: Rng): Pair => {
    const count = 9 + rng.integer(4);
    const step: Step = [rng.between(2.4, 2.9), 0, 0];
    const ground = sheet([-step[0], -3.5, 0], [(count + 1) * step[0], 0, 0], [0, 7, 0]);
    const each = landmark
      ? Array.from({ length: count }, (_, i) =>
          moved(car(rng.between(3.4, 5.2), rng.between(1.2, 2.2)), [i * step[0], rng.between(-0.3, 0.3), 0]),
        ).flat()
      : repeated(car(rng.between(3.8, 4.8), rng.between(1.3, 1.7)), count, step);
    return windows({ thing: [...each, ground], step, count, landmark }, rng);
  };
}

function orchard(landmark: boolean) {
  return (rng: Rng): Pair => {
    const count = 7 + rng.integer(3);
    const rows = 3;
    const step: Step = [rng.between(4, 5), 0, 0];
    const across = rng.between(5.2, 6);
    const tree = (crown: number, height: number): Thing => [
      mantle([0, 0, 0], 0.2, height),
      ball([0, 0, height + 0.7 * crown], crown),
    ];
    const same = tree(rng.between(1.1, 1.5), rng.between(1.5, 2));
    const trees = Array.from({ length: rows * count }, (_, i) => {
      const shake = () => (landmark ? rng.between(-0.6, 0.6) : 0);
      const one = landmark ? tree(rng.between(0.8, 1.8), rng.between(1, 2.5)) : same;
      return moved(one, [(i % count) * step[0] + shake(), Math.floor(i / count) * across + shake(), 0]);
    }).flat();
    const ground = sheet([-step[0], -across / 2, 0], [(count + 1) * step[0], 0, 0], [0, rows * across, 0]);
    return windows({ thing: [...trees, ground], step, count, landmark }, rng);
  };
}

function shelf(landmark: boolean) {
  return (rng: Rng): Pair => {
    const count = 7 + rng.integer(3);
    const [step, depth, height]: [Step, number, number] = [[rng.between(0.8, 1), 0, 0], 0.35, 2];
    const bay: Thing = [
      sheet([-step[0] / 2, 0, 0], [0, depth, 0], [0, 0, height]),
      ...repeated([sheet([-step[0] / 2, 0, 0.1], [step[0], 0, 0], [0, depth, 0])], 5, [0, 0, 0.45]),
      sheet([-step[0] / 2, depth, 0], [step[0], 0, 0], [0, 0, height]),
    ];
    const books = landmark
      ? Array.from({ length: 3 * count }, () =>
          box(
            [(rng.integer(count) - 0.4) * step[0] + rng.between(0, 0.4), 0.05, 0.1 + 0.45 * rng.integer(4)],
            [rng.between(0.1, 0.35), 0.22, rng.between(0.15, 0.4)],
          ),
        ).flat()
      : [];
    return windows({ thing: [...repeated(bay, count, step), ...books], step, count, landmark }, rng);
  };
}

function stairs(landmark: boolean) {
  return (rng: Rng): Pair => {
    const count = 14 + rng.integer(5);
    const [run, rise, wide] = [rng.between(0.28, 0.34), rng.between(0.15, 0.19), 1.4];
    const step: Step = [run, 0, rise];
    const flight = repeated(
      [sheet([0, 0, 0], [run, 0, 0], [0, wide, 0]), sheet([run, 0, 0], [0, wide, 0], [0, 0, rise])],
      count + 1,
      step,
    );
    const wall = landmark
      ? [
          ...box([(count / 2) * run, wide - 0.25, (count / 2) * rise], [0.5, 0.2, 1.2]),
          bumpyBall([(count / 2 - 1.5) * run, 0.25, (count / 2) * rise + 0.2], 0.3, rng),
        ]
      : [];
    return windows({ thing: [...moved(flight, [-run / 2, 0, -rise / 2]), ...wall], step, count, landmark }, rng);
  };
}

function pipe(landmark: boolean) {
  return (rng: Rng): Pair => {
    const count = 8 + rng.integer(4);
    const [radius, height] = [rng.between(0.2, 0.3), rng.between(1.1, 1.6)];
    const step: Step = [0, 0, height];
    const flange = 1.5 * radius;
    const piece: Thing = [
      mantle([0, 0, 0], radius, height),
      mantle([0, 0, -0.05], flange, 0.1),
      disc([0, 0, -0.05], flange),
      disc([0, 0, 0.05], flange),
    ];
    const middle = (count / 2) * height;
    const valve = landmark
      ? [...box([radius, -0.2, middle], [0.5, 0.4, 0.5]), bumpyBall([-0.2, 0.4, middle + 0.3], 0.25, rng)]
      : [];
    return windows({ thing: [...repeated(piece, count, step), ...valve], step, count, landmark }, rng);
  };
}

function rail(landmark: boolean) {
  return (rng: Rng): Pair => {
    const count = 16 + rng.integer(6);
    const step: Step = [rng.between(0.6, 0.7), 0, 0];
    const long = (count + 1) * step[0];
    const rails = [-0.75, 0.68].flatMap((y) => box([-step[0], y, 0.15], [long, 0.07, 0.15], ['front', 'back', 'top']));
    const mast = landmark
      ? [
          ...box([(count / 2) * step[0], 1.4, 0], [0.3, 0.3, 2]),
          ...box([(count / 2 - 2) * step[0], -1.9, 0], [0.9, 0.5, 0.7]),
        ]
      : [];
    const ground = sheet([-step[0], -2, 0], [long, 0, 0], [0, 4, 0]);
    return windows(
      {
        thing: [
          ...repeated(box([-0.12, -1.3, 0], [0.24, 2.6, 0.15], ['left', 'right', 'front', 'back', 'top']), count, step),
          ...rails,
          ground,
          ...mast,
        ],
        step,
        count,
        landmark,
      },
      rng,
    );
  };
}

const rows = { colonnade, 'parked cars': parkedCars, orchard, shelf, stairs, pipe, rail };

export const repeatedKinds: readonly Kind[] = Object.entries(rows).flatMap(([id, make]) => [
  kindOf(id, 'ambiguous', [make(false)]),
  kindOf(`${id} + landmark`, 'unique', [make(true)]),
]);
