import { exp } from '../../../src/math/portable.ts';
import { createRng, type Rng } from '../../../src/math/rng.ts';
import { bounds } from '../../../src/clouds/spacing.ts';
import { chance, usual } from '../../../src/reconstruction/shapes/kit.ts';
import { assembly, bars, cabinet, plate, turnedAbout, turnedBody } from './assembly.ts';
import { plant } from './leaves.ts';
import { heightOver, joined, moved, ofCategory, one, standing, type Parts } from './parts.ts';

/** A thing of one of our categories, drawn out or pressed along its axes. */
function stretched(rng: Rng): Parts {
  return pressed(rng, ofCategory(rng), usual(rng, 0, 0.9));
}

/** Each axis by a factor of its own, e^(−2·most) to 1. */
const pressed = (rng: Rng, parts: Parts, most: number): Parts =>
  moved(parts, [0, 1, 2].map(() => exp(-2 * most * rng.uniform()))); // prettier-ignore

const small = [turnedBody, assembly, plant, cabinet, plate, bars, ofCategory, stretched] as const;

/** One to four things upon (or in) a larger one. */
function upon(rng: Rng): Parts {
  const base = chance(rng, 0.75) ? pressed(rng, ofCategory(rng, carriers), 0.3) : cabinet(rng);
  const { min, max, largestDimension } = bounds(joined(base));
  const parts: Float64Array[] = [...base];
  const count = 1 + rng.integer(4);
  for (let i = 0; i < count; i++) {
    const [x, z] = [usual(rng, min[0], max[0]), usual(rng, min[2], max[2])];
    const y = heightOver(base, x, z);
    if (y === undefined) continue;
    parts.push(
      ...standing(turnedAbout(rng, one(rng, small)(rng)), largestDimension * usual(rng, 0.08, 0.55), [x, y, z]),
    );
  }
  return parts;
}

const carriers = ['table', 'shelf', 'bed', 'sofa', 'bench', 'chair'] as const;

/** Two or three things side by side: a set. */
function set(rng: Rng): Parts {
  const parts: Float64Array[] = [];
  const thing = chance(rng, 0.4) ? one(rng, small)(rng) : undefined;
  const count = 2 + rng.integer(2);
  for (let i = 0; i < count; i++) {
    const size = usual(rng, 0.5, 1);
    const next = standing(turnedAbout(rng, thing ?? one(rng, small)(rng)), size, [0, 0, 0]);
    const at = bounds(joined(next));
    const right = parts.length === 0 ? 0 : bounds(joined(parts)).max[0] + rng.between(-0.1, 0.25);
    parts.push(...moved(next, [1, 1, 1], [right - at.min[0], 0, 0.2 * rng.gaussian()]));
  }
  return parts;
}

/** What is drawn, and how often among the varied. */
const kinds: readonly (readonly [share: number, draw: (rng: Rng) => Parts])[] = [
  [0.3, stretched],
  [0.2, upon],
  [0.14, assembly],
  [0.1, cabinet],
  [0.06, plate],
  [0.07, bars],
  [0.06, plant],
  [0.04, turnedBody],
  [0.03, set],
];

/** Thing `seed` of the wider generator: what Koubai's ten categories lack, in the hope of covering what others make. */
export function varied(seed: number): Parts {
  const rng = createRng(seed, 'varied');
  let left = rng.uniform();
  for (const [share, draw] of kinds) {
    left -= share;
    if (left < 0) return draw(rng);
  }
  return assembly(rng);
}
