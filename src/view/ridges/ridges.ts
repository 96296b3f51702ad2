import { BufferAttribute, BufferGeometry, DoubleSide, DynamicDrawUsage, Group, Mesh, Vector3 } from 'three';
import fragment from '../../../shaders/ridges/fragment.glsl?raw';
import vertex from '../../../shaders/ridges/vertex.glsl?raw';
import { createLines } from '../clouds/lines.ts';
import { cloudOrder } from '../clouds/order.ts';
import { createCloudMaterial, type CloudUniforms } from '../clouds/uniforms.ts';

/** Where a ridge stands, in the world: it runs along x, rises along y, and is as thick as `thick` towards −z. */
export interface RidgePlace {
  readonly left: number;
  readonly right: number;
  readonly foot: number;
  readonly z: number;
  readonly thick: number;
}

export interface RidgeStyle {
  /** CSS pixels of the ink line on top. */
  readonly line: number;
  /** How much of its hue a face has, 0 … 1. */
  readonly tint: number;
  readonly fade: number;
}

type Rgb = readonly [number, number, number];

/** Of a face that is seen from the front, and how much a cut's slope counts. */
const FACE = 1;
const CUT = 0.55;

/** A ridge of `bins` heights is drawn through the middle of each, and straight down at both ends: as many places along it. */
const placesOf = (bins: number): number => bins + 2;

/** Histograms as slabs cut along their line, each in a sheet of its own, the ink line on top. */
export function createRidges(shared: CloudUniforms, places: readonly RidgePlace[], bins: number, style: RidgeStyle) {
  const along = placesOf(bins);
  const perRidge = 4 * along;
  const position = new BufferAttribute(new Float32Array(3 * perRidge * places.length), 3);
  const light = new BufferAttribute(new Float32Array(perRidge * places.length), 1);
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', position.setUsage(DynamicDrawUsage));
  geometry.setAttribute('aLight', light.setUsage(DynamicDrawUsage));
  geometry.setIndex(places.flatMap((_, ridge) => trianglesOf(ridge * perRidge, along)));
  const own = { uColour: { value: new Vector3() }, uTint: { value: style.tint }, uFade: { value: style.fade } };
  const material = createCloudMaterial({ vertex, fragment }, shared, own, { side: DoubleSide, transparent: false });
  const faces = new Mesh(geometry, material);
  faces.renderOrder = cloudOrder.model;
  faces.frustumCulled = false;
  const ink = createLines(
    shared,
    places.length * (along - 1),
    { width: style.line, opacity: 1, fade: style.fade, pull: 0.05 },
    cloudOrder.target,
  );
  const xs = new Float64Array(along);
  const ys = new Float64Array(along);

  function write(ridge: number, heights: ArrayLike<number>, from: number): void {
    const { left, right, foot, z, thick } = places[ridge]!;
    const step = (right - left) / bins;
    for (let k = 0; k < along; k++) {
      const bin = Math.min(Math.max(k - 1, 0), bins - 1);
      xs[k] = k === 0 ? left : k === along - 1 ? right : left + (bin + 0.5) * step;
      ys[k] = foot + heights[from + bin]!;
    }
    for (let k = 0; k < along; k++) {
      const [before, after] = [Math.max(k - 1, 0), Math.min(k + 1, along - 1)];
      const slope = (ys[after]! - ys[before]!) / Math.max(xs[after]! - xs[before]!, 1e-9);
      // Light comes from the upper left, as on the reliefs.
      const cut = CUT * (1 + (0.45 * slope) / Math.hypot(slope, 1));
      const at = ridge * perRidge + 4 * k;
      set(at, xs[k]!, foot, z, FACE);
      set(at + 1, xs[k]!, ys[k]!, z, FACE);
      set(at + 2, xs[k]!, ys[k]!, z, cut);
      set(at + 3, xs[k]!, ys[k]!, z - thick, cut);
      if (k === 0) continue;
      const line = 3 * (ridge * (along - 1) + k - 1);
      ink.starts[line] = xs[k - 1]!;
      ink.starts[line + 1] = ys[k - 1]!;
      ink.ends[line] = xs[k]!;
      ink.ends[line + 1] = ys[k]!;
      ink.starts[line + 2] = ink.ends[line + 2] = z;
    }
  }

  function set(at: number, x: number, y: number, z: number, lit: number): void {
    position.array[3 * at] = x;
    position.array[3 * at + 1] = y;
    position.array[3 * at + 2] = z;
    light.array[at] = lit;
  }

  const object = new Group();
  object.add(faces, ink.object);
  return {
    object,
    /** Heights in the world, ridge by ridge, `bins` each. Allocates nothing. */
    show(heights: ArrayLike<number>) {
      for (let ridge = 0; ridge < places.length; ridge++) write(ridge, heights, ridge * bins);
      position.needsUpdate = true;
      light.needsUpdate = true;
      ink.setCount(places.length * (along - 1));
    },
    setColours(face: Rgb, line: Rgb) {
      own.uColour.value.set(...face);
      ink.setColour(line);
    },
    dispose() {
      geometry.dispose();
      material.dispose();
      ink.dispose();
    },
  };
}

/** Of one ridge, its face and its cut: quads between neighbouring places. */
function trianglesOf(from: number, along: number): number[] {
  return Array.from({ length: along - 1 }, (_, k) => {
    const a = from + 4 * k;
    const b = a + 4;
    return [a, b, a + 1, a + 1, b, b + 1, a + 2, b + 2, a + 3, a + 3, b + 2, b + 3];
  }).flat();
}
