import { createRng, type Rng } from '../../src/math/rng.ts';
import { rotatePoints, viewRotation } from '../../src/reconstruction/camera.ts';
import { maskBox, tightCrop } from '../../src/reconstruction/crop.ts';
import { normalise } from '../../src/reconstruction/normalise.ts';
import { render } from '../../src/reconstruction/render.ts';
import { createMesh, type Profile } from '../../src/reconstruction/shapes/mesh.ts';
import { PICTURE_SIZE, type Picture } from '../../src/reconstruction/types.ts';

/** Whether the object covers a point of the square −1 … 1 (y down), and how bright it is there, 0 … 1. */
interface Drawing {
  readonly covers: (x: number, y: number) => boolean;
  readonly shade: (x: number, y: number) => number;
}

/** Pictures that nothing in training looks like, by kind: what a measure of novelty has to find. */
export const foreignKinds = {
  'unseen solids': unseenSolid,
  blobs: (rng: Rng) => picture({ covers: blob(rng), shade: waves(rng) }),
  glyphs: (rng: Rng) => picture({ covers: strokes(rng), shade: even(rng) }),
  letters: (rng: Rng) => picture({ covers: letter(rng), shade: even(rng) }),
  noise: (rng: Rng) => picture({ covers: cells(rng), shade: grain(rng) }),
} as const;

export type ForeignKind = keyof typeof foreignKinds;

export const foreignPicture = (kind: ForeignKind, set: string, index: number): Picture =>
  foreignKinds[kind](createRng(index, 'foreign', kind, set));

const FINE = 160;
const SUPER = 3;

/** The drawing on its tight crop. */
function picture({ covers, shade }: Drawing): Picture {
  const at = (i: number) => (2 * (i + 0.5)) / FINE - 1;
  const fine = Uint8Array.from({ length: FINE * FINE }, (_, i) =>
    covers(at(i % FINE), at(Math.floor(i / FINE))) ? 255 : 0,
  );
  const box = maskBox(fine, FINE) ?? { left: 0, right: FINE, top: 0, bottom: FINE };
  const crop = tightCrop(box, PICTURE_SIZE);
  const gray = new Uint8Array(PICTURE_SIZE ** 2);
  const mask = new Uint8Array(PICTURE_SIZE ** 2);
  for (let i = 0; i < mask.length; i++) {
    let [covered, sum] = [0, 0];
    for (let k = 0; k < SUPER * SUPER; k++) {
      const px = (i % PICTURE_SIZE) + ((k % SUPER) + 0.5) / SUPER;
      const py = Math.floor(i / PICTURE_SIZE) + (Math.floor(k / SUPER) + 0.5) / SUPER;
      const x = at((px - crop.x) / crop.scale - 0.5);
      const y = at((py - crop.y) / crop.scale - 0.5);
      if (Math.abs(x) > 1 || Math.abs(y) > 1 || !covers(x, y)) continue;
      covered++;
      sum += Math.min(1, Math.max(0, shade(x, y)));
    }
    mask[i] = Math.round((255 * covered) / SUPER ** 2);
    gray[i] = Math.round((255 * sum) / SUPER ** 2);
  }
  return { gray, mask };
}

const many = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);

function blob(rng: Rng): Drawing['covers'] {
  const bumps = many(3 + rng.integer(5), () => ({
    x: rng.between(-0.6, 0.6),
    y: rng.between(-0.6, 0.6),
    width: rng.between(0.12, 0.35),
  }));
  return (x, y) => bumps.reduce((sum, b) => sum + Math.exp(-((x - b.x) ** 2 + (y - b.y) ** 2) / b.width ** 2), 0) > 0.5;
}

function strokes(rng: Rng): Drawing['covers'] {
  const width = rng.between(0.05, 0.12);
  const segments = many(4 + rng.integer(5), () => many(4, () => rng.between(-0.85, 0.85)));
  return (x, y) =>
    segments.some(([x0 = 0, y0 = 0, x1 = 0, y1 = 0]) => {
      const [dx, dy] = [x1 - x0, y1 - y0];
      const t = Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy)));
      return (x - x0 - t * dx) ** 2 + (y - y0 - t * dy) ** 2 < width * width;
    });
}

/** Five columns by seven rows, the leftmost column in the highest of five bits. */
const LETTERS = [
  [14, 17, 17, 31, 17, 17, 17], // A
  [30, 17, 17, 30, 17, 17, 30], // B
  [31, 16, 16, 30, 16, 16, 31], // E
  [14, 17, 16, 23, 17, 17, 14], // G
  [17, 18, 20, 24, 20, 18, 17], // K
  [17, 27, 21, 21, 17, 17, 17], // M
  [14, 17, 17, 17, 21, 18, 13], // Q
  [30, 17, 17, 30, 20, 18, 17], // R
  [15, 16, 16, 14, 1, 1, 30], // S
  [17, 17, 17, 21, 21, 27, 17], // W
  [17, 17, 10, 4, 10, 17, 17], // X
  [31, 1, 2, 4, 8, 16, 31], // Z
] as const;

function letter(rng: Rng): Drawing['covers'] {
  const rows = LETTERS[rng.integer(LETTERS.length)] ?? LETTERS[0];
  const slant = rng.between(-0.3, 0.3);
  const wide = rng.between(0.5, 0.85);
  return (x, y) => {
    const column = Math.floor(2.5 * ((x + slant * y) / wide + 1));
    const row = Math.floor(3.5 * (y / 0.9 + 1));
    return column >= 0 && column < 5 && row >= 0 && row < 7 && ((rows[row]! >> (4 - column)) & 1) === 1;
  };
}

function cells(rng: Rng): Drawing['covers'] {
  const side = 6 + rng.integer(20);
  const share = rng.between(0.3, 0.7);
  const on = many(side * side, () => rng.uniform() < share);
  return (x, y) => on[Math.floor(((y + 1) / 2) * side) * side + Math.floor(((x + 1) / 2) * side)] ?? false;
}

function even(rng: Rng): Drawing['shade'] {
  const albedo = rng.between(0.5, 1);
  return () => albedo;
}

function waves(rng: Rng): Drawing['shade'] {
  const terms = many(4, () => many(4, () => rng.between(-6, 6)));
  return (x, y) => terms.reduce((sum, [a = 0, b = 0, c = 0]) => sum + 0.15 * Math.sin(a * x + b * y + c), 0.6);
}

function grain(rng: Rng): Drawing['shade'] {
  const side = 32;
  const values = many(side * side, rng.uniform);
  return (x, y) => values[Math.floor(((y + 1) / 2) * side) * side + Math.floor(((x + 1) / 2) * side)] ?? 0;
}

/** A vase, a tree, a heap of balls or a spiral of beams, rendered as the samples are: categories that training has not. */
function unseenSolid(rng: Rng): Picture {
  const mesh = createMesh();
  const round = (count: number, radius: (t: number) => number): Profile =>
    Array.from({ length: count + 1 }, (_, i) => [Math.max(0, radius(i / count)), i / count] as const);
  const kind = rng.integer(4);
  if (kind === 0) {
    const [a, b, c] = [rng.between(0.1, 0.3), rng.between(0.05, 0.2), rng.between(2, 7)];
    mesh.lathe(round(16, (t) => a + b * Math.sin(c * t + 1)));
  } else if (kind === 1) {
    const tiers = 2 + rng.integer(3);
    mesh.tube([0, 0, 0], [0, 0.3, 0], 0.06);
    for (let i = 0; i < tiers; i++) {
      const low = 0.25 + (0.7 * i) / tiers;
      mesh.tube([0, low, 0], [0, low + 0.9 / tiers, 0], [0.4 - 0.25 * (i / tiers), 0.01]);
    }
  } else {
    for (let i = 0; i < 12; i++) {
      const [x, y, z] = [rng.between(-0.4, 0.4), rng.between(-0.4, 0.4), rng.between(-0.4, 0.4)];
      const turn = 0.5 * i;
      if (kind === 2) mesh.tube([x, y, z], [x + 0.01, y + 0.2, z], [rng.between(0.05, 0.2), 0.15], 12);
      else mesh.tube([0, i / 12, 0], [0.5 * Math.cos(turn), i / 12, 0.5 * Math.sin(turn)], 0.03);
    }
  }
  const triangles = normalise(mesh.triangles());
  rotatePoints(viewRotation(rng.between(0, 2 * Math.PI), rng.between(0.15, 0.65)), triangles);
  const light = {
    direction: [rng.between(-0.7, 0.7), rng.between(0.4, 1), rng.between(0.4, 1)] as const,
    ambient: rng.between(0.25, 0.5),
    albedo: rng.between(0.5, 1),
  };
  return render(triangles, { light });
}
