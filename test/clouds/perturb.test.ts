import fc from 'fast-check';
import { expect, test } from 'vitest';
import { perturbationParams, type Perturbation } from '../../src/clouds/params.ts';
import { perturb } from '../../src/clouds/perturb.ts';
import { bounds } from '../../src/clouds/spacing.ts';
import { isRigid, rotationAngle, transformPoints } from '../../src/math/matrix4.ts';
import { defaultsOf } from '../../src/params/spec.ts';
import { sphere } from './shapes.ts';

/** Neither about the origin nor of size 1: the unit is half its largest edge, 10 … 12. */
const model = { points: sphere(2000, 1).map((v, i) => [12, 5, 3][i % 3]! * v + [100, -50, 7][i % 3]!) };
const { centre, largestDimension } = bounds(model.points);
const unit = largestDimension / 2;

const still: Perturbation = {
  points: 400,
  rotation: 0,
  translation: 0,
  noise: 0,
  outliers: 0,
  structured: 0,
  missing: 0,
};
const everything: Perturbation = {
  points: 400,
  rotation: 50,
  translation: 0.3,
  noise: 0.02,
  outliers: 120,
  structured: 80,
  missing: 0.4,
};

/** Of the scene points that come from the model: how far each is from its origin under the true pose, in units. */
function residuals({ scene, modelFromScene, kind, origin }: ReturnType<typeof perturb>): number[] {
  const back = transformPoints(modelFromScene, scene.points);
  return [...origin].flatMap((from, i) =>
    kind[i] === 0 ? [0, 1, 2].map((c) => (back[3 * i + c]! - model.points[3 * from + c]!) / unit) : [],
  );
}

test('every setting of the sliders: counts, kinds, origins, angle, translation, truth (seed 41)', () => {
  const setting = fc.record(
    Object.fromEntries(
      Object.entries(perturbationParams).map(([name, spec]) => [
        name,
        'integer' in spec
          ? fc.integer({ min: spec.min, max: Math.min(900, spec.max) })
          : fc.double({ min: spec.min, max: spec.max, noNaN: true }),
      ]),
    ),
  ) as fc.Arbitrary<Perturbation>;
  fc.assert(
    fc.property(setting, fc.integer(), (p, seed) => {
      const made = perturb(model, { ...p, noise: 0 }, seed);
      const fromModel = p.points - Math.round(p.missing * p.points);
      const { kind, origin, scene, modelFromScene } = made;
      expect(kind).toEqual(
        Uint8Array.from([
          ...Array<number>(fromModel).fill(0),
          ...Array<number>(p.outliers).fill(1),
          ...Array<number>(p.structured).fill(2),
        ]),
      );
      expect(scene.points.length).toBe(3 * kind.length);
      expect(scene.points.every(Number.isFinite)).toBe(true);
      expect(origin.every((from, i) => (from >= 0 && from < 2000) === (kind[i] === 0))).toBe(true);
      expect(new Set(origin.subarray(0, fromModel)).size).toBe(fromModel); // fewer than the model's: each at most once
      expect(isRigid(modelFromScene, 1e-13)).toBe(true);
      expect(Math.abs((rotationAngle(modelFromScene) * 180) / Math.PI - p.rotation)).toBeLessThan(1e-11);
      // The centre moves by the translation alone.
      const moved = transformPoints(modelFromScene, Float64Array.from(centre)).map((v, c) => Math.abs(v - centre[c]!));
      expect(Math.hypot(...moved)).toBeLessThanOrEqual(Math.sqrt(3) * p.translation * unit + 1e-10);
      // Coordinates of 100, half extent about 12.
      expect(Math.max(...residuals(made).map(Math.abs))).toBeLessThan(1e-13);
    }),
    { seed: 41, numRuns: 60 },
  );
});

test('nothing set: the points themselves', () => {
  const { scene, origin } = perturb(model, still, 5);
  for (const [i, from] of origin.entries()) {
    for (let c = 0; c < 3; c++)
      expect(Math.abs(scene.points[3 * i + c]! - model.points[3 * from + c]!)).toBeLessThan(1e-13);
  }
});

test('the same in any unit and place of the model, to rounding', () => {
  const small = { points: model.points.map((v) => v / 1000) };
  const a = perturb(model, everything, 3);
  const b = perturb(small, everything, 3);
  expect(b.origin).toEqual(a.origin);
  for (const [i, v] of b.scene.points.entries()) expect(Math.abs(1000 * v - a.scene.points[i]!)).toBeLessThan(1e-11);
});

test('a seed gives its scene for ever, another another', () => {
  expect(perturb(model, everything, 3)).toEqual(perturb(model, everything, 3));
  const other = perturb(model, everything, 4);
  expect(other.modelFromScene).not.toEqual(perturb(model, everything, 3).modelFromScene);
  expect(other.origin).not.toEqual(perturb(model, everything, 3).origin);
});

/** The parts of a scene by what they are made of, in the frames in which they are drawn. */
function parts(p: Perturbation) {
  const made = perturb(model, p, 9);
  const of = (kind: number) => [...made.scene.points].filter((_, i) => made.kind[Math.floor(i / 3)] === kind);
  const noises = residuals(made);
  return {
    origins: [...made.origin].filter((i) => i >= 0),
    pose: [...made.modelFromScene],
    outliers: of(1),
    structured: of(2),
    /** By model point. */
    noise: new Map([...made.origin].filter((i) => i >= 0).map((from, i) => [from, noises.slice(3 * i, 3 * i + 3)])),
  };
}

test('each factor has its own stream: a slider moves its own part and nothing else (seed 9)', () => {
  const before = parts(everything);
  const changed = (change: Partial<Perturbation>) => parts({ ...everything, ...change });
  const same = (now: ReturnType<typeof parts>, ...names: (keyof typeof before)[]) => {
    for (const name of names) {
      if (name !== 'noise') expect(now[name], name).toEqual(before[name]);
      else {
        const shared = [...now.noise].filter(([from]) => before.noise.has(from));
        expect(shared.length).toBeGreaterThan(50);
        for (const [from, noise] of shared)
          for (let c = 0; c < 3; c++) expect(Math.abs(noise[c]! - before.noise.get(from)![c]!)).toBeLessThan(1e-12);
      }
    }
  };
  same(changed({ rotation: 10 }), 'origins', 'outliers', 'structured', 'noise');
  same(changed({ translation: 0 }), 'origins', 'outliers', 'structured', 'noise');
  same(changed({ noise: 0.05 }), 'origins', 'pose', 'outliers', 'structured');
  same(changed({ outliers: 500 }), 'origins', 'pose', 'structured', 'noise');
  same(changed({ structured: 10 }), 'origins', 'pose', 'outliers', 'noise');
  same(changed({ missing: 0.7 }), 'pose', 'outliers', 'structured', 'noise');
  same(changed({ points: 600 }), 'pose', 'outliers', 'structured', 'noise');
  // More of something keeps what there was; more missing takes from what was left.
  expect(changed({ outliers: 500 }).outliers.slice(0, 360)).toEqual(before.outliers);
  expect(changed({ structured: 200 }).structured.slice(0, 240)).toEqual(before.structured);
  expect(before.origins).toEqual(expect.arrayContaining(changed({ missing: 0.7 }).origins));
  const all = perturb(model, { ...still, points: 300 }, 9).origin;
  expect(perturb(model, { ...still, points: 900 }, 9).origin.subarray(0, 300)).toEqual(all);
});

test('missing is cut off by a plane: the kept and the removed points are separable along one direction (seed 9)', () => {
  const all = [...perturb(model, still, 9).origin];
  const kept = new Set(perturb(model, { ...still, missing: 0.3 }, 9).origin);
  expect(kept.size).toBe(280);
  // The perceptron finds a separating plane in finitely many steps if there is one, and never otherwise.
  const w = [0, 0, 0, 0];
  const samples = all.map((i) => ({
    x: [...[0, 1, 2].map((c) => (model.points[3 * i + c]! - centre[c]!) / unit), 1],
    y: kept.has(i) ? 1 : -1,
  }));
  let wrong = 1;
  for (let round = 0; round < 20_000 && wrong > 0; round++) {
    wrong = 0;
    for (const { x, y } of samples) {
      if (y * x.reduce((sum, v, c) => sum + v * w[c]!, 0) > 0) continue;
      wrong++;
      for (let c = 0; c < 4; c++) w[c] = w[c]! + y * x[c]!;
    }
  }
  expect(wrong).toBe(0);
});

test('noise has the SD asked for; outliers fill ±1.5 evenly; the blob has an SD of 1/9 … 1/4 about a centre in ±1.5 (seeds 0 … 19)', () => {
  const noise: number[] = [];
  const outliers: number[] = [];
  for (let seed = 0; seed < 20; seed++) {
    const made = perturb(model, { ...still, noise: 0.03, outliers: 200, structured: 200 }, seed);
    noise.push(...residuals(made));
    const local = [...made.scene.points].map((v, i) => (v - centre[i % 3]!) / unit);
    outliers.push(...local.filter((_, i) => made.kind[Math.floor(i / 3)] === 1));
    for (let c = 0; c < 3; c++) {
      const blob = local.filter((_, i) => i % 3 === c && made.kind[Math.floor(i / 3)] === 2);
      const mean = blob.reduce((sum, v) => sum + v, 0) / 200;
      const sd = Math.sqrt(blob.reduce((sum, v) => sum + (v - mean) ** 2, 0) / 199);
      // 200 draws: an SD is good to 5 %, a mean to 7 % of it; four times that.
      expect(sd).toBeGreaterThan((1 / 9) * 0.8);
      expect(sd).toBeLessThan((1 / 4) * 1.2);
      expect(Math.abs(mean)).toBeLessThan(1.5 + 0.3 * sd);
    }
  }
  const sd = Math.sqrt(noise.reduce((sum, v) => sum + v * v, 0) / noise.length);
  expect(Math.abs(sd / 0.03 - 1)).toBeLessThan(5 / Math.sqrt(2 * noise.length));
  expect(Math.max(...outliers.map(Math.abs))).toBeLessThanOrEqual(1.5);
  const cells = new Array<number>(30).fill(0);
  for (const v of outliers) cells[Math.floor((v + 1.5) * 10)]! += 1;
  // χ² with 29 degrees of freedom exceeds 67 with p < 1e-4.
  expect(cells.reduce((sum, k) => sum + (k - 400) ** 2 / 400, 0)).toBeLessThan(67);
});

test('more points than the model has are drawn with replacement, evenly (seed 2)', () => {
  const few = { points: sphere(50, 2) };
  const { origin } = perturb(few, { ...still, points: 5000 }, 2);
  const counts = new Array<number>(50).fill(0);
  for (const i of origin) counts[i]! += 1;
  // χ² with 49 degrees of freedom exceeds 96 with p < 1e-4.
  expect(counts.reduce((sum, k) => sum + (k - 100) ** 2 / 100, 0)).toBeLessThan(96);
});

test('a model of one spot, and the sliders’ defaults', () => {
  const spot = { points: new Float64Array(30).fill(2) };
  expect(perturb(spot, { ...everything, points: 10 }, 1).scene.points.every(Number.isFinite)).toBe(true);
  const made = perturb(model, defaultsOf(perturbationParams) as Perturbation, 1);
  expect(made.kind.length).toBe(700);
});
