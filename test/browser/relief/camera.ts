import type { Vec3 } from './reference.ts';

/** As links carry it: degrees, a factor, world units. */
export interface LinkCamera {
  readonly azimuth: number;
  readonly elevation: number;
  readonly zoom: number;
  readonly pan: Vec3;
}

/** What the page chose by itself: where it looks at zoom 1, from how far, and how far off the window's middle (pixels) it draws that. */
export interface Frame {
  readonly target: Vec3;
  readonly distance: number;
  readonly offset: readonly [x: number, y: number];
}

export interface Eye {
  readonly place: Vec3;
  /** Pixel (x right, y down) and distance along the axis of sight. */
  project(point: Vec3): { readonly x: number; readonly y: number; readonly depth: number };
  /** Unit direction of the sight line through a pixel. */
  through(x: number, y: number): Vec3;
}

const FIELD_OF_VIEW = 26;
const radians = (degrees: number) => (degrees * Math.PI) / 180;
export const dot = (a: Vec3, b: Vec3) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const along = (from: Vec3, direction: Vec3, s: number): Vec3 => [
  from[0] + s * direction[0],
  from[1] + s * direction[1],
  from[2] + s * direction[2],
];

/** From the target to the eye. Azimuth 0: the eye stands in the south (+z); positive: it turns to the east (+x). */
export function backOf({ azimuth, elevation }: Pick<LinkCamera, 'azimuth' | 'elevation'>): Vec3 {
  const [a, e] = [radians(azimuth), radians(elevation)];
  return [Math.sin(a) * Math.cos(e), Math.sin(e), Math.cos(a) * Math.cos(e)];
}

export function eyeOf(
  camera: LinkCamera,
  frame: Frame,
  window: { readonly width: number; readonly height: number },
): Eye {
  const back = backOf(camera);
  const a = radians(camera.azimuth);
  const right: Vec3 = [Math.cos(a), 0, -Math.sin(a)];
  // back × right
  const up: Vec3 = [
    back[1] * right[2] - back[2] * right[1],
    back[2] * right[0] - back[0] * right[2],
    back[0] * right[1] - back[1] * right[0],
  ];
  const target = along(frame.target, camera.pan, 1);
  const place = along(target, back, frame.distance / camera.zoom);
  const focal = window.height / 2 / Math.tan(radians(FIELD_OF_VIEW / 2));
  const [middleX, middleY] = [window.width / 2 + frame.offset[0], window.height / 2 + frame.offset[1]];
  return {
    place,
    project(point) {
      const p = along(point, place, -1);
      const depth = -dot(p, back);
      return { x: middleX + (focal * dot(p, right)) / depth, y: middleY - (focal * dot(p, up)) / depth, depth };
    },
    through(x, y) {
      const [u, v] = [(x - middleX) / focal, (middleY - y) / focal];
      const d = along(along([-back[0], -back[1], -back[2]], right, u), up, v);
      const length = Math.sqrt(dot(d, d));
      return [d[0] / length, d[1] / length, d[2] / length];
    },
  };
}

/** Column-major matrices as three.js keeps them. */
export interface PageCamera {
  readonly world: readonly number[];
  readonly projection: readonly number[];
}

/** Where the page's own camera stands, which way it looks back, and its offset in pixels. */
export function readCamera(
  { world, projection }: PageCamera,
  window: { readonly width: number; readonly height: number },
) {
  const at = (m: readonly number[], i: number) => m[i] as number;
  return {
    place: [at(world, 12), at(world, 13), at(world, 14)] as Vec3,
    back: [at(world, 8), at(world, 9), at(world, 10)] as Vec3,
    offset: [(-at(projection, 8) * window.width) / 2, (at(projection, 9) * window.height) / 2] as const,
    focal: (at(projection, 5) * window.height) / 2,
    aspect: at(projection, 5) / at(projection, 0),
  };
}

/** What the page frames by itself, from two of its cameras with zoom 1 and no pan: their lines of sight meet in the target. */
export function frameOf(a: ReturnType<typeof readCamera>, b: ReturnType<typeof readCamera>): Frame {
  const between = along(a.place, b.place, -1);
  const turned = along(a.back, b.back, -1);
  const distance = Math.sqrt(dot(between, between) / dot(turned, turned));
  return { target: along(a.place, a.back, -distance), distance, offset: a.offset };
}
