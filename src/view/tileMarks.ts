import { BufferAttribute, BufferGeometry, DynamicDrawUsage, Points, Vector2, Vector3, type DataTexture } from 'three';
import fragment from '../../shaders/netCrowd/fragment.glsl?raw';
import vertex from '../../shaders/netCrowd/vertex.glsl?raw';
import { createMaterial } from './material.ts';
import { order } from './order.ts';
import { rgb, type Palette } from './palette.ts';
import type { SharedUniforms } from './uniforms.ts';

/** Tiles of a texture, columns × rows. */
export interface Atlas {
  readonly texture: DataTexture;
  readonly columns: number;
  readonly rows: number;
}

/** Samples as small pictures of themselves; those that are none as dots. */
export function createCrowdMarks(
  shared: SharedUniforms,
  count: number,
  { texture, columns, rows }: Atlas,
  pictures: boolean,
) {
  const points = new Float32Array(3 * count);
  const looks = new Float32Array(4 * count);
  const places = new BufferAttribute(points, 3).setUsage(DynamicDrawUsage);
  const colours = new BufferAttribute(looks, 4).setUsage(DynamicDrawUsage);
  const geometry = new BufferGeometry();
  geometry.setAttribute('aPoint', places);
  geometry.setAttribute('aLook', colours);
  geometry.setDrawRange(0, count);
  const own = {
    uAtlas: { value: texture },
    uTiles: { value: new Vector2(columns, rows) },
    uPictures: { value: pictures ? 1 : 0 },
    uDiameter: { value: 20 },
    uPaper: { value: new Vector3() },
    uInk: { value: new Vector3() },
  };
  const material = createMaterial({ vertex, fragment }, shared, own);
  const object = new Points(geometry, material);
  object.frustumCulled = false;
  object.renderOrder = order.mark;
  return {
    object,
    setPalette({ paper, ink }: Palette): void {
      own.uPaper.value.set(...rgb(paper));
      own.uInk.value.set(...rgb(ink));
    },
    /** CSS pixels. */
    setDiameter(value: number): void {
      own.uDiameter.value = value;
    },
    place(i: number, x: number, y: number, f: number): void {
      points.set([x, y, f], 3 * i);
      places.needsUpdate = true;
    },
    look(i: number, colour: readonly [number, number, number], wrong: boolean): void {
      looks.set([...colour, wrong ? 1 : 0], 4 * i);
      colours.needsUpdate = true;
    },
    dispose(): void {
      geometry.dispose();
      material.dispose();
      texture.dispose();
    },
  };
}
