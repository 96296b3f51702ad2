import { encode } from 'fast-png';
import { inflateSync } from 'node:zlib';
import { pointsPly } from '../../src/io/clouds/pointsPly.ts';
import { rotatePoints } from '../../src/reconstruction/camera.ts';
import { normalise } from '../../src/reconstruction/normalise.ts';

/** Of a batch: pictures, their size, points of each. */
const BATCH = 32;
const [WIDTH, HEIGHT] = [256, 192] as const;
const PIXELS = WIDTH * HEIGHT;
const POINTS = 16384;
/** Evaluated are this many of them. */
const KEPT = 2048;

export interface Pair {
  readonly name: string;
  readonly png: Uint8Array;
  readonly ply: Uint8Array;
}

/**
 * The renderings and points of one batch of the training data beside the paper's code (github.com/fanhqme/PointSetGeneration, data/0/*.gz; made of ShapeNet's
 * models, for research only: never to be kept in the project). A zlib stream: 32 × 192 × 256 × 3 bytes of colour (blue first), as many depths (u16, 0 where
 * nothing is), 32 rotations (3 × 3, f32, row vectors to the viewer's frame), 32 × 16,384 points (3 bytes), what is not read here, and the models' keys. A point's
 * axes are down, across, towards the viewer; measured: its perspective meets the silhouettes best (intersection over union .87) with the camera at 2.6 of the
 * longest edge, which is where our own stands.
 */
export function shapenetPairs(batch: Uint8Array): Pair[] {
  const bytes = inflateSync(batch);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const depths = 3 * BATCH * PIXELS;
  const rotations = depths + 2 * BATCH * PIXELS;
  const points = rotations + 36 * BATCH;
  const keys = bytes
    .subarray(points + 3 * BATCH * POINTS + 8 * 1024 * BATCH)
    .toString('latin1')
    .split('\n');
  return Array.from({ length: BATCH }, (_, index) => {
    const rgba = new Uint8Array(4 * PIXELS);
    for (let i = 0; i < PIXELS; i++) {
      const from = 3 * (index * PIXELS + i);
      rgba.set([bytes[from + 2]!, bytes[from + 1]!, bytes[from]!], 4 * i);
      rgba[4 * i + 3] = view.getUint16(depths + 2 * (index * PIXELS + i), true) > 0 ? 255 : 0;
    }
    const cloud = normalise(
      Float64Array.from({ length: 3 * POINTS }, (_, i) => bytes[points + 3 * POINTS * index + i]!),
    );
    const r = (row: number, column: number) => view.getFloat32(rotations + 36 * index + 4 * (3 * row + column), true);
    // Rows: right, up (their first axis points down), to the viewer.
    const turn = [0, 1, 2].map((row) => r(row, 1)).concat([0, 1, 2].map((row) => -r(row, 0)), [0, 1, 2].map((row) => r(row, 2))); // prettier-ignore
    rotatePoints(Float64Array.from(turn), cloud);
    return {
      name: `other-${(keys[index] ?? '').replace(/[^A-Za-z0-9]+/g, '_')}_${index}`,
      png: encode({ width: WIDTH, height: HEIGHT, data: rgba, channels: 4, depth: 8 }),
      ply: pointsPly(everyOf(cloud, POINTS / KEPT), 'double'),
    };
  });
}

function everyOf(cloud: Float64Array, step: number): Float64Array {
  return Float64Array.from({ length: cloud.length / step }, (_, i) => cloud[3 * step * Math.floor(i / 3) + (i % 3)]!);
}
