import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import { BufferAttribute, BufferGeometry, Points } from 'three';
import fragment from '../../../shaders/kinMarks/fragment.glsl?raw';
import vertex from '../../../shaders/kinMarks/vertex.glsl?raw';
import { cloudOrder } from './order.ts';
import { placeObject } from './place.ts';
import type { CloudSpace } from './space.ts';
import { createCloudMaterial, type CloudUniforms } from './uniforms.ts';

export interface FormMarksProps {
  readonly uniforms: CloudUniforms;
  readonly space: CloudSpace;
  /** Flat x, y, z. */
  readonly places: ArrayLike<number>;
  /** Which form each mark has; −1: none, it is not drawn. */
  readonly forms: Float32Array;
  /** Flat r, g, b, a mark. */
  readonly colours: Float32Array;
  /** The one that is pointed at; −1: none. */
  readonly lit: number;
}

const DIAMETER = 10;

/** Marks of several forms and colours. */
export function FormMarks({ uniforms, space, places, forms, colours, lit }: FormMarksProps) {
  const invalidate = useThree((state) => state.invalidate);
  const marks = useMemo(() => {
    const geometry = new BufferGeometry();
    geometry.setAttribute('position', new BufferAttribute(Float32Array.from(places), 3));
    geometry.setAttribute('aForm', new BufferAttribute(forms, 1));
    geometry.setAttribute('aColour', new BufferAttribute(colours, 3));
    geometry.setAttribute('aLit', new BufferAttribute(new Float32Array(forms.length), 1));
    const own = { uDiameter: { value: DIAMETER }, uHaloWidth: { value: 1 }, uFade: { value: 0.45 } };
    const object = new Points(geometry, createCloudMaterial({ vertex, fragment }, uniforms, own));
    object.renderOrder = cloudOrder.source;
    object.frustumCulled = false;
    return object;
  }, [uniforms, places, forms, colours]);
  useEffect(
    () => () => {
      marks.geometry.dispose();
      marks.material.dispose();
    },
    [marks],
  );
  useEffect(() => {
    const attribute = marks.geometry.getAttribute('aLit') as BufferAttribute;
    (attribute.array as Float32Array).fill(0);
    if (lit >= 0) (attribute.array as Float32Array)[lit] = 1;
    attribute.needsUpdate = true;
    invalidate();
  }, [marks, lit, invalidate]);
  useFrame(() => placeObject(marks, space, null, [0, 0, 0]));
  return <primitive object={marks} />;
}
