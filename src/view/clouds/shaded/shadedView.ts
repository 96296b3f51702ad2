import { BufferAttribute, Points, Vector2, Vector3, type DataTexture } from 'three';
import type { Points as CloudPoints } from '../../../clouds/types.ts';
import type { Matrix4 } from '../../../math/matrix4.ts';
import fragment from '../../../../shaders/shadedPoints/fragment.glsl?raw';
import vertex from '../../../../shaders/shadedPoints/vertex.glsl?raw';
import type { Colouring } from '../../../state/colouring.ts';
import type { Theme } from '../../../state/common.ts';
import { rgb } from '../../palette.ts';
import { createCloudGeometry, setValues } from '../cloudGeometry.ts';
import { cloudOrder } from '../order.ts';
import { placeObject } from '../place.ts';
import { scattered } from '../scatter.ts';
import type { CloudSpace } from '../space.ts';
import { createCloudMaterial, type CloudUniforms } from '../uniforms.ts';
import { layers } from './layers.ts';

type Rgb = readonly [number, number, number];

/** World heights. */
export type Layer = readonly [low: number, high: number];

/** What a shaded cloud is made of: its buffers change only with it. */
export interface ShadedCloud {
  readonly points: CloudPoints;
  /** How far apart its points are around each, in its unit. */
  readonly spacings: Float32Array;
  /** Its points' indices in an order in which neighbours are neighbours; absent: their own is. */
  readonly order?: Uint32Array;
  /** 3n, 0 … 255: the file's own colours; null: it has none. */
  readonly colours: Uint8Array | null;
  /** Where each point comes from in a morph. */
  readonly start?: CloudPoints | null;
  /** 3n, of either side of the surface; with them the points are lit, as little balls. */
  readonly normals?: Float64Array | null;
  /** 1 for a point that nobody has seen: it is drawn smaller, in grey. */
  readonly guessed?: Uint8Array | null;
}

export interface ShadedLook {
  readonly colour: Rgb;
  readonly colouring: Colouring;
  /** World heights between which tone and ramp run; null: the tone is even. */
  readonly heights: Layer | null;
  readonly heightRamp: DataTexture;
  /** Dots are so many times as wide as the points are apart. */
  readonly widen: number;
  /** CSS pixels. */
  readonly least: number;
  readonly most: number;
  /** Nothing between these world heights is drawn: a ceiling; null: all is. */
  readonly hidden: Layer | null;
  /** World heights of the ground, which is of GROUND's grey unless height or file colours it, and of what surely stands on it; null: nothing is ground. */
  readonly ground: Layer | null;
  readonly theme: Theme;
  /** How much of its own hue it keeps where height or file colour it; absent: enough to see whose a point is. */
  readonly mixed?: number | undefined;
}

/** How much of its own hue a cloud keeps where height or file colour it: whose a point is stays to be seen. */
const MIXED = 0.3;

/** Under things that stand on it in their hues: neither paper nor shadow. */
const GROUND = { light: '#a5a29c', dark: '#77787c' } as const;

/** Of points that are guessed: told from every hue by having none, and by their size. */
export const guessedHex: Readonly<Record<Theme, string>> = { light: '#d3cec3', dark: '#8b8d92' };

/** A cloud as plain discs that close its surfaces. `lens`: drawn by lenses alone. */
export function createShadedView(shared: CloudUniforms, cloud: ShadedCloud, lens = false) {
  const made = createCloudGeometry(cloud.points, cloud.normals ?? null, null, cloud.start ?? null);
  const { geometry } = made;
  geometry.setAttribute('aSpacing', new BufferAttribute(cloud.spacings, 1));
  // A scanner's file goes ring by ring: a part of it is fair to all places only if it is spread over space.
  const { order } = cloud;
  if (order)
    geometry.setIndex(
      new BufferAttribute(
        scattered(made.count).map((at) => order[at]!),
        1,
      ),
    );
  if (cloud.guessed) geometry.setAttribute('aGuessed', new BufferAttribute(Float32Array.from(cloud.guessed), 1));
  if (cloud.colours) geometry.setAttribute('aColour', new BufferAttribute(cloud.colours, 3, true));
  const own = {
    uWiden: { value: 1 },
    uDots: { value: new Vector2(1, 6) },
    uColour: { value: new Vector3() },
    uUnit: { value: 1 },
    uHeights: { value: new Vector2(0, 1) },
    uTones: { value: 0 },
    uByHeight: { value: 0 },
    uOwn: { value: 0 },
    uMixed: { value: MIXED },
    uHidden: { value: new Vector2() },
    uGround: { value: new Vector2() },
    uGrey: { value: new Vector3() },
    uHeightRamp: { value: null as DataTexture | null },
    uLimit: { value: 0 },
    uMorph: { value: 1 },
    uLit: { value: cloud.normals ? 1 : 0 },
    uGuessed: { value: new Vector3() },
  };
  const object = new Points(geometry, createCloudMaterial({ vertex, fragment }, shared, own, { transparent: false }));
  object.renderOrder = cloudOrder.target;
  object.frustumCulled = false;
  object.layers.set(lens ? layers.lens : layers.shaded);
  return {
    object,
    /** Allocates nothing. `pose`: target ← cloud; null: the cloud is the target. */
    place(space: CloudSpace, pose: Matrix4 | null) {
      placeObject(object, space, pose, made.middle);
      own.uUnit.value = space.scale;
    },
    setLook({
      colour,
      colouring,
      heights,
      heightRamp,
      widen,
      least,
      most,
      hidden,
      ground,
      theme,
      mixed = MIXED,
    }: ShadedLook) {
      own.uColour.value.set(...colour);
      own.uByHeight.value = colouring === 'height' && heights ? 1 : 0;
      own.uOwn.value = colouring === 'own' && cloud.colours ? 1 : 0;
      own.uTones.value = heights ? 1 : 0;
      own.uHeights.value.set(...(heights ?? [0, 1]));
      own.uHeightRamp.value = heightRamp;
      own.uWiden.value = widen;
      own.uDots.value.set(least, most);
      // Numbers that every shader can hold.
      own.uHidden.value.set(...(hidden ?? [1, -1])).clampScalar(-1e9, 1e9);
      own.uGround.value.set(...(ground ?? [-2e9, -1e9]));
      own.uGrey.value.set(...rgb(GROUND[theme]));
      own.uGuessed.value.set(...rgb(guessedHex[theme]));
      own.uMixed.value = mixed;
    },
    /** How far (0…1) the points are from where they start to where they are. */
    setMorph(part: number) {
      own.uMorph.value = cloud.start ? part : 1;
    },
    /** Colours by distance from 0 to `limit` (in the clouds' unit), one a point; null: by the look alone. */
    setResiduals(values: ArrayLike<number> | null, limit: number) {
      if (values) setValues(made, values);
      own.uLimit.value = values ? limit : 0;
    },
    /** Draws this part (0…1) of the points, spread over all of them, and the wider. */
    setShare(share: number) {
      geometry.setDrawRange(0, Math.ceil(made.count * Math.min(Math.max(share, 0), 1)));
    },
    dispose() {
      geometry.dispose();
      object.material.dispose();
    },
  };
}
