import { rotatePoints, viewRotation } from '../../src/reconstruction/camera.ts';
import { CAMERA_DISTANCE } from '../../src/reconstruction/render.ts';
import type { RgbaImage } from '../../src/reconstruction/cutout/types.ts';

type Colour = readonly [red: number, green: number, blue: number];

const PAPER: Colour = [252, 251, 248];
/** Edge of the unit box at the middle of a cloud, as a share of the pane. */
const UNIT = 0.64;
/** Radius of a dot as a share of the pane. */
const DOT = 0.0115;

export const pane = (edge: number): RgbaImage => {
  const data = new Uint8ClampedArray(4 * edge * edge);
  for (let i = 0; i < edge * edge; i++) data.set([...PAPER, 255], 4 * i);
  return { data, width: edge, height: edge };
};

function blend({ data, width }: RgbaImage, x: number, y: number, colour: Colour, part: number): void {
  const at = 4 * (y * width + x);
  for (let c = 0; c < 3; c++) data[at + c] = data[at + c]! + part * (colour[c]! - data[at + c]!);
}

/** Points in the viewer's frame as dots, `turnRad` about the viewer's upright axis; the nearer, the darker and larger. */
export function paintCloud(points: Float64Array, edge: number, turnRad: number, ink: Colour): RgbaImage {
  const out = pane(edge);
  const turned = rotatePoints(viewRotation(turnRad, 0), points.slice());
  const dots = Array.from({ length: turned.length / 3 }, (_, i) => [...turned.subarray(3 * i, 3 * i + 3)]);
  dots.sort((a, b) => a[2]! - b[2]!);
  for (const [x = 0, y = 0, z = 0] of dots) {
    const nearness = CAMERA_DISTANCE / (CAMERA_DISTANCE - z);
    const depth = Math.min(1, Math.max(0, z + 0.55) / 1.1);
    const colour = PAPER.map((paper, c) => paper + (0.25 + 0.75 * depth) * (ink[c]! - paper)) as unknown as Colour;
    const scale = UNIT * edge * nearness;
    disc(out, edge / 2 + scale * x, edge / 2 - scale * y, DOT * edge * nearness, colour);
  }
  return out;
}

function disc(out: RgbaImage, cx: number, cy: number, radius: number, colour: Colour): void {
  const reach = radius + 1;
  for (let y = Math.max(0, Math.floor(cy - reach)); y < Math.min(out.height, cy + reach); y++) {
    for (let x = Math.max(0, Math.floor(cx - reach)); x < Math.min(out.width, cx + reach); x++) {
      const part = radius + 0.5 - Math.hypot(x + 0.5 - cx, y + 0.5 - cy);
      if (part > 0) blend(out, x, y, colour, Math.min(1, part));
    }
  }
}

const OUTLINE: Colour = [214, 40, 57];

/** An image fitted into a pane, transparent parts on paper, with the outline of its mask (0 … 255 a pixel) where there is one. */
export function paintImage(image: RgbaImage, mask: Uint8Array | null, edge: number): RgbaImage {
  const out = pane(edge);
  const { width, height, data } = image;
  const scale = (0.94 * edge) / Math.max(width, height);
  const [left, top] = [(edge - scale * width) / 2, (edge - scale * height) / 2];
  /** The image's four channels, and the mask, averaged over a pixel of the pane (16 samples); null off the image. */
  const seen = (x: number, y: number) => {
    const sum = [0, 0, 0, 0, 0];
    let count = 0;
    for (let k = 0; k < 16; k++) {
      const u = Math.floor((x + ((k % 4) + 0.5) / 4 - left) / scale);
      const v = Math.floor((y + (Math.floor(k / 4) + 0.5) / 4 - top) / scale);
      if (u < 0 || v < 0 || u >= width || v >= height) continue;
      const at = v * width + u;
      for (let c = 0; c < 3; c++) sum[c]! += (data[4 * at + c]! * data[4 * at + 3]!) / 255;
      sum[3]! += data[4 * at + 3]! / 255;
      sum[4]! += (mask?.[at] ?? 0) / 255;
      count++;
    }
    return { colour: sum.slice(0, 3).map((value) => value / (sum[3]! || 1)) as unknown as Colour, alpha: sum[3]! / 16, inside: count > 0 ? sum[4]! / 16 : 0 }; // prettier-ignore
  };
  const inside = new Float32Array(edge * edge);
  for (let i = 0; i < inside.length; i++) {
    const found = seen(i % edge, Math.floor(i / edge));
    inside[i] = found.inside;
    blend(out, i % edge, Math.floor(i / edge), found.colour, found.alpha);
  }
  if (mask) drawOutline(out, inside);
  return out;
}

/** Where what is inside meets what is outside, two pixels wide. */
function drawOutline(out: RgbaImage, inside: Float32Array): void {
  const edge = out.width;
  const is = (x: number, y: number) => x >= 0 && y >= 0 && x < edge && y < edge && inside[y * edge + x]! >= 0.5;
  for (let y = 0; y < edge; y++) {
    for (let x = 0; x < edge; x++) {
      if (is(x, y)) continue;
      let near = 0;
      for (const [dx, dy] of [[1, 0], [-1, 0], [0, 1], [0, -1]] as const) near += is(x + dx, y + dy) || is(x + 2 * dx, y + 2 * dy) ? 1 : 0; // prettier-ignore
      if (near > 0) blend(out, x, y, OUTLINE, 0.9);
    }
  }
}
