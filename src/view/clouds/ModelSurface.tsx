import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import { BufferAttribute, BufferGeometry, DoubleSide, Mesh as ThreeMesh, Vector3 } from 'three';
import type { Mesh } from '../../clouds/types.ts';
import fragment from '../../../shaders/cloudModel/fragment.glsl?raw';
import vertex from '../../../shaders/cloudModel/vertex.glsl?raw';
import type { Theme } from '../../state/common.ts';
import type { Palette } from '../palette.ts';
import { cloudOrder } from './order.ts';
import { placeObject } from './place.ts';
import type { CloudSpace } from './space.ts';
import { createCloudMaterial, type CloudUniforms } from './uniforms.ts';
import { useDispose } from '../useDispose.ts';

export interface ModelSurfaceProps {
  readonly uniforms: CloudUniforms;
  readonly space: CloudSpace;
  readonly palette: Palette;
  /** In the target's frame. */
  readonly mesh: Mesh;
}

/** Ink on lit ground, added in the shade, added where the surface turns away. */
const wash: Readonly<Record<Theme, readonly [number, number, number]>> = {
  light: [0.01, 0.12, 0.24],
  dark: [0.045, 0.09, 0.3],
};

/** The target's surface, faint, under its dots: it makes a pose readable at once. */
export function ModelSurface({ uniforms, space, palette, mesh }: ModelSurfaceProps) {
  const invalidate = useThree((state) => state.invalidate);
  const view = useMemo(() => createModelView(uniforms, mesh), [uniforms, mesh]);
  useDispose(view);
  useEffect(() => {
    view.wash.set(...wash[palette.theme]);
    invalidate();
  }, [view, palette, invalidate]);
  useFrame(() => {
    placeObject(view.object, space, null, ORIGIN);
  });
  return <primitive object={view.object} />;
}

const ORIGIN = [0, 0, 0] as const;

function createModelView(uniforms: CloudUniforms, { vertices, triangles }: Mesh) {
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(Float32Array.from(vertices), 3));
  geometry.setIndex(new BufferAttribute(Uint32Array.from(triangles), 1));
  geometry.computeVertexNormals();
  const wash = new Vector3();
  const material = createCloudMaterial(
    { vertex, fragment },
    uniforms,
    { uWash: { value: wash } },
    { side: DoubleSide },
  );
  const object = new ThreeMesh(geometry, material);
  object.renderOrder = cloudOrder.model;
  object.frustumCulled = false;
  return {
    object,
    wash,
    dispose() {
      geometry.dispose();
      material.dispose();
    },
  };
}
