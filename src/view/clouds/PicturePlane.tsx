import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import { BufferAttribute, BufferGeometry, DataTexture, DoubleSide, Mesh, NearestFilter, RGFormat } from 'three';
import fragment from '../../../shaders/cloudPicture/fragment.glsl?raw';
import vertex from '../../../shaders/cloudPicture/vertex.glsl?raw';
import { cloudOrder } from './order.ts';
import { drawnCorners, drawnPart, type PictureSquare } from './pictureSquare.ts';
import { placeObject } from './place.ts';
import type { CloudSpace } from './space.ts';
import { createCloudMaterial, type CloudUniforms } from './uniforms.ts';
import { useDispose } from '../useDispose.ts';

export interface PicturePlaneProps {
  readonly uniforms: CloudUniforms;
  readonly space: CloudSpace;
  /** Square, row by row from the top left: gray, premultiplied by the mask, and mask, 0 … 255. */
  readonly picture: { readonly gray: Uint8Array; readonly mask: Uint8Array };
  readonly square: PictureSquare;
  /** Written from outside and read every frame. */
  readonly opacity: { readonly value: number };
}

/** A picture pixel by pixel, as it is, on its plane. */
export function PicturePlane({ uniforms, space, picture, square, opacity }: PicturePlaneProps) {
  const invalidate = useThree((state) => state.invalidate);
  const view = useMemo(() => createPictureView(uniforms, picture, square), [uniforms, picture, square]);
  useDispose(view);
  useEffect(invalidate, [view, invalidate]);
  useFrame(() => {
    view.opacity.value = opacity.value;
    placeObject(view.object, space, null, ORIGIN);
  });
  return <primitive object={view.object} />;
}

const ORIGIN = [0, 0, 0] as const;
function createPictureView(
  uniforms: CloudUniforms,
  { gray, mask }: PicturePlaneProps['picture'],
  square: PictureSquare,
) {
  const size = Math.round(Math.sqrt(gray.length));
  const texels = new Uint8Array(2 * gray.length);
  for (let i = 0; i < gray.length; i++) {
    texels[2 * i] = gray[i]!;
    texels[2 * i + 1] = mask[i]!;
  }
  const texture = new DataTexture(texels, size, size, RGFormat);
  texture.magFilter = NearestFilter;
  texture.minFilter = NearestFilter;
  texture.needsUpdate = true;
  const geometry = new BufferGeometry();
  const { left, right, top, bottom } = drawnPart(mask);
  geometry.setAttribute('position', new BufferAttribute(Float32Array.from(drawnCorners(mask, square)), 3));
  // The picture's first row is its top.
  geometry.setAttribute(
    'uv',
    new BufferAttribute(Float32Array.of(left, bottom, right, bottom, right, top, left, top), 2),
  );
  geometry.setAttribute('aFrame', new BufferAttribute(Float32Array.of(0, 1, 1, 1, 1, 0, 0, 0), 2));
  geometry.setIndex([0, 1, 2, 0, 2, 3]);
  const opacity = { value: 1 };
  const material = createCloudMaterial(
    { vertex, fragment },
    uniforms,
    { uPicture: { value: texture }, uOpacity: opacity },
    { side: DoubleSide, depthWrite: false },
  );
  const object = new Mesh(geometry, material);
  object.renderOrder = cloudOrder.model;
  object.frustumCulled = false;
  return {
    object,
    opacity,
    dispose() {
      geometry.dispose();
      material.dispose();
      texture.dispose();
    },
  };
}
