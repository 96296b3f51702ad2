import { expect, test } from 'vitest';
import { multiply } from '../../src/math/matrix4.ts';
import { expSe3 } from '../../src/math/se3.ts';
import { samplePose } from '../../src/trace/poses.ts';

const rows = [
  expSe3([0, 0, 0], [0, 0, 0]),
  expSe3([0, 0, 0.8], [1, 2, 3]),
  multiply(expSe3([0.5, 0, 0], [0, 0, 0]), expSe3([0, 0, 0.8], [1, 2, 3])),
];
const poses = Float64Array.from(rows.flatMap((row) => [...row]));
const at = (t: number) => [...samplePose(poses, 2, t, new Float64Array(16))];

test('at every step exactly that step’s pose, bit for bit; before, after and beside the record its ends', () => {
  for (const [i, row] of rows.entries()) expect(at(i)).toEqual([...row]);
  expect(at(-1)).toEqual([...rows[0]!]);
  expect(at(7)).toEqual([...rows[2]!]);
  expect(at(NaN)).toEqual([...rows[0]!]);
});

test('crosses in the first third of a step, along the screw, and rests: sixth of a step is half of the way', () => {
  // smoothstep(1/2) = 1/2: half of the twist.
  const half = expSe3([0, 0, 0.4], [0.5, 1, 1.5]);
  at(1 / 6).forEach((value, k) => expect(value).toBeCloseTo(half[k]!, 12));
  const second = multiply(expSe3([0.25, 0, 0], [0, 0, 0]), rows[1]!);
  at(1 + 1 / 6).forEach((value, k) => expect(value).toBeCloseTo(second[k]!, 12));
  for (const t of [0.34, 0.5, 0.99]) at(t).forEach((value, k) => expect(value).toBeCloseTo(rows[1]![k]!, 12));
});

test('writes into what it is given', () => {
  const out = new Float64Array(16);
  expect(samplePose(poses, 2, 0.1, out)).toBe(out);
});
