import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import { BufferAttribute, BufferGeometry, Points, type Texture } from 'three';
import fragment from '../../../shaders/kinThumbs/fragment.glsl?raw';
import vertex from '../../../shaders/kinThumbs/vertex.glsl?raw';
import { cloudOrder } from './order.ts';
import { placeObject } from './place.ts';
import type { CloudSpace } from './space.ts';
import { createCloudMaterial, type CloudUniforms } from './uniforms.ts';

export interface PictureMarksProps {
  readonly uniforms: CloudUniforms;
  readonly space: CloudSpace;
  /** Flat x, y, z. */
  readonly places: ArrayLike<number>;
  /** Flat r, g, b, a mark. */
  readonly colours: Float32Array;
  /** Tiles row by row, `columns` a side: red grey times cover, green cover. */
  readonly atlas: Texture;
  readonly columns: number;
  /** 1 for a mark whose tile is there; `count`: how many are. */
  readonly ready: Uint8Array;
  readonly count: number;
  /** The one that is pointed at; −1: none. */
  readonly lit: number;
}

const DIAMETER = 30;

/** Marks that are small pictures, each in a hue. */
export function PictureMarks(props: PictureMarksProps) {
  const { uniforms, space, places, colours, atlas, columns, ready, count, lit } = props;
  const invalidate = useThree((state) => state.invalidate);
  const marks = useMemo(() => {
    const geometry = new BufferGeometry();
    geometry.setAttribute('position', new BufferAttribute(Float32Array.from(places), 3));
    geometry.setAttribute('aColour', new BufferAttribute(colours, 3));
    for (const name of ['aReady', 'aLit']) {
      geometry.setAttribute(name, new BufferAttribute(new Float32Array(places.length / 3), 1));
    }
    const own = {
      uDiameter: { value: DIAMETER },
      uFade: { value: 0.35 },
      uAtlas: { value: atlas },
      uColumns: { value: columns },
    };
    const object = new Points(geometry, createCloudMaterial({ vertex, fragment }, uniforms, own));
    object.renderOrder = cloudOrder.source;
    object.frustumCulled = false;
    return object;
  }, [uniforms, places, colours, atlas, columns]);
  useEffect(
    () => () => {
      marks.geometry.dispose();
      marks.material.dispose();
    },
    [marks],
  );
  useEffect(() => {
    const write = (name: string, valueAt: (index: number) => number) => {
      const attribute = marks.geometry.getAttribute(name) as BufferAttribute;
      attribute.array.forEach((_, index) => attribute.setX(index, valueAt(index)));
      attribute.needsUpdate = true;
    };
    write('aReady', (index) => ready[index]!);
    write('aLit', (index) => (index === lit ? 1 : 0));
    invalidate();
  }, [marks, ready, count, lit, invalidate]);
  useFrame(() => placeObject(marks, space, null, [0, 0, 0]));
  return <primitive object={marks} />;
}
