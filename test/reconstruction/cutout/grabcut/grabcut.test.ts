import { expect, test } from 'vitest';
import { boxCut } from '../../../../src/reconstruction/cutout/boxCut.ts';
import { BACKGROUND, grabCut, MAYBE_OBJECT } from '../../../../src/reconstruction/cutout/grabcut/grabcut.ts';
import { noisy, painted, wrong, type Colour } from '../paint.ts';

const [W, H] = [160, 120];
const ball = (x: number, y: number) => (x - 80) ** 2 + (y - 60) ** 2 < 36 ** 2;
/** Two colours on either side, none of them the other's. */
const object = (_: number, y: number): Colour => (y < 55 ? [190, 60, 40] : [220, 190, 60]);
const meadow = (x: number, y: number): Colour => ((x >> 3) + (y >> 3)) % 2 === 0 ? [40, 110, 60] : [90, 150, 200]; // prettier-ignore
const box = { left: 36, top: 16, right: 124, bottom: 104 };
const scene = noisy(
  painted(W, H, (x, y) => (ball(x, y) ? object(x, y) : meadow(x, y))),
  10,
  1,
);

test('a thing of two colours before a ground of two others is found in a box drawn around it (seed 1)', () => {
  expect(wrong(boxCut(scene, box), ball)).toBeLessThan(0.03);
});

test('only what is in the box is cut out, whatever is alike beside it', () => {
  const twin = (x: number, y: number) => (x - 25) ** 2 + (y - 60) ** 2 < 18 ** 2;
  const two = painted(W, H, (x, y) => (ball(x, y) || twin(x, y) ? object(x, y) : meadow(x, y)));
  const { alpha } = boxCut(two, { left: 44, top: 20, right: 120, bottom: 100 });
  expect(alpha[60 * W + 25]).toBe(0);
  expect(alpha[60 * W + 80]).toBe(255);
});

test('no round makes the energy larger, and it stops where nothing moves (seed 1)', () => {
  const known = Uint8Array.from({ length: W * H }, (_, at) => {
    const [x, y] = [at % W, Math.floor(at / W)];
    return x >= box.left && x < box.right && y >= box.top && y < box.bottom ? MAYBE_OBJECT : BACKGROUND;
  });
  const heard: number[] = [];
  const { energies, inside } = grabCut(scene, known, { rounds: 12, gamma: 50, onRound: (done) => heard.push(done) });
  expect(energies.length).toBeGreaterThan(1);
  expect(energies.length).toBeLessThan(12);
  energies.slice(1).forEach((energy, i) => expect(energy).toBeLessThanOrEqual(1.0005 * energies[i]!));
  expect(heard).toEqual(energies.map((_, i) => i + 1));
  expect(wrong({ alpha: inside.map((one) => 255 * one), width: W, height: H }, ball)).toBeLessThan(0.03);
});

test('progress goes from 0 to 1; the same box gives the same mask, to the byte', () => {
  const parts: number[] = [];
  const first = boxCut(scene, box, (part) => parts.push(part));
  expect(parts.at(-1)).toBe(1);
  expect([...parts].sort((a, b) => a - b)).toEqual(parts);
  expect(boxCut(scene, box).alpha).toEqual(first.alpha);
});
