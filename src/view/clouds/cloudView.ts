import { GreaterDepth, Group, LessEqualDepth, Points, Vector3 } from 'three';
import type { Points as CloudPoints } from '../../clouds/types.ts';
import type { Matrix4 } from '../../math/matrix4.ts';
import fragment from '../../../shaders/cloudPoints/fragment.glsl?raw';
import vertex from '../../../shaders/cloudPoints/vertex.glsl?raw';
import { createCloudGeometry, setPlaces, setValues } from './cloudGeometry.ts';
import { cloudOrder } from './order.ts';
import { placeObject } from './place.ts';
import type { CloudSpace } from './space.ts';
import { createCloudMaterial, type CloudUniforms } from './uniforms.ts';

type Rgb = readonly [number, number, number];

/** `target` lies under threads and sources; `marker` over everything, whatever stands in front. */
export type CloudRole = 'target' | 'source' | 'marker';

const orders = { target: cloudOrder.target, source: cloudOrder.source, marker: cloudOrder.pair } as const;

export interface CloudLook {
  readonly colour: Rgb;
  readonly paleColour: Rgb;
  /** CSS pixels in the middle of the subject. */
  readonly diameter: number;
  readonly opacity: number;
  /** How much of its ink a dot loses at the far end, 0…1. */
  readonly fade: number;
  /** Of its dots: an index into `headShapes`, disc to diamond. */
  readonly shape?: number;
}

/** From this diameter on a dot has a border and a halo: smaller ones are grain. */
const DISC = 3.2;
/** World units by which a dot is drawn nearer than it is, so that the surface it lies on does not cut it. */
const PULL = 0.2;

/** A cloud as shaded discs of ink. Its pose is one matrix; its buffers change only with the cloud. */
export function createCloudView(
  shared: CloudUniforms,
  points: CloudPoints,
  normals: Float64Array | null,
  pale: Uint8Array | null,
  role: CloudRole,
  start: CloudPoints | null = null,
) {
  const cloud = createCloudGeometry(points, normals, pale, start);
  const own = {
    uDiameter: { value: 2 },
    uHaloWidth: { value: 0 },
    uFacing: { value: normals ? 1 : 0 },
    uFade: { value: 0.5 },
    uPull: { value: PULL },
    uColour: { value: new Vector3() },
    uPaleColour: { value: new Vector3() },
    uLimit: { value: 0 },
    uOpacity: { value: 1 },
    uRim: { value: 0 },
    uMorph: { value: 1 },
    uShape: { value: 0 },
  };
  const sources = { vertex, fragment };
  const front = new Points(
    cloud.geometry,
    createCloudMaterial(sources, shared, own, { depthFunc: LessEqualDepth, depthTest: role !== 'marker' }),
  );
  // What the model's surface hides is seen through it, palely.
  const ghost = new Points(
    cloud.geometry,
    createCloudMaterial(
      sources,
      shared,
      { ...own, uOpacity: { value: 0.26 }, uHaloWidth: { value: 0 }, uRim: { value: 0 } },
      { depthFunc: GreaterDepth, depthWrite: false },
    ),
  );
  front.renderOrder = orders[role];
  ghost.renderOrder = cloudOrder.behind;
  ghost.visible = false;
  for (const part of [front, ghost]) part.frustumCulled = false;
  const object = new Group();
  object.add(ghost, front);
  return {
    object,
    /** Allocates nothing. `pose`: target ← cloud; null: the cloud is the target. */
    place(space: CloudSpace, pose: Matrix4 | null) {
      placeObject(object, space, pose, cloud.middle);
    },
    setLook({ colour, paleColour, diameter, opacity, fade, shape = 0 }: CloudLook) {
      own.uShape.value = shape;
      own.uColour.value.set(...colour);
      own.uPaleColour.value.set(...paleColour);
      own.uDiameter.value = diameter;
      own.uOpacity.value = opacity;
      own.uFade.value = fade;
      own.uHaloWidth.value = role !== 'target' && diameter >= DISC ? 1 : 0;
      own.uRim.value = diameter >= DISC ? 0.5 : 0;
      // A few discs stand out from what they lie on; of two dense clouds depth decides which is seen, so that both are.
      own.uPull.value = role === 'source' && diameter >= DISC ? 1.5 * PULL : PULL;
    },
    /** Moves the points, as many as there are, without a new buffer. */
    setPlaces(places: ArrayLike<number>) {
      setPlaces(cloud, places);
    },
    /** How far (0…1) the points are from where they start to where they are. */
    setMorph(part: number) {
      own.uMorph.value = start ? part : 1;
    },
    /** Colours by distance from 0 to `limit` (in the clouds' unit), one a point; null: by the look alone. */
    setResiduals(values: ArrayLike<number> | null, limit: number) {
      if (values) setValues(cloud, values);
      own.uLimit.value = values ? limit : 0;
    },
    /** Draws this part (0…1) of the points, spread over all of them. */
    setShare(share: number) {
      cloud.geometry.setDrawRange(0, Math.ceil(cloud.count * Math.min(Math.max(share, 0), 1)));
    },
    setGhost(visible: boolean) {
      ghost.visible = visible;
    },
    dispose() {
      cloud.geometry.dispose();
      front.material.dispose();
      ghost.material.dispose();
    },
  };
}

/** CSS pixels that so many dots may have each, so that neither grain nor clot is what one sees. */
export function dotDiameter(count: number): number {
  return Math.min(Math.max(130 / Math.sqrt(Math.max(count, 1)), 1.5), 5.4);
}
