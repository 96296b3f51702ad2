import { expect, test } from 'vitest';
import { commonOf, holdable, verdictOf } from '../../scenes/reconstruction/kin/held.ts';
import type { Held } from '../../scenes/reconstruction/kin/heldThing.ts';
import { nothingSeen } from '../../scenes/reconstruction/picture/see.ts';

const thing = (key: string, x: number): Held => ({
  shown: { key, from: 'own', sample: null },
  picture: { gray: new Uint8Array(4), mask: new Uint8Array(4) },
  points: Float64Array.of(x, 0, 0, 0, 0, 0),
  feature: new Float32Array(2),
});
const place = { place: [0, 0, 0] as const, order: Int32Array.of(2, 0, 3, 1), distances: Float64Array.of(1, 2, 3, 4) };

test('how near two things are by feature is told by how many of the map are farther, in space by where they meet', () => {
  const common = commonOf(thing('a', 0.5), thing('b', -0.5), 2.5, place);
  expect(common.nearer).toBe(0.5);
  expect(common.space.share).toBe(0.5);
  expect([...common.space.a]).toEqual([0, 1]);
  expect(commonOf(thing('a', 0.5), thing('b', 0.5), 0, place).nearer).toBe(1);
});

test('what is said of two things follows both measures', () => {
  const said = (distance: number, x: number) => verdictOf(commonOf(thing('a', 0.5), thing('b', x), distance, place));
  expect(said(0, 0.5)).toBe('same');
  expect(said(3, 0.5)).toBe('shape');
  const apart = (distance: number) => {
    const b = { ...thing('b', -0.5), points: Float64Array.of(-0.5, 0, 0, -0.4, 0, 0) };
    return verdictOf(commonOf(thing('a', 0.5), b, distance, place));
  };
  expect(apart(0)).toBe('kin');
  expect(apart(3)).toBe('apart');
});

test('nothing is kept before it is answered', () => {
  expect(holdable(nothingSeen)).toBeNull();
});
